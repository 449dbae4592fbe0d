import type { Compromiso, EstadoCompromiso } from "../tipos/compromiso.ts"
import type { Fecha } from "../tipos/tiempo.ts"

/** The date that counts today: the second one after a reprogramación, else the original; `null`: none on record. */
export function fechaVigente(
  compromiso: Pick<Compromiso, "fechaCompromiso" | "fechaReprogramada">,
): Fecha | null {
  return compromiso.fechaReprogramada ?? compromiso.fechaCompromiso
}

/** Who reads it as its own: whoever owes it first, then those that contribute to it. */
export const responsablesDe = ({
  institucionId,
  corresponsables,
}: Pick<Compromiso, "institucionId" | "corresponsables">): readonly string[] => [
  ...(institucionId === null ? [] : [institucionId]),
  ...corresponsables,
]

/** Still owed by the institution. `en_validacion` is not: it has reported, and the Secretaría Técnica is reviewing. */
export function estaAbierto(compromiso: Pick<Compromiso, "estado">): boolean {
  return compromiso.estado === "pendiente" || compromiso.estado === "en_proceso"
}

/** Nobody has anything left to do about it. */
export function estaConcluido(compromiso: Pick<Compromiso, "estado">): boolean {
  return compromiso.estado === "atendido" || compromiso.estado === "cancelado"
}

/** Its institution has reported it as done: only then has it a day on which it was. */
export function admiteCumplido({ estado }: { readonly estado: unknown }): boolean {
  return estado === "en_validacion" || estado === "atendido"
}

/** Still owed, and its date has passed. On the date itself there is still time. */
export function estaVencido(
  compromiso: Pick<Compromiso, "estado" | "fechaCompromiso" | "fechaReprogramada">,
  hoy: Fecha,
): boolean {
  const fecha = fechaVigente(compromiso)
  return fecha !== null && estaAbierto(compromiso) && fecha < hoy
}

/** The recorded state, or `no_atendido`, which nobody records: it follows from the date. */
export function estadoVisible(
  compromiso: Pick<Compromiso, "estado" | "fechaCompromiso" | "fechaReprogramada">,
  hoy: Fecha,
): EstadoCompromiso | "no_atendido" {
  return estaVencido(compromiso, hoy) ? "no_atendido" : compromiso.estado
}
