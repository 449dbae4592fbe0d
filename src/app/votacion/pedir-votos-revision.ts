import { z } from "zod"
import type { Card } from "../../cards/card.ts"
import { pedirVotoCard } from "../../cards/votacion/pedir.ts"
import type { VistaVotacion } from "../../cards/votacion/votacion.ts"
import { asuntoDesahogo, asuntoSesion, hechoDesahogo } from "../../domain/mensaje/hechos.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { estadoVotacion, type VotacionDeSesion } from "../../domain/votacion/votacion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { MensajeConModelo, ModeloConAsuntos, Revised, RevisionMensaje } from "../mensaje/revision.ts"
import { vistaVotacion } from "./leer.ts"

const datosSchema = z.object({ votacionId: z.string() })

/** What a vote is asked for from: the log speaks of the session, the fact of its acts. */
export function modeloVotacion(sesion: Sesion, { id }: Pick<VotacionDeSesion, "id">): ModeloConAsuntos {
  const hechos = { [asuntoDesahogo(sesion.id)]: hechoDesahogo(sesion) }
  const datos: z.infer<typeof datosSchema> = { votacionId: id }
  return { asuntos: [asuntoSesion(sesion.id)], modelo: { tipo: "votacion", hechos, datos } }
}

/** The message that asks says that the vote waits, or what came of it; one that has not left by then is not sent. */
export const revisionVotacion: RevisionMensaje = {
  vivo: true,
  async vigente(read, mensaje): Promise<Revised> {
    const vista = await leer(read, mensaje)
    if (vista?.votacion.difusion === "interna")
      return { kind: "cancela", reason: "Lo que se vota es ahora de difusión interna." }
    const estado = vista === null ? "abierta" : estadoVotacion(vista.votacion)
    if (vista === null || estado === "abierta") return { kind: "sigue" }
    if (estado === "suspendida")
      return {
        kind: "cambia",
        card: pedirVotoCard(vista),
        modelo: modeloVotacion(vista.sesion, vista.votacion).modelo,
      }
    const fin = estado === "anulada" ? "anuló" : "cerró"
    return { kind: "cancela", reason: `La votación se ${fin} antes de que el aviso saliera.` }
  },
  async cuerpo(read, mensaje): Promise<Card | null> {
    const vista = await leer(read, mensaje)
    return vista === null || vista.votacion.difusion === "interna" ? null : pedirVotoCard(vista)
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
