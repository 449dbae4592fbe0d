import type { AdopcionAcuerdo } from "../tipos/acuerdo.ts"
import { estadoVotacion, type VotacionDeSesion } from "./votacion.ts"

export type VotoDeAcuerdo = Pick<
  VotacionDeSesion,
  "abiertaEn" | "cerradaEn" | "suspendidaEn" | "anuladaEn" | "resultado"
>

/**
 * What the votes on an agreement say of it: the last one decides. One that was annulled decides nothing, but where no
 * other is left the agreement is still to be voted.
 */
export function adopcionDe(votaciones: readonly VotoDeAcuerdo[]): AdopcionAcuerdo {
  const enOrden = [...votaciones].sort((a, b) => (a.abiertaEn < b.abiertaEn ? -1 : 1))
  const ultima = enOrden.findLast(({ anuladaEn }) => anuladaEn === null)
  if (ultima === undefined) return votaciones.length === 0 ? "sin_votacion" : "votacion_anulada"
  switch (estadoVotacion(ultima)) {
    case "abierta":
      return "en_votacion"
    case "suspendida":
      return "votacion_suspendida"
    case "anulada":
      return "votacion_anulada"
    case "cerrada":
      return ultima.resultado?.resultado === "aprobado" ? "aprobado" : "no_aprobado"
  }
}
