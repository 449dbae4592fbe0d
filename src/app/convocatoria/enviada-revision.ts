import { z } from "zod"
import type { CardFile } from "../../cards/card.ts"
import { yaSinRespuesta } from "../../cards/convocatoria/convocatoria.ts"
import { asuntoSesion, hechoSesion } from "../../domain/mensaje/hechos.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import { instanteDe, msEntre } from "../../domain/tiempo/tiempo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { entradaConvocada } from "../calendario/leer.ts"
import type { ModeloConAsuntos, RevisionMensaje } from "../mensaje/revision.ts"
import { sesionDelMensaje } from "../sesion/recordatorio-revision.ts"
import { puedeAcusar } from "./acusar.ts"
import { archivoDe } from "./adjunto.ts"

/**
 * A session is called, or called again, long before it is held, and its call asks for an answer all that time: so it is
 * told for longer than other messages how things stand.
 */
const SE_ACTUALIZA_MS = 400 * 24 * 60 * 60_000

const datosSchema = z.object({ version: z.number() })

/** What a version of a convocatoria that is sent, or the reminder to acknowledge it, says of the session. */
export function modeloConvocatoriaEnviada(sesion: Sesion, version: number): ModeloConAsuntos {
  const asunto = asuntoSesion(sesion.id)
  const hechos = { [asunto]: hechoSesion(sesion) }
  return { asuntos: [asunto], modelo: { tipo: "convocatoria_enviada", hechos, datos: { version } } }
}

/**
 * Until when it is of use to hear of a session: the end of its day. `null`, never too late: it has no day, or its day had
 * passed when it was told.
 */
export function finDelDia({ fecha }: Sesion, { zona }: Organo, now: Instante): Instante | null {
  if (fecha === null) return null
  const fin = instanteDe(sumarDias(fecha, 1), "00:00", zona)
  return msEntre(now, fin) > 0 ? fin : null
}

/** A convocatoria that was sent says in its place what changed since; its file must not say less, nor it ask in vain. */
export const revisionConvocatoriaEnviada: RevisionMensaje = {
  seActualizaMs: SE_ACTUALIZA_MS,
  async vigente() {
    return { kind: "sigue" }
  },
  async cuerpo(read, mensaje, now) {
    const [sesion, organo] = await Promise.all([
      sesionDelMensaje(read, mensaje),
      read.organos.byId(mensaje.organoId),
    ])
    if (sesion === null || organo === null) return null
    const pide = puedeAcusar(sesion) && !(await hayOtraDespues(read, sesion, mensaje.modelo.datos))
    const card = pide ? mensaje.card : yaSinRespuesta(mensaje.card)
    const file = card.file && (await archivoActual(read, organo, sesion, card.file, now))
    return file ? { ...card, file } : card
  },
}

/** What is acknowledged is the last version: it is asked for in that one alone, and not where another was told. */
async function hayOtraDespues(read: Repositories, { id }: Sesion, datos: unknown): Promise<boolean> {
  // Written by a program that did not keep which version it was.
  const version = datosSchema.safeParse(datos).data?.version
  if (version === undefined) return false
  return (await read.convocatorias.list(id)).some((una) => una.version > version)
}

async function archivoActual(
  read: Repositories,
  organo: Organo,
  sesion: Sesion,
  { url }: CardFile,
  now: Instante,
): Promise<CardFile | null> {
  const entrada = await entradaConvocada(read, organo, sesion)
  return entrada ? archivoDe(sesion, entrada, now, url) : null
}
