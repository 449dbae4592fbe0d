import { isDeepStrictEqual } from "node:util"
import { z } from "zod"
import { type ComoSolicitud, solicitudCard } from "../../cards/autorizacion/solicitud.ts"
import type { AutorizacionVista } from "../../cards/autorizacion/vista.ts"
import type { Card } from "../../cards/card.ts"
import { asuntoAutorizacion, asuntoSesion, hechoAutorizacion } from "../../domain/mensaje/hechos.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Autorizacion } from "../../domain/tipos/autorizacion.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { MensajeConModelo, ModeloConAsuntos, Revised, RevisionMensaje } from "../mensaje/revision.ts"
import { vistaAutorizacion } from "./leer.ts"

const datosSchema = z.object({
  autorizacionId: z.string(),
  reservado: z.boolean(),
  recordatorio: z.boolean(),
})

/** What a request to the presidencia is written from: the log speaks of the session. */
export function modeloSolicitud(
  sesion: Sesion,
  autorizacion: Autorizacion,
  como: ComoSolicitud,
): ModeloConAsuntos {
  const hechos = { [asuntoAutorizacion(autorizacion.id)]: hechoAutorizacion(sesion, autorizacion) }
  const datos: z.infer<typeof datosSchema> = { autorizacionId: autorizacion.id, ...como }
  return { asuntos: [asuntoSesion(sesion.id)], modelo: { tipo: "autorizacion", hechos, datos } }
}

/** The message that asks says in its place what became of it; one that has not left by then is not sent. */
export const revisionSolicitud: RevisionMensaje = {
  vivo: true,
  async vigente(read, mensaje, now): Promise<Revised> {
    const leida = await leer(read, mensaje, now)
    if (leida === null) return { kind: "sigue" }
    const { vista, como } = leida
    if (vista.saldria === null)
      return { kind: "cancela", reason: "Ya no espera la autorización de la Presidencia." }
    const card = solicitudCard(vista, como)
    if (isDeepStrictEqual(card, mensaje.card)) return { kind: "sigue" }
    return { kind: "cambia", card, modelo: modeloSolicitud(vista.sesion, vista.autorizacion, como).modelo }
  },
  async cuerpo(read, mensaje, now): Promise<Card | null> {
    const leida = await leer(read, mensaje, now)
    return leida === null ? null : solicitudCard(leida.vista, leida.como)
  },
}

async function leer(
  read: Repositories,
  { modelo, organoId }: MensajeConModelo,
  now: Instante,
): Promise<{ readonly vista: AutorizacionVista; readonly como: ComoSolicitud } | null> {
  const datos = datosSchema.safeParse(modelo.datos).data
  const autorizacion = datos === undefined ? null : await read.autorizaciones.byId(datos.autorizacionId)
  const organo = await read.organos.byId(organoId)
  const sesion = autorizacion && (await read.sesiones.byId(autorizacion.sesionId))
  if (!datos || !autorizacion || !organo || !sesion) return null
  const hoy = fechaEnZona(now, organo.zona)
  const { reservado, recordatorio } = datos
  return {
    vista: await vistaAutorizacion({ read, organo, hoy }, sesion, autorizacion),
    como: { reservado, recordatorio },
  }
}
