import type { DiferenciaEnsayo } from "../../cards/regla/diferencia.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha, Instante, RegimenInhabil } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../actuacion.ts"
import type { Rango } from "../dia/ensayar.ts"
import { DIAS_ENSAYO, ensayarCambio } from "./ensayar.ts"

/** What another calendar of days off by law would do to the messages. Only reads. */
export async function ensayarCalendario(
  read: Repositories,
  organo: Organo,
  { hoy, now }: { readonly hoy: Fecha; readonly now: Instante },
  calendario: RegimenInhabil,
): Promise<{ readonly rango: Rango; readonly diferencia: DiferenciaEnsayo }> {
  const rango = { desde: hoy, hasta: sumarDias(hoy, DIAS_ENSAYO - 1) }
  const candidato = { organo: { ...organo, calendario }, read }
  return { rango, diferencia: await ensayarCambio({ read, organo, now }, rango, candidato) }
}

/** The body observes it from now on. */
export function observarCalendario(
  { data, organo, persona, plataforma, now }: Actuacion,
  calendario: RegimenInhabil,
  fuente: string,
): Promise<void> {
  return data.transaction(async (repositories) => {
    await repositories.directorioWriter.exclusive()
    await repositories.directorioWriter.updateOrgano(organo.id, { calendario })
    await repositories.eventos.append({
      tipo: "organo.corregido",
      objeto: `organo:${organo.id}`,
      organoId: organo.id,
      personaId: persona.id,
      plataforma,
      antes: { calendario: organo.calendario },
      despues: { calendario, fuente },
      instante: now,
    })
  })
}
