import type { VistaVotacion } from "../../cards/votacion/votacion.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { enOrden } from "../../domain/votacion/padron.ts"
import type { VotacionDeSesion } from "../../domain/votacion/votacion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { Consulta } from "../consulta.ts"
import { leerPaseDeLista } from "../desahogo/pase-de-lista.ts"
import { leerSesion } from "../sesion/leer.ts"

export async function leerVotacion(
  read: Repositories,
  id: string,
): Promise<{ readonly sesion: Sesion; readonly votacion: VotacionDeSesion }> {
  const votacion = await read.votaciones.byId(id)
  if (votacion === null) throw new Error("a vote that was just found is gone")
  return { votacion, sesion: await leerSesion(read, votacion.sesionId) }
}

/** A vote with who may cast one now and who has, in the body's order. Only reads. */
export async function vistaVotacion(
  consulta: Consulta,
  sesion: Sesion,
  votacion: VotacionDeSesion,
): Promise<VistaVotacion> {
  const { read, organo } = consulta
  const pase = await leerPaseDeLista(consulta, sesion)
  const puntos = await read.sesiones.puntos(sesion.id)
  const orden = (await read.sesiones.integrantes(sesion.id)).map(({ institucionId }) => institucionId)
  const conVoto = (pase?.renglones ?? [])
    .filter((renglon) => renglon.conVoto)
    .map((renglon) => ({ ...renglon, institucionId: renglon.institucion.id }))
  const votaciones = await read.votaciones.list(sesion.id)
  const votos = await read.votaciones.votos(votacion.id)
  return {
    organo,
    sesion,
    votacion,
    numero: votaciones.findIndex(({ id }) => id === votacion.id) + 1,
    punto: puntos.find(({ id }) => id === votacion.puntoId) ?? null,
    acuerdo: await acuerdoVotado(read, votacion),
    conVoto: enOrden(conVoto, orden).map(({ institucion, preside, registro }) => ({
      institucion,
      preside,
      calidad: registro?.calidad ?? null,
      presente: registro !== null && registro.salida === null,
    })),
    quorum: pase?.quorum ?? null,
    votos: enOrden(votos, orden),
    instituciones: new Map((await read.instituciones.all()).map((una) => [una.id, una])),
  }
}

async function acuerdoVotado(
  { acuerdos }: Repositories,
  { acuerdoId }: VotacionDeSesion,
): Promise<Acuerdo | null> {
  return acuerdoId === null ? null : acuerdos.byId(acuerdoId)
}
