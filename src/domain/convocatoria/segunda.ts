import type { ReglaSegundaConvocatoria } from "../reglas/reglas-sesion.ts"
import { transicionSesion } from "../sesion/transiciones.ts"
import type { Sesion } from "../tipos/sesion.ts"
import type { Fecha, Hora } from "../tipos/tiempo.ts"

/** Whether a session may be called again: its first call had no quórum, and the body's rules know a second one. */
export const procedeSegunda = (
  { estado, llamado }: Pick<Sesion, "estado" | "llamado">,
  { permitida }: Pick<ReglaSegundaConvocatoria, "permitida">,
): boolean =>
  transicionSesion("segunda_convocatoria", estado).kind !== "fuera_de_estado" && permitida && llamado === 1

/** When the body's rule lets the second call be held: not before. */
export interface EsperaSegunda {
  readonly fecha: Fecha
  /** Only when the wait is counted in hours or minutes. */
  readonly hora: Hora | null
}

/** A session without an hour is held at one that is still open: its day decides. */
export function antesDeLaEspera(
  cuando: { readonly fecha: Fecha; readonly hora: Hora | null },
  desde: EsperaSegunda,
): boolean {
  if (cuando.fecha !== desde.fecha) return cuando.fecha < desde.fecha
  return desde.hora !== null && cuando.hora !== null && cuando.hora < desde.hora
}
