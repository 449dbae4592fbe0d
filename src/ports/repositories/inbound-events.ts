import type { AdapterId } from "../../domain/tipos/canal.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"

export interface InboundEventRepository {
  /** `false`: this event was claimed before; answer nothing. */
  claim(adapter: AdapterId, eventId: string, receivedAt: Instante): Promise<boolean>
  /** Forgets events older than `before`; returns how many. */
  forget(before: Instante): Promise<number>
}
