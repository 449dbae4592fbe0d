import type { AdapterId } from "../../domain/tipos/canal.ts"
import type { ChatAdapter, Destination } from "../../ports/chat-adapter.ts"
import type { Clock } from "../../ports/clock.ts"
import type { Logger } from "../../ports/logger.ts"
import type { UnitOfWork } from "../../ports/repositories/unit-of-work.ts"

export interface DispatchDeps {
  readonly data: UnitOfWork
  readonly clock: Clock
  readonly adapters: ReadonlyMap<AdapterId, ChatAdapter>
  readonly log: Logger
  /** From 0 up to 1; spreads the retries of many deliveries that failed together. */
  readonly random?: () => number
}

/** What people call the platform of a destination. */
export function nombreDe({ adapters }: DispatchDeps, { adapter }: Destination): string {
  return adapters.get(adapter)?.name ?? adapter
}
