import type { AdapterId, Canal } from "../../domain/tipos/canal.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Destination } from "../chat-adapter.ts"

export interface CanalRepository {
  byId(id: string): Promise<Canal | null>
  byPlace(place: Destination): Promise<Canal | null>
  /** A body's own; what it speaks through is asked for in src/app/canal/canales.ts. */
  list(organoId: string): Promise<readonly Canal[]>
  listAdapter(adapter: AdapterId): Promise<readonly Canal[]>
}

/** `workspace`: nothing that the bot sends to that workspace gets there (its token, its permissions). */
export type FailureScope = "destination" | "workspace"

/** Nothing gets to this channel. */
export interface ChannelFailure {
  readonly canalId: string
  readonly since: Instante
  /** Plain Spanish, with what to do about it. */
  readonly reason: string
  readonly scope: FailureScope
}

export interface ChannelHealthRepository {
  /** Every channel that is known to be broken, of every body. */
  broken(): Promise<readonly ChannelFailure[]>
  /**
   * The channel at that place is broken, or every active one of its workspace. Returns the ids of those of which it was
   * not known: of two that find the same failure, only one gets them.
   */
  markBroken(
    to: Destination,
    failure: { readonly scope: FailureScope; readonly reason: string },
    now: Instante,
  ): Promise<readonly string[]>
  /**
   * Something got to the channel: it works, and so do those that were only thought broken because of their workspace.
   * Returns what was wrong with those that are well again; of two that find it out, only one gets them.
   */
  markWorking(to: Destination): Promise<readonly ChannelFailure[]>
}
