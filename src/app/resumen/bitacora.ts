import type { Medio } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Evento } from "../../ports/repositories/bitacora.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

/** A publication of a session's summary, as the append-only log has it. */
const TIPO = "resumen.publicado"

const objeto = ({ id }: Sesion) => `sesion:${id}`

export interface Publicada {
  readonly version: string
  /** Ids of the channels that it went to. */
  readonly canales: readonly string[]
  readonly instante: Instante
  /** Name of who confirmed it. */
  readonly por: string
}

/** Every publication of a session's summary, oldest first. */
export async function publicaciones(
  read: Pick<Repositories, "eventos" | "personas">,
  sesion: Sesion,
): Promise<readonly Publicada[]> {
  const eventos = (await read.eventos.byObjeto(objeto(sesion))).filter(({ tipo }) => tipo === TIPO)
  const found: Publicada[] = []
  for (const evento of [...eventos].sort((a, b) => a.instante.localeCompare(b.instante))) {
    const persona = evento.personaId === null ? null : await read.personas.byId(evento.personaId)
    const por = persona?.nombre ?? "alguien que no consta en el directorio"
    found.push({ ...detalle(evento), instante: evento.instante, por })
  }
  return found
}

/** What an older program may have written otherwise is read as nothing. */
function detalle({ despues }: Evento): Pick<Publicada, "version" | "canales"> {
  const known = typeof despues === "object" && despues !== null ? despues : {}
  const version = "version" in known && typeof known.version === "string" ? known.version : ""
  const canales = "canales" in known && Array.isArray(known.canales) ? known.canales : []
  return { version, canales: canales.filter((id) => typeof id === "string") }
}

export async function asentarPublicacion(
  repositories: Pick<Repositories, "eventos">,
  publicacion: {
    readonly organo: Organo
    readonly sesion: Sesion
    readonly personaId: string
    readonly plataforma: Medio
    readonly now: Instante
    readonly anterior: string | null
    readonly version: string
    readonly canales: readonly string[]
  },
): Promise<void> {
  const { organo, sesion, personaId, plataforma, now, anterior, version, canales } = publicacion
  await repositories.eventos.append({
    tipo: TIPO,
    objeto: objeto(sesion),
    organoId: organo.id,
    personaId,
    plataforma,
    antes: anterior === null ? null : { version: anterior },
    despues: { version, canales },
    instante: now,
  })
}
