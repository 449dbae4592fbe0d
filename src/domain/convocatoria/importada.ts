import type { RespuestaAsistencia } from "../tipos/convocatoria.ts"
import type { Asistencia } from "../tipos/desahogo.ts"
import type { EstadoSesion, Sesion } from "../tipos/sesion.ts"
import type { Fecha } from "../tipos/tiempo.ts"
import { fueConvocada } from "../visibilidad/fue-convocada.ts"

/** States in which nothing is left to do that rests on who was called. */
const SIN_LLAMADO: readonly EstadoSesion[] = ["programada", "clausurada"]

/** A session that a file brings already called goes on in chat only with its convocatoria and its members on record. */
export const requiereLlamado = (sesion: Pick<Sesion, "estado" | "convocadaEl">): boolean =>
  fueConvocada(sesion) && !SIN_LLAMADO.includes(sesion.estado)

/** The day whose members were called: of one that does not say when, its own day at the latest. */
export function diaDelLlamado(
  { convocadaEl, fecha }: Pick<Sesion, "convocadaEl" | "fecha">,
  hoy: Fecha,
): Fecha {
  return convocadaEl ?? (fecha !== null && fecha < hoy ? fecha : hoy)
}

/** Sessions that a file brings while they are being held: whoever it says attended is in the room. */
export const enCursoImportada = ({ estado }: Pick<Sesion, "estado">): boolean =>
  estado === "instalada" || estado === "receso"

/** As whom the roll-call has somebody whom a file says attended; `null`: it says that nobody did. */
export function calidadEnSala({
  calidad,
}: Pick<Asistencia, "calidad">): Exclude<RespuestaAsistencia, "no_asistira"> | null {
  if (calidad === "ausente") return null
  return calidad === "representada" ? "suplente" : "titular"
}
