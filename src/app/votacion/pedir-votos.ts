import { pedirVotoCard } from "../../cards/votacion/pedir.ts"
import type { VistaVotacion } from "../../cards/votacion/votacion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../actuacion.ts"
import { destinosDeIntegrantes } from "../canal/destinos.ts"
import { atOnce, deliveryTo } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"
import { modeloVotacion } from "./pedir-votos-revision.ts"

/**
 * Asks each institution with a vote that is in the room, in its own channel; none is asked twice. What is internal is asked
 * for nowhere: the Secretaría Técnica records it in the room.
 */
export async function pedirVotos(
  repositories: Repositories,
  { organo, hoy, now }: Actuacion,
  vista: VistaVotacion,
): Promise<void> {
  const { sesion, votacion, conVoto } = vista
  if (votacion.difusion === "interna") return
  const votan = new Set(conVoto.filter(({ presente }) => presente).map(({ institucion }) => institucion.id))
  const { canales } = await destinosDeIntegrantes(repositories, organo, hoy)
  const card = pedirVotoCard(vista)
  const peticiones = canales
    .filter(({ institucion }) => votan.has(institucion.id))
    .map(({ canal, institucion }) =>
      deliveryTo(canal, {
        purpose: "aviso",
        subject: ["votacion", votacion.id],
        organo,
        card,
        ...atOnce(now),
        why: `Se abrió una votación de ${sesion.clave}: se pide su voto a ${institucion.siglas}.`,
        ...modeloVotacion(sesion, votacion),
      }),
    )
  await enqueue(repositories, peticiones, now)
}
