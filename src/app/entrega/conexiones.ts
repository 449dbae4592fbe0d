import { msEntre } from "../../domain/tiempo/tiempo.ts"
import type { AdapterId, EstadoSinAbrir } from "../../domain/tipos/canal.ts"
import type { BeforeAdapter, ChatAdapter, Destination } from "../../ports/chat-adapter.ts"
import type { Clock } from "../../ports/clock.ts"
import type { CanalRepository } from "../../ports/repositories/canal.ts"
import type { Conexiones } from "../canal/recepcion.ts"

interface Alcance {
  readonly adapters: ReadonlyMap<AdapterId, Pick<Adapter, "workspaces">>
  readonly estadoDe?: ((espacio: Espacio) => "activa" | EstadoSinAbrir | null) | undefined
}

/**
 * Whether what is for a workspace may be taken: not while the platform is off or does not open it. Where this process
 * does not know (it only sends), not while its connection is on record as closed.
 */
export function alcanza({ adapters, estadoDe }: Alcance, espacio: Espacio): boolean {
  const adapter = adapters.get(espacio.adapter)
  if (adapter === undefined) return false
  const reaches = adapter.workspaces?.reaches(espacio.workspace) ?? null
  return reaches ?? [null, "activa"].includes(estadoDe?.(espacio) ?? null)
}

/** The workspaces of channels that nothing opens now: what is for them waits until somebody does. */
export async function cerrados(canales: CanalRepository, alcance: Alcance): Promise<readonly Espacio[]> {
  const closed = new Map<string, Espacio>()
  for (const adapter of alcance.adapters.keys())
    for (const { workspace } of await canales.listAdapter(adapter))
      if (!alcanza(alcance, { adapter, workspace }))
        closed.set(`${adapter} ${workspace}`, { adapter, workspace })
  return [...closed.values()]
}

/** A connection that is lost for less is being renewed. */
export const RECONNECTS_MS = 3 * 60_000

type Adapter = Pick<
  ChatAdapter | BeforeAdapter,
  "connection" | "workspaces" | "editing" | "inviting" | "files"
> &
  Partial<Pick<ChatAdapter, "checkDestination">>

type Espacio = Pick<Destination, "adapter" | "workspace">

/**
 * As the platforms of this process tell, and for a workspace that they do not open, as its connection was last read. All
 * processes of an installation have the same platforms on.
 */
export function conexionesDe(
  adapters: ReadonlyMap<AdapterId, Adapter>,
  clock: Clock,
  estadoDe: (espacio: Espacio) => "activa" | EstadoSinAbrir | null = () => null,
): Conexiones {
  return {
    de(espacio) {
      const adapter = adapters.get(espacio.adapter)
      if (adapter === undefined) return { kind: "apagada" }
      const desde = adapter.connection?.lostSince(espacio.workspace) ?? null
      if (desde !== null && msEntre(desde, clock.now()) > RECONNECTS_MS)
        return { kind: "sin_conexion", desde }
      if (alcanza({ adapters, estadoDe }, espacio)) return { kind: "activa" }
      const estado = estadoDe(espacio)
      // One that is on record is opened within a minute.
      return estado === "activa" ? { kind: "activa" } : { kind: "no_conectado", estado }
    },
    async mirar(to) {
      const adapter = adapters.get(to.adapter)
      return adapter?.checkDestination === undefined
        ? { kind: "unusable", reason: "Esa plataforma no está en servicio aquí.", platformCode: "no_answer" }
        : adapter.checkDestination(to)
    },
    edita: (id) => adapters.get(id)?.editing !== undefined,
    adjunta: (id) => adapters.get(id)?.files?.maxBytes ?? 0,
    enlaces: () =>
      [...adapters].flatMap(([adapter, { inviting }]) =>
        inviting ? [{ adapter, url: (codigo: string) => inviting.url(codigo) }] : [],
      ),
  }
}
