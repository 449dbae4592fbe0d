import type { LecturaAcuerdos } from "../../cards/acuerdo/lectura.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Consulta } from "../consulta.ts"
import { quorumDe } from "../sesion/quorum.ts"
import { ratificacionDe } from "./ratificar.ts"

/** Every agreement of the session in its order, with who owes it and until when. Only reads. */
export async function leerAcuerdos(consulta: Consulta, sesion: Sesion): Promise<LecturaAcuerdos> {
  const { read, organo } = consulta
  const [acuerdos, rows, instituciones, ratificacion, quorum] = await Promise.all([
    read.acuerdos.bySesion(sesion.id),
    read.compromisos.list({ sesionId: sesion.id }),
    read.instituciones.all(),
    ratificacionDe(read, sesion.id),
    quorumDe(consulta, sesion),
  ])
  const siglasDe = (id: string | null) => instituciones.find((una) => una.id === id)?.siglas ?? null
  return {
    organo,
    sesion,
    ratificacion,
    quorum,
    acuerdos: acuerdos.map((acuerdo) => {
      const deben = rows
        .map(({ compromiso }) => compromiso)
        .filter(({ acuerdoId, estado }) => acuerdoId === acuerdo.id && estado !== "cancelado")
      return {
        acuerdo,
        responsables: deben.map(({ institucionId }) => siglasDe(institucionId)).sort(),
        fecha: deben.find(({ fechaCompromiso }) => fechaCompromiso !== null)?.fechaCompromiso ?? null,
      }
    }),
  }
}
