import { Router } from "express"
import type { SingleListener } from "../app/entrega/single-listener.ts"
import type { AdapterId } from "../domain/tipos/canal.ts"
import type { ChatAdapter } from "../ports/chat-adapter.ts"

interface HealthDeps {
  /** Rejects when the database does not answer. */
  readonly ping: () => Promise<void>
  readonly adapters: ReadonlyMap<AdapterId, ChatAdapter | SingleListener>
}

/** `GET /salud`, for whoever watches the process: 200 while the database answers, else 503. */
export function healthRoutes({ ping, adapters }: HealthDeps): Router {
  const router = Router()
  router.get("/salud", (_request, response) => {
    ping().then(
      () =>
        response.json({
          estado: "en servicio",
          adaptadores: [...adapters.keys()],
          // Another process hears these; this one sends, and takes its place when it stops.
          escucha_otro_proceso: [...adapters].filter(([, adapter]) => waits(adapter)).map(([id]) => id),
        }),
      () => response.status(503).json({ estado: "sin base de datos" }),
    )
  })
  return router
}

const waits = (adapter: ChatAdapter | SingleListener) => "escucha" in adapter && !adapter.escucha()
