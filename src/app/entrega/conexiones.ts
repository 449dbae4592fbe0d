import { msEntre } from "../../domain/tiempo/tiempo.ts"
import type { AdapterId } from "../../domain/tipos/canal.ts"
import type { BeforeAdapter, ChatAdapter } from "../../ports/chat-adapter.ts"
import type { Clock } from "../../ports/clock.ts"
import type { Conexiones } from "../canal/recepcion.ts"

/** A connection that is lost for less is being renewed. */
export const RECONNECTS_MS = 3 * 60_000

type Adapter = Pick<ChatAdapter | BeforeAdapter, "connection" | "workspaces" | "editing">

/** As the platforms of this process tell. All processes of an installation have the same ones on. */
export function conexionesDe(adapters: ReadonlyMap<AdapterId, Adapter>, clock: Clock): Conexiones {
  return {
    de({ adapter: id, workspace }) {
      const adapter = adapters.get(id)
      if (adapter === undefined) return { kind: "apagada" }
      if (adapter.workspaces?.reaches(workspace) === false) return { kind: "otro_espacio" }
      const desde = adapter.connection?.lostSince(workspace) ?? null
      return desde !== null && msEntre(desde, clock.now()) > RECONNECTS_MS
        ? { kind: "sin_conexion", desde }
        : { kind: "activa" }
    },
    edita: (id) => adapters.get(id)?.editing !== undefined,
  }
}
