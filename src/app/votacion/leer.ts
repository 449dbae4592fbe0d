import type { VistaVotacion } from "../../cards/votacion/votacion.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
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

/** A vote with who may cast one now and who has. Only reads. */
export async function vistaVotacion(
  consulta: Consulta,
  sesion: Sesion,
  votacion: VotacionDeSesion,
): Promise<VistaVotacion> {
  const { read, organo } = consulta
  const pase = await leerPaseDeLista(consulta, sesion)
  const puntos = await read.sesiones.puntos(sesion.id)
  const conVoto = pase?.renglones.filter((renglon) => renglon.conVoto) ?? []
  return {
    organo,
    sesion,
    votacion,
    punto: puntos.find(({ id }) => id === votacion.puntoId) ?? null,
    acuerdo:
      votacion.acuerdoId === null
        ? null
        : ((await read.acuerdos.bySesion(sesion.id)).find(({ id }) => id === votacion.acuerdoId) ?? null),
    conVoto: conVoto.length,
    presentes: conVoto.flatMap(({ institucion, preside, registro }) =>
      registro !== null && registro.salida === null
        ? [{ institucion, preside, nombre: registro.nombre }]
        : [],
    ),
    votos: await read.votaciones.votos(votacion.id),
    instituciones: new Map((await read.instituciones.all()).map((una) => [una.id, una])),
  }
}
