import type { PoliticaRecordatorios } from "../../domain/reglas/perfil-reglas.ts"
import { instanteDe, msEntre } from "../../domain/tiempo/tiempo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"

/** When today's messages may start to go out; `null`: today's hours are over. */
export function inicioDeEnvio(
  { horario }: PoliticaRecordatorios,
  organo: Organo,
  hoy: Fecha,
  now: Instante,
): Instante | null {
  const desde = instanteDe(hoy, horario.desde, organo.zona)
  const hasta = instanteDe(hoy, horario.hasta, organo.zona)
  if (msEntre(hasta, now) > 0) return null
  return msEntre(desde, now) > 0 ? now : desde
}
