import { isDeepStrictEqual } from "node:util"
import { z } from "zod"
import type { Card } from "../../cards/card.ts"
import { recordatorioSesionCard, sesionYaNoEsperadaCard } from "../../cards/sesion/recordatorio.ts"
import { responsables } from "../../domain/directorio/institucion.ts"
import { asuntoSesion, hechoSesion, idDe } from "../../domain/mensaje/hechos.ts"
import type { CargaInstitucion } from "../../domain/recordatorio/cumplimiento.ts"
import { esEsperada } from "../../domain/sesion/recordatorio.ts"
import { diasHabilesEntre, type Inhabiles, sumarDias } from "../../domain/tiempo/plazo.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { fueConvocada } from "../../domain/visibilidad/fue-convocada.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { ESTADO_SESION } from "../../texts/etiquetas.ts"
import { leerCalendarios } from "../inhabil/calendarios.ts"
import type { MensajeConModelo, ModeloConAsuntos, Revised, RevisionMensaje } from "../mensaje/revision.ts"
import { cargasDeInstituciones } from "../recordatorio/carga.ts"

/** Calendar read around the days, in days: longer than any vacation. */
const MARGEN = 60

const datosSchema = z.object({
  institucionId: z.string(),
  correspondia: z.string().nullable(),
  conUrl: z.boolean(),
  conBotones: z.boolean(),
  previo: z.boolean(),
})
/** What a reminder of a session needs besides the session to be written anew. */
export type DatosMensajeSesion = Readonly<z.infer<typeof datosSchema>>

export function modeloSesion(sesion: Sesion, datos: DatosMensajeSesion): ModeloConAsuntos {
  const asunto = asuntoSesion(sesion.id)
  return { asuntos: [asunto], modelo: { tipo: "sesion", hechos: { [asunto]: hechoSesion(sesion) }, datos } }
}

export interface EscenaSesion {
  readonly organo: Organo
  readonly institucion: Institucion
  readonly inhabiles: Inhabiles
  readonly cargas: ReadonlyMap<string | null, CargaInstitucion>
}

/** The reminder as it reads on a day. */
export function tarjetaSesion(
  { organo, institucion, inhabiles, cargas }: EscenaSesion,
  sesion: Sesion,
  datos: DatosMensajeSesion,
  hoy: Fecha,
): Card {
  const { correspondia, conUrl, conBotones, previo } = datos
  const { abiertos = 0, vencidos = 0 } = cargas.get(institucion.id) ?? {}
  return recordatorioSesionCard({
    sesion,
    organo,
    institucion,
    hoy,
    diasHabiles: sesion.fecha === null ? 0 : diasHabilesEntre(hoy, sesion.fecha, inhabiles),
    debe: { abiertos, vencidos },
    correspondia,
    conUrl,
    conBotones,
    previo,
  })
}

export const revisionSesion: RevisionMensaje = {
  /**
   * Always written anew: the one shortly before a session was planned the day before, and what is owed and how long is
   * left may have changed since. A session with another date has reminders of its own.
   */
  async vigente(read, mensaje, now): Promise<Revised> {
    const leida = await leer(read, mensaje)
    if (leida === null) return { kind: "sigue" }
    const { sesion, datos, organo } = leida
    const razon = yaNoProcede(mensaje, sesion, datos.previo)
    if (razon !== null) return { kind: "cancela", reason: razon }
    const hoy = fechaEnZona(now, organo.zona)
    const card = tarjetaSesion(await leerEscena(read, leida, hoy), sesion, datos, hoy)
    if (isDeepStrictEqual(card, mensaje.card)) return { kind: "sigue" }
    return { kind: "cambia", card, modelo: modeloSesion(sesion, datos).modelo }
  },

  async cuerpo(read, mensaje, now): Promise<Card | null> {
    const leida = await leer(read, mensaje)
    if (leida === null) return null
    const { sesion, datos, organo } = leida
    const hoy = fechaEnZona(now, organo.zona)
    if (!esEsperada(sesion) || sesion.fecha === null || sesion.fecha < hoy)
      return sesionYaNoEsperadaCard(leida)
    return tarjetaSesion(await leerEscena(read, leida, hoy), sesion, datos, hoy)
  },
}

interface Leida {
  readonly sesion: Sesion
  readonly datos: DatosMensajeSesion
  readonly organo: Organo
  readonly institucion: Institucion
}

/** The session that a message speaks of. */
export async function sesionDelMensaje(
  read: Pick<Repositories, "sesiones">,
  { modelo }: MensajeConModelo,
): Promise<Sesion | null> {
  const [id] = Object.keys(modelo.hechos).flatMap((asunto) => idDe("sesion", asunto) ?? [])
  return id === undefined ? null : read.sesiones.byId(id)
}

/** `null`: written by a program that kept other data; such a message is left as it is. */
async function leer(read: Repositories, mensaje: MensajeConModelo): Promise<Leida | null> {
  const datos = datosSchema.safeParse(mensaje.modelo.datos).data
  if (datos === undefined) return null
  const [sesion, organo, institucion] = await Promise.all([
    sesionDelMensaje(read, mensaje),
    read.organos.byId(mensaje.organoId),
    read.instituciones.byId(datos.institucionId),
  ])
  return sesion && organo && institucion ? { sesion, datos, organo, institucion } : null
}

async function leerEscena(
  read: Repositories,
  { sesion, organo, institucion }: Leida,
  hoy: Fecha,
): Promise<EscenaSesion> {
  const [desde = hoy, hasta = hoy] = [hoy, sesion.fecha ?? hoy].sort()
  const [calendarios, instituciones] = await Promise.all([
    leerCalendarios(read, organo, sumarDias(desde, -MARGEN), sumarDias(hasta, MARGEN)),
    read.instituciones.all(),
  ])
  const inhabiles = calendarios.organo
  const responsable = responsables(instituciones, hoy)
  const cargas = await cargasDeInstituciones(read, organo, hoy, inhabiles, responsable)
  return { organo, institucion, inhabiles, cargas }
}

/** `null`: it still does. */
function yaNoProcede({ modelo }: MensajeConModelo, sesion: Sesion, previo: boolean): string | null {
  if (!esEsperada(sesion))
    return `Ya no procede: la sesión ${sesion.clave} está ${ESTADO_SESION[sesion.estado]}.`
  if (!fueConvocada(sesion)) return `No procede: la sesión ${sesion.clave} aún no se convoca.`
  const dicho = modelo.hechos[asuntoSesion(sesion.id)]
  if (dicho?.kind !== "sesion") return null
  const movida = dicho.fecha !== sesion.fecha || (previo && dicho.hora !== sesion.hora)
  return movida
    ? `Ya no procede: la sesión ${sesion.clave} cambió de fecha u hora y tiene avisos nuevos.`
    : null
}
