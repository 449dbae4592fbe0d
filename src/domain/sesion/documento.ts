import type { Difusion } from "../tipos/registro.ts"
import type { PuntoOrdenDia, Sesion } from "../tipos/sesion.ts"
import type { Instante } from "../tipos/tiempo.ts"
import type { Actor } from "../visibilidad/actor.ts"
import { conduce, institucionesDe, veOrdenDelDia, veSesion } from "../visibilidad/visibilidad.ts"

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

/** Handling levels as for items: internal ones are between who conducts the session and who delivered them. */
export function veDocumento(
  actor: Actor,
  { difusion, institucionId }: Pick<Documento, "difusion" | "institucionId">,
  sesion: Pick<Sesion, "organoId" | "difusion" | "estado" | "convocadaEl">,
): boolean {
  if (conduce(actor, sesion.organoId)) return true
  if (difusion === "publica") return veSesion(actor, sesion)
  if (difusion === "integrantes") return veOrdenDelDia(actor, sesion)
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
