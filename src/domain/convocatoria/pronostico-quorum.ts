import { type EntradaQuorum, evaluarQuorum, type Quorum } from "../desahogo/quorum.ts"
import type { ConfirmacionAsistencia } from "../tipos/convocatoria.ts"

export interface EntradaPronostico extends Omit<EntradaQuorum, "presentes"> {
  /** The one that holds for each institution. */
  readonly confirmaciones: readonly Pick<ConfirmacionAsistencia, "institucionId" | "respuesta">[]
}

/** The quórum that there would be if exactly those came who said so. */
export interface Pronostico extends Quorum {
  /** Institutions of the base that have answered nothing. */
  readonly sinRespuesta: readonly string[]
  readonly noAsistiran: readonly string[]
}

export function pronosticarQuorum({ confirmaciones, ...entrada }: EntradaPronostico): Pronostico {
  const respuestas = new Map(confirmaciones.map(({ institucionId, respuesta }) => [institucionId, respuesta]))
  const vendran = confirmaciones
    .filter(({ respuesta }) => respuesta !== "no_asistira")
    .map(({ institucionId }) => institucionId)
  const quorum = evaluarQuorum({ ...entrada, presentes: new Set(vendran) })
  return {
    ...quorum,
    sinRespuesta: quorum.faltan.filter((id) => !respuestas.has(id)),
    noAsistiran: quorum.faltan.filter((id) => respuestas.has(id)),
  }
}
