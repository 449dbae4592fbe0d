import { NO_POR_VENIR, porFecha } from "../sesion/sesion.ts"
import type { Sesion } from "../tipos/sesion.ts"
import type { Fecha } from "../tipos/tiempo.ts"
import { estaAbierta } from "./desahogo.ts"

/**
 * In the order in which they are asked about: what is being held, what comes next, what has no date yet; then what was
 * held, the most recent first.
 */
export function porCercania(sesiones: readonly Sesion[], hoy: Fecha): readonly Sesion[] {
  const porVenir = sesiones.filter(({ estado }) => !NO_POR_VENIR.includes(estado))
  const deHoy = porVenir.filter(({ fecha }) => fecha !== null && fecha >= hoy).sort(porFecha)
  const sinFecha = porVenir.filter(({ fecha }) => fecha === null).sort((a, b) => a.numero - b.numero)
  const abiertas = porVenir.filter(({ estado }) => estaAbierta(estado))
  const antes = sesiones.filter(({ fecha }) => fecha !== null).sort((a, b) => porFecha(b, a))
  return [...new Set([...abiertas, ...deHoy, ...sinFecha, ...antes, ...sesiones])]
}
