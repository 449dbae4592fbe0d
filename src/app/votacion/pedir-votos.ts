import { z } from "zod"
import type { Card } from "../../cards/card.ts"
import { pedirVotoCard, type VistaVotacion } from "../../cards/votacion/votacion.ts"
import { asuntoDesahogo, asuntoSesion, hechoDesahogo } from "../../domain/mensaje/hechos.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../actuacion.ts"
import { destinosDeIntegrantes } from "../canal/destinos.ts"
import { atOnce, deliveryTo } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"
import type { MensajeConModelo, RevisionMensaje, Vigencia } from "../mensaje/revision.ts"
import { vistaVotacion } from "./leer.ts"

const datosSchema = z.object({ votacionId: z.string() })

/** Asks each institution with a vote that is in the room, in its own channel. */
export async function pedirVotos(
  repositories: Repositories,
  { organo, hoy, now }: Actuacion,
  vista: VistaVotacion,
): Promise<void> {
  const { sesion, votacion, presentes } = vista
  const votan = new Set(presentes.map(({ institucion }) => institucion.id))
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
        asuntos: [asuntoSesion(sesion.id)],
        modelo: {
          tipo: "votacion",
          hechos: { [asuntoDesahogo(sesion.id)]: hechoDesahogo(sesion) },
          datos: { votacionId: votacion.id },
        },
      }),
    )
  await enqueue(repositories, peticiones, now)
}

/** The message that asks says the outcome once the vote closes; one that has not left by then is not sent. */
export const revisionVotacion: RevisionMensaje = {
  vivo: true,
  async vigente(read, mensaje): Promise<Vigencia> {
    const vista = await leer(read, mensaje)
    if (vista === null || vista.votacion.cerradaEn === null) return { kind: "sigue" }
    return { kind: "cancela", reason: "La votación se cerró antes de que el aviso saliera." }
  },
  async cuerpo(read, mensaje): Promise<Card | null> {
    const vista = await leer(read, mensaje)
    return vista === null ? null : pedirVotoCard(vista)
  },
}

async function leer(
  read: Repositories,
  { modelo, organoId }: MensajeConModelo,
): Promise<VistaVotacion | null> {
  const datos = datosSchema.safeParse(modelo.datos)
  const votacion = datos.success ? await read.votaciones.byId(datos.data.votacionId) : null
  const organo = await read.organos.byId(organoId)
  const sesion = votacion && (await read.sesiones.byId(votacion.sesionId))
  if (!votacion || !organo || !sesion) return null
  return vistaVotacion({ read, organo, hoy: sesion.fecha ?? "9999-12-31" }, sesion, votacion)
}
