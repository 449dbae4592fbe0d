import { msEntre } from "../../domain/tiempo/tiempo.ts"
import type { AdapterId } from "../../domain/tipos/canal.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { BeforeAdapter, ChatAdapter } from "../../ports/chat-adapter.ts"
import type { AdapterDeliveries } from "../../ports/repositories/delivery-review.ts"
import { RECONNECTS_MS } from "../entrega/conexiones.ts"

/** What could have left for longer, with nothing taken meanwhile, is not only waiting for its turn. */
const TURNS_MS = 15 * 60_000

/** How a platform fares, as whoever watches the process is told. */
export interface SaludPlataforma {
  readonly plataforma: AdapterId
  readonly estado: "en_servicio" | "escucha_otro_proceso" | "sin_conexion" | "no_recibe" | "apagada"
  /** It has been out of reach for long enough to call somebody. */
  readonly falla: boolean
  readonly sinConexionDesde: Instante | null
  readonly ultimoEnvio: Instante | null
  readonly porEnviar: number
  readonly primeroPorEnviarDesde: Instante | null
}

type Adapter = Pick<ChatAdapter | BeforeAdapter, "connection"> & { escucha?(): boolean }

/** Every platform that is on, and those that are off while something waits for them. */
export function saludDePlataformas(
  adapters: ReadonlyMap<AdapterId, Adapter>,
  deliveries: ReadonlyMap<AdapterId, AdapterDeliveries>,
  now: Instante,
): readonly SaludPlataforma[] {
  const off = [...deliveries]
    .filter(([id, { waiting }]) => waiting > 0 && !adapters.has(id))
    .map(([id]) => id)
  return [...adapters.keys(), ...off].map((plataforma) => {
    const adapter = adapters.get(plataforma)
    const { waiting = 0, oldestDue = null, lastAccepted = null } = deliveries.get(plataforma) ?? {}
    const lost = adapter?.connection?.lostSince() ?? null
    const estado = estadoDe(adapter, { waiting, oldestDue, lastAccepted }, lost, now)
    return {
      plataforma,
      estado,
      falla: estado === "no_recibe" || (lost !== null && msEntre(lost, now) > RECONNECTS_MS),
      sinConexionDesde: lost,
      ultimoEnvio: lastAccepted,
      porEnviar: waiting,
      primeroPorEnviarDesde: oldestDue,
    }
  })
}

function estadoDe(
  adapter: Adapter | undefined,
  { oldestDue, lastAccepted }: AdapterDeliveries,
  lost: Instante | null,
  now: Instante,
): SaludPlataforma["estado"] {
  if (adapter === undefined) return "apagada"
  if (lost !== null) return "sin_conexion"
  const stuck =
    oldestDue !== null &&
    msEntre(oldestDue, now) > TURNS_MS &&
    (lastAccepted === null || msEntre(lastAccepted, now) > TURNS_MS)
  if (stuck) return "no_recibe"
  return adapter.escucha?.() === false ? "escucha_otro_proceso" : "en_servicio"
}
