import type { ReglasSesion } from "../reglas/reglas-sesion.ts"
import type { ConfirmacionAsistencia } from "../tipos/convocatoria.ts"

/** What the body's rules say against who would come for an institution. */
export type ReparoAsistencia =
  /** Its members attend in person or not at all: it is refused. */
  | "sin_suplencia"
  /** The oficio that names the alternate is missing: it is registered, and asked for. */
  | "falta_oficio"

export function reparoAsistencia(
  { respuesta, oficio }: Pick<ConfirmacionAsistencia, "respuesta" | "oficio">,
  suplencia: ReglasSesion["suplencia"],
): ReparoAsistencia | null {
  if (respuesta !== "suplente") return null
  if (!suplencia.permitida) return "sin_suplencia"
  return suplencia.requiereOficio && oficio === null ? "falta_oficio" : null
}
