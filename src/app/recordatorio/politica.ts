import type { PoliticaRecordatorios } from "../../domain/reglas/perfil-reglas.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { perfilVigente } from "../perfil.ts"

/** A body's policy on a day: of the profile in force, or the usual one. */
export async function politicaRecordatorios(
  read: Pick<Repositories, "organos">,
  organo: Organo,
  hoy: Fecha,
): Promise<PoliticaRecordatorios> {
  return (await perfilVigente(read, organo.id, hoy)).recordatorios
}
