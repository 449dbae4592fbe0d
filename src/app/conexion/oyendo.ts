import { msEntre } from "../../domain/tiempo/tiempo.ts"
import type { InboundHandler } from "../../ports/chat-adapter.ts"
import type { Clock } from "../../ports/clock.ts"
import type { Espacio } from "../../ports/conexiones.ts"
import type { Logger } from "../../ports/logger.ts"
import type { UnitOfWork } from "../../ports/repositories/unit-of-work.ts"

/** That a workspace is heard is written down no more often than this. */
const EVERY_MS = 5 * 60_000
const MAX_KEPT = 10_000

interface Deps {
  readonly data: UnitOfWork
  readonly clock: Clock
  readonly log: Logger
}

/** The same answers; and when each workspace was last heard is on record. Nobody waits for that. */
export function oyendo({ data, clock, log }: Deps, inbound: InboundHandler): InboundHandler {
  const written = new Map<string, string>()
  const heard = ({ adapter, workspace }: Espacio) => {
    const now = clock.now()
    const key = `${adapter} ${workspace}`
    const last = written.get(key)
    if (last !== undefined && msEntre(last, now) < EVERY_MS) return
    // Of more workspaces than there can be, nobody keeps the hour.
    if (written.size >= MAX_KEPT) written.clear()
    written.set(key, now)
    data.fresh.conexiones
      .heard({ adapter, workspace }, now)
      .catch((error: unknown) =>
        log.warn({ adapter, error }, "That a workspace was heard was not written down."),
      )
  }
  return {
    command: (input) => {
      heard(input.place)
      return inbound.command(input)
    },
    action: (input) => {
      heard(input.place)
      return inbound.action(input)
    },
    submit: (input) => {
      heard(input.place)
      return inbound.submit(input)
    },
    complete: (input) => inbound.complete(input),
    opened: (input) => {
      heard(input.actor)
      return inbound.opened(input)
    },
  }
}
