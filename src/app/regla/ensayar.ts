import type { DiferenciaEnsayo } from "../../cards/regla/diferencia.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { ensayar, type Rango } from "../dia/ensayar.ts"
import { diferenciaDe } from "./diferencia.ts"

/** How many days ahead it is told what a change does. */
export const DIAS_ENSAYO = 30

/** The body and the data as they would be. */
export interface Candidato {
  readonly organo: Organo
  readonly read: Repositories
}

/** What a change would do to the messages of some days: two rehearsals of the real planner, as it is and as it would be. */
export async function ensayarCambio(
  { read, organo, now }: Candidato & { readonly now: Instante },
  rango: Rango,
  candidato: Candidato,
): Promise<DiferenciaEnsayo> {
  const antes = await ensayar({ data: { read }, now }, rango, [organo])
  const despues = await ensayar({ data: { read: candidato.read }, now }, rango, [candidato.organo])
  return diferenciaDe(antes, despues)
}
