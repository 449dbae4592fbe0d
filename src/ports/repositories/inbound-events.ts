import type { AdapterId } from "../../domain/tipos/canal.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"

export interface InboundEventRepository {
  /**
   * `false`: this event was claimed before; answer nothing. What is read afterwards of who somebody is, is what was true
   * when it was claimed, or later, in whichever process it was changed.
   */
  claim(adapter: AdapterId, eventId: string, receivedAt: Instante): Promise<boolean>
  /** The same for what nobody claims: a suggestion. */
  catchUp(): Promise<void>
  /** Forgets events older than `before`; returns how many. */
  forget(before: Instante): Promise<number>
}
