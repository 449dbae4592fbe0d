import type { Acuerdo } from "../tipos/acuerdo.ts"

/** `vigente` only of what the body adopted: otherwise, what its vote says. */
export type SituacionAcuerdo = Acuerdo["estado"] | Exclude<Acuerdo["adopcion"], "sin_votacion" | "aprobado">

/** Nobody voted on it on record, or the body approved it. */
export const fueAdoptado = ({ adopcion }: Pick<Acuerdo, "adopcion">): boolean =>
  adopcion === "sin_votacion" || adopcion === "aprobado"

export function situacionAcuerdo({
  estado,
  adopcion,
}: Pick<Acuerdo, "estado" | "adopcion">): SituacionAcuerdo {
  return estado === "cancelado" || adopcion === "sin_votacion" || adopcion === "aprobado" ? estado : adopcion
}

/** Whether an agreement asks anything of anybody: one that is informative, cancelled or not adopted does not. */
export const obliga = (acuerdo: Pick<Acuerdo, "estado" | "tipo" | "adopcion">): boolean =>
  acuerdo.tipo !== "informativo" && rige(acuerdo)

/** It holds: the body adopted it, and nobody cancelled it. */
export const rige = (acuerdo: Pick<Acuerdo, "estado" | "adopcion">): boolean =>
  acuerdo.estado !== "cancelado" && fueAdoptado(acuerdo)
