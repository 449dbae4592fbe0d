import type { EstadoSesion, Sesion } from "../tipos/sesion.ts"

/** The states that a session may be in without its members ever having been called. */
const SIN_LLAMAR: readonly EstadoSesion[] = ["programada", "diferida", "cancelada"]

/** Its members were called, whatever became of it. Until then only the Secretaría Técnica hears of it by itself. */
export function fueConvocada({ estado, convocadaEl }: Pick<Sesion, "estado" | "convocadaEl">): boolean {
  return convocadaEl !== null || !SIN_LLAMAR.includes(estado)
}

/** Nobody recorded that its convocatoria was sent. */
export function sinConvocatoria({ estado, convocadaEl }: Pick<Sesion, "estado" | "convocadaEl">): boolean {
  return estado === "programada" && convocadaEl === null
}
