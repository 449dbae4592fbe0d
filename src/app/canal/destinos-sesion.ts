import { institucionEnFecha } from "../../domain/directorio/institucion.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { canalesDelOrgano } from "./audiencia.ts"

/** To whom a session is announced: an institution, and one of its channels. */
export interface DestinoSesion {
  readonly institucion: Institucion
  readonly canal: Canal
  /** Only the channels of institutions of the body get the address of a remote session. */
  readonly conUrl: boolean
}

/**
 * The institutions' channels in which a body's sessions may be announced. A sub-body that speaks through the channels of
 * the body above it announces them only to those with a seat in it. Where no seat is on record nobody is known to
 * belong to it, and only what is public is announced.
 */
export async function destinosDeSesiones(
  read: Pick<Repositories, "canales" | "organos" | "instituciones">,
  organo: Organo,
  hoy: Fecha,
): Promise<(sesion: Pick<Sesion, "difusion">) => readonly DestinoSesion[]> {
  const [canales, instituciones, integrantes] = await Promise.all([
    canalesDelOrgano(read, organo, "institucion"),
    read.instituciones.all(),
    read.organos.integrantes(organo.id, hoy),
  ])
  const porId = new Map(instituciones.map((institucion) => [institucion.id, institucion]))
  const vigente = (id: string | null) => {
    const institucion = porId.get(id ?? "")
    return institucion && institucionEnFecha(institucion, hoy, instituciones)
  }
  const asientos = new Set(integrantes.map(({ institucionId }) => vigente(institucionId)?.id))
  const todos = canales.flatMap((canal): readonly DestinoSesion[] => {
    const institucion = vigente(canal.institucionId)
    if (institucion === undefined) return []
    const conUrl = canal.organoId === organo.id || asientos.has(institucion.id)
    return [{ institucion, canal, conUrl }]
  })
  return ({ difusion }) => {
    if (difusion === "interna") return []
    if (difusion === "publica" && asientos.size === 0) return todos
    return todos.filter(({ conUrl }) => conUrl)
  }
}
