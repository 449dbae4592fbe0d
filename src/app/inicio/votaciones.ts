import { puedeVotar } from "../../domain/votacion/quien-vota.ts"
import { estadoVotacion } from "../../domain/votacion/votacion.ts"
import type { AsuntoHallado, Fuente } from "./fuente.ts"
import { deSesion } from "./sesiones.ts"

/** Votes that are open in a session in which the person sits for an institution that has not voted. */
export const porVotar: Fuente = {
  requiere: "acuerdo.votar",
  async buscar({ read, actor, organo }) {
    const hallados: AsuntoHallado[] = []
    const abiertas = (await read.sesiones.list(organo.id)).filter(({ estado }) => estado === "instalada")
    for (const sesion of abiertas) {
      const [integrantes, registros] = await Promise.all([
        read.sesiones.integrantes(sesion.id),
        read.asistencias.registros(sesion.id, sesion.llamado),
      ])
      const conVoto = new Set(integrantes.filter((uno) => uno.conVoto).map((uno) => uno.institucionId))
      const suyas = registros.filter(
        ({ salida, institucionId, calidad }) =>
          salida === null &&
          conVoto.has(institucionId) &&
          puedeVotar(actor, { organoId: organo.id, institucionId }, calidad),
      )
      if (suyas.length === 0) continue
      for (const votacion of await read.votaciones.list(sesion.id)) {
        if (estadoVotacion(votacion) !== "abierta") continue
        const votaron = new Set((await read.votaciones.votos(votacion.id)).map((voto) => voto.institucionId))
        if (suyas.every(({ institucionId }) => votaron.has(institucionId))) continue
        hallados.push({
          que: `Se pide su voto en ${sesion.clave}.`,
          desde: null,
          hasta: null,
          ya: "en_curso",
          orden: { command: "acuerdo.votacion-ver", arg: votacion.id, label: `Votar en ${sesion.clave}` },
          ...deSesion(sesion),
        })
      }
    }
    return hallados
  },
}
