import { institucionEnFecha } from "../../domain/directorio/institucion.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type CanalInstitucional, canalesInstitucionales } from "./canales.ts"

type Lectura = Pick<Repositories, "canales" | "organos" | "instituciones">

export const porSiglas = (a: Institucion, b: Institucion) => a.siglas.localeCompare(b.siglas, "es")

/** The institutions with a seat today, guests included, as they are called today. */
export async function institucionesSentadas(
  read: Pick<Repositories, "organos" | "instituciones">,
  organo: Organo,
  hoy: Fecha,
): Promise<readonly Institucion[]> {
  const todas = await read.instituciones.all()
  const asientos = new Set((await read.organos.integrantes(organo.id, hoy)).map((seat) => seat.institucionId))
  const vigentes = todas
    .filter(({ id }) => asientos.has(id))
    .map((una) => institucionEnFecha(una, hoy, todas))
  return [...new Set(vigentes)].sort(porSiglas)
}

export interface Destinos {
  readonly canales: readonly CanalInstitucional[]
  /** Seats that no channel reaches. */
  readonly sinCanal: readonly Institucion[]
}

/** The channels of the institutions with a seat today, and who is left without. */
export async function destinosDeIntegrantes(read: Lectura, organo: Organo, hoy: Fecha): Promise<Destinos> {
  const sentadas = await institucionesSentadas(read, organo, hoy)
  const asientos = new Set(sentadas.map(({ id }) => id))
  const canales = (await canalesInstitucionales(read, organo, hoy))
    .filter(({ institucion }) => asientos.has(institucion.id))
    .sort((a, b) => porSiglas(a.institucion, b.institucion))
  const alcanzadas = new Set(canales.map(({ institucion }) => institucion.id))
  return { canales, sinCanal: sentadas.filter(({ id }) => !alcanzadas.has(id)) }
}

/** To whom a session is announced. */
export interface DestinoSesion extends CanalInstitucional {
  /** Only the channels of institutions of the body get the address of a remote session. */
  readonly conUrl: boolean
}

/**
 * The institutions' channels in which a body's sessions may be announced. A sub-body that speaks through the channels of
 * the body above it announces them only to those with a seat in it. Where no seat is on record nobody is known to
 * belong to it, and only what is public is announced.
 */
export async function destinosDeSesiones(
  read: Lectura,
  organo: Organo,
  hoy: Fecha,
): Promise<(sesion: Pick<Sesion, "difusion">) => readonly DestinoSesion[]> {
  const canales = await canalesInstitucionales(read, organo, hoy)
  const asientos = new Set((await institucionesSentadas(read, organo, hoy)).map(({ id }) => id))
  const todos = canales.map(
    (uno): DestinoSesion => ({
      ...uno,
      conUrl: uno.canal.organoId === organo.id || asientos.has(uno.institucion.id),
    }),
  )
  return ({ difusion }) => {
    if (difusion === "interna") return []
    if (difusion === "publica" && asientos.size === 0) return todos
    return todos.filter(({ conUrl }) => conUrl)
  }
}
