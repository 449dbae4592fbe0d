import type { Difusion } from "../tipos/registro.ts"
import type { PuntoOrdenDia, Sesion } from "../tipos/sesion.ts"
import type { Instante } from "../tipos/tiempo.ts"
import type { Actor } from "../visibilidad/actor.ts"
import {
  conduce,
  institucionesDe,
  integra,
  invitadaAlPunto,
  veOrdenDelDia,
  veSesion,
} from "../visibilidad/visibilidad.ts"

/** A document of a session, by its address: the file itself is never kept. A new version names the one it replaces. */
export interface Documento {
  readonly id: string
  readonly sesionId: string
  readonly puntoId: string | null
  /** The institution that delivered it; `null`: the Secretaría Técnica. */
  readonly institucionId: string | null
  readonly nombre: string
  readonly url: string
  readonly version: number
  /** SHA-256 of the file, as whoever delivered it gave it. */
  readonly huella: string | null
  readonly difusion: Difusion
  readonly reemplazaId: string | null
  readonly personaId: string
  readonly registradoEn: Instante
}

/** The last version of each document, in the order of the agenda; those of no item come last. */
export function documentosVigentes(
  documentos: readonly Documento[],
  puntos: readonly Pick<PuntoOrdenDia, "id">[],
): readonly Documento[] {
  const reemplazados = new Set(documentos.map(({ reemplazaId }) => reemplazaId))
  const lugar = ({ puntoId }: Documento) => {
    const at = puntos.findIndex(({ id }) => id === puntoId)
    return at < 0 ? puntos.length : at
  }
  return documentos
    .filter(({ id }) => !reemplazados.has(id))
    .sort((a, b) => lugar(a) - lugar(b) || (a.registradoEn < b.registradoEn ? -1 : 1))
}

type Visible = Pick<Documento, "difusion" | "institucionId"> & Partial<Pick<Documento, "puntoId">>

/** By the session alone: being invited to one item opens no document of another. */
const esDeTodos = (actor: Actor, sesion: Pick<Sesion, "organoId" | "difusion" | "estado">): boolean =>
  veSesion(actor, { organoId: sesion.organoId, difusion: sesion.difusion, estado: sesion.estado })

/** Handling levels as for items: internal ones are between who conducts the session and who delivered them. */
export function veDocumento(
  actor: Actor,
  { difusion, institucionId, puntoId = null }: Visible,
  sesion: Pick<Sesion, "organoId" | "difusion" | "estado" | "convocadaEl"> & Partial<Pick<Sesion, "id">>,
): boolean {
  if (conduce(actor, sesion.organoId)) return true
  if (difusion !== "interna" && invitadaAlPunto(actor, sesion, puntoId)) return true
  if (difusion === "publica") return esDeTodos(actor, sesion)
  // Whoever has only a voice opens what belongs to an item, and not the folder of the session.
  if (difusion === "integrantes")
    return veOrdenDelDia(actor, sesion) && (puntoId !== null || integra(actor, sesion.organoId))
  return institucionId !== null && institucionesDe(actor, sesion.organoId).includes(institucionId)
}

/** What goes into the institutions' channels: of the session as a whole, or of an item that is in its orden del día. */
export const paraIntegrantes = (
  { difusion, puntoId }: Pick<Documento, "difusion" | "puntoId">,
  enOrden: readonly Pick<PuntoOrdenDia, "id">[],
): boolean => difusion !== "interna" && (puntoId === null || enOrden.some(({ id }) => id === puntoId))

/** An institution delivered it, and nobody but the Secretaría Técnica decides who else may open it. */
export const esperaDifusion = ({ difusion, institucionId }: Pick<Documento, "difusion" | "institucionId">) =>
  institucionId !== null && difusion === "interna"
