import { createHash } from "node:crypto"
import {
  type EntradaCalendario,
  entradaDeCompromiso,
  entradaDeSesion,
  entradaSinNada,
  type SesionEnCalendario,
} from "../../cards/calendario/entrada.ts"
import { estaAbierto } from "../../domain/compromiso/compromiso.ts"
import { rige } from "../../domain/compromiso/exigible.ts"
import { asuntoCompromiso, asuntoSesion, asuntoSuscripcion } from "../../domain/mensaje/hechos.ts"
import { puntosVigentes } from "../../domain/sesion/orden-del-dia.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import { fueConvocada } from "../../domain/visibilidad/fue-convocada.ts"
import { vePunto, veSesion } from "../../domain/visibilidad/visibilidad.ts"
import type { Suscripcion } from "../../ports/repositories/calendario.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { compromisosVisibles } from "../compromiso/listar.ts"
import { identificar } from "../identificar.ts"
import { archivoCalendario } from "./archivo.ts"
import { lectorDeCalendario, puedeSuscribir } from "./lector.ts"

/** How far back a calendar goes, in days. */
const HISTORIA = 365
/** How long after its session the file that a convocatoria links to is still given, in days. */
const DESPUES_DE_LA_SESION = 30
/** How often a calendar program is told to come back. */
const SEGUNDOS = 3600

/** Whose calendar was read; `personaId`: to whom its address was given, `null`: to all who were called. */
export interface LecturaDeCalendario {
  readonly asunto: string
  readonly organoId: string
  readonly personaId: string | null
}

/** `null`: there is no such calendar, or not any more; nothing says which. */
export type CalendarioLeido =
  | (LecturaDeCalendario & { readonly nombre: string; readonly texto: string })
  | null

/** 32 random bytes in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/

export const huellaDeToken = (token: string) => createHash("sha256").update(token).digest("hex")

interface Lectura {
  readonly read: Repositories
  readonly now: Instante
}

/** A body's or an institution's calendar, by its secret address. */
export async function leerSuscripcion({ read, now }: Lectura, token: string): Promise<CalendarioLeido> {
  const vigente = await suscripcionVigente({ read, now }, token)
  if (vigente === null || vigente.suscripcion.sesionId !== null) return null
  const { suscripcion, organo, hoy } = vigente
  const institucion =
    suscripcion.institucionId === null ? null : await read.instituciones.byId(suscripcion.institucionId)
  const dichas = [
    ...(await entradasDeSesiones({ read, now }, organo, hoy)),
    ...(institucion === null ? [] : await entradasDeCompromisos(read, organo, institucion.id, hoy)),
  ]
  const desde = fechaEnZona(suscripcion.creadaEn, organo.zona)
  const entradas = dichas.length > 0 ? dichas : [entradaSinNada(organo, suscripcion.id, desde)]
  const nombre = institucion === null ? organo.nombreCorto : `${organo.nombreCorto} · ${institucion.siglas}`
  const texto = archivoCalendario({
    metodo: "PUBLISH",
    suscripcion: { nombre, segundos: SEGUNDOS },
    entradas,
    now,
  })
  const { id, personaId } = suscripcion
  return { nombre, texto, asunto: asuntoSuscripcion(id), organoId: organo.id, personaId }
}

/** The file of one session, as things stand now, by the address that its convocatoria carries. */
export async function calendarioDeSesion({ read, now }: Lectura, token: string): Promise<CalendarioLeido> {
  const suscripcion = TOKEN.test(token) ? await read.calendario.byHuella(huellaDeToken(token)) : null
  if (suscripcion?.sesionId == null) return null
  const [sesion, organo] = await Promise.all([
    read.sesiones.byId(suscripcion.sesionId),
    read.organos.byId(suscripcion.organoId),
  ])
  if (sesion === null || organo === null) return null
  const entrada = await entradaConvocada(read, organo, sesion)
  if (entrada === null) return null
  const hoy = fechaEnZona(now, organo.zona)
  if (hoy > sumarDias(entrada.fecha, DESPUES_DE_LA_SESION)) return null
  const lectura = { asunto: asuntoSesion(sesion.id), organoId: organo.id, personaId: null }
  return { nombre: sesion.clave, texto: archivoDeSesion(entrada, now), ...lectura }
}

/** The file of a session for those who were called to it; a cancelled one strikes the entry out. */
export function archivoDeSesion(entrada: EntradaCalendario, now: Instante): string {
  const metodo = entrada.estado === "CANCELLED" ? "CANCEL" : "PUBLISH"
  return archivoCalendario({ metodo, suscripcion: null, entradas: [entrada], now })
}

/** `null`: it has no date, and never had one. */
export async function entradaConvocada(
  read: Pick<Repositories, "calendario">,
  organo: Organo,
  sesion: Sesion,
): Promise<EntradaCalendario | null> {
  const [convocatorias, puntos, cambios] = await Promise.all([
    read.calendario.convocatorias([sesion.id]),
    read.calendario.puntos([sesion.id]),
    read.calendario.cambios([asuntoSesion(sesion.id)]),
  ])
  const todo = { organo, sesion, convocatorias, puntos, cambios: cambios.get(asuntoSesion(sesion.id)) ?? 0 }
  return entradaDeSesion(paraLector(organo, todo))
}

/** In force today: also the post of whoever asked for it. */
async function suscripcionVigente(
  { read, now }: Lectura,
  token: string,
): Promise<{ readonly suscripcion: Suscripcion; readonly organo: Organo; readonly hoy: Fecha } | null> {
  const suscripcion = TOKEN.test(token) ? await read.calendario.byHuella(huellaDeToken(token)) : null
  const organo = suscripcion && (await read.organos.byId(suscripcion.organoId))
  if (suscripcion === null || organo === null) return null
  const hoy = fechaEnZona(now, organo.zona)
  const persona = await read.personas.byId(suscripcion.personaId)
  const actor = await identificar(read, persona, hoy)
  return puedeSuscribir(actor, organo.id, suscripcion.institucionId) ? { suscripcion, organo, hoy } : null
}

/** Of sessions that were convened: a calendar program announces what appears in it. */
async function entradasDeSesiones(
  { read }: Lectura,
  organo: Organo,
  hoy: Fecha,
): Promise<readonly EntradaCalendario[]> {
  const lector = lectorDeCalendario(organo, null)
  const desde = sumarDias(hoy, -HISTORIA)
  const sesiones = (await read.sesiones.list(organo.id)).filter(
    (sesion) =>
      fueConvocada(sesion) && veSesion(lector, sesion) && (sesion.fecha === null || sesion.fecha >= desde),
  )
  const ids = sesiones.map(({ id }) => id)
  const [convocatorias, puntos, cambios] = await Promise.all([
    read.calendario.convocatorias(ids),
    read.calendario.puntos(ids),
    read.calendario.cambios(ids.map(asuntoSesion)),
  ])
  const de = <T extends { readonly sesionId: string }>(all: readonly T[], id: string) =>
    all.filter(({ sesionId }) => sesionId === id)
  return sesiones.flatMap((sesion) => {
    const todo = {
      organo,
      sesion,
      convocatorias: de(convocatorias, sesion.id),
      puntos: de(puntos, sesion.id),
      cambios: cambios.get(asuntoSesion(sesion.id)) ?? 0,
    }
    return entradaDeSesion(paraLector(organo, todo)) ?? []
  })
}

/** With the items alone that the reader may see. Illustrative ones stay out of a session that was really held. */
function paraLector(organo: Organo, todo: SesionEnCalendario): SesionEnCalendario {
  const lector = lectorDeCalendario(organo, null)
  const puntos = puntosVigentes(todo.puntos).filter(
    (punto) =>
      vePunto(lector, punto, todo.sesion) && (punto.origen !== "demo" || todo.sesion.origen === "demo"),
  )
  return { ...todo, puntos }
}

/** What the institution still owes, each on the day it falls due. */
async function entradasDeCompromisos(
  read: Repositories,
  organo: Organo,
  institucionId: string,
  hoy: Fecha,
): Promise<readonly EntradaCalendario[]> {
  const actor = lectorDeCalendario(organo, institucionId)
  const rows = await compromisosVisibles(
    { read, actor, organo, hoy },
    { organoId: organo.id, deInstituciones: [institucionId] },
  )
  const abiertos = rows
    .filter(({ compromiso, acuerdo }) => estaAbierto(compromiso) && rige(acuerdo))
    .map(({ compromiso }) => compromiso)
  const cambios = await read.calendario.cambios(abiertos.map(({ id }) => asuntoCompromiso(id)))
  return abiertos.flatMap(
    (compromiso) =>
      entradaDeCompromiso(organo, compromiso, cambios.get(asuntoCompromiso(compromiso.id)) ?? 0) ?? [],
  )
}
