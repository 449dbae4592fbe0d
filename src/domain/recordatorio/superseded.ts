import type { PoliticaRecordatorios } from "../reglas/perfil-reglas.ts"
import { sumarDiasHabiles } from "../tiempo/plazo.ts"
import type { Fecha } from "../tipos/tiempo.ts"
import { paraInstitucion } from "./destinatarios.ts"
import {
  type EntradaRecordatorios,
  type RecordatorioInstitucion,
  recordatoriosDelDia,
} from "./recordatorio.ts"

/**
 * The institution's next business day, if the message of that day will speak of everything in this one: what could not
 * be sent before then has nothing left to say. `null`: it will not, and this one is still worth sending on that day.
 */
export function supersededOn(
  entrada: EntradaRecordatorios,
  { items, institucionId }: RecordatorioInstitucion,
  pasos: PoliticaRecordatorios["destinatarios"],
): Fecha | null {
  const hoy = sumarDiasHabiles(entrada.hoy, 1, entrada.inhabilesDe(institucionId))
  const compromisos = items.map(({ compromiso }) => compromiso)
  const manana = recordatoriosDelDia({ ...entrada, hoy, diasPlaneados: [entrada.hoy], compromisos })
  const otro = manana.find((uno) => uno.institucionId === institucionId)
  const dira = otro === undefined ? null : paraInstitucion(otro, pasos)
  return dira?.items.length === items.length ? hoy : null
}
