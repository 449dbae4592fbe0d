import type { AdapterId, Canal } from "../../domain/tipos/canal.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Destination } from "../chat-adapter.ts"

export interface CanalRepository {
  byId(id: string): Promise<Canal | null>
  byPlace(place: Destination): Promise<Canal | null>
  /** A body's own; what it speaks through is asked for in src/app/canal/canales.ts. */
  list(organoId: string): Promise<readonly Canal[]>
  listAdapter(adapter: AdapterId): Promise<readonly Canal[]>
  /** Where one account reads what is for it alone; written down the first time. */
  directo(organoId: string, place: Destination): Promise<Canal>
}

/**
 * `workspace`: nothing that the bot sends to that workspace gets there (its token, its permissions).
 * `connection`: nothing opens that workspace; `platform`: the platform is off. What is for these waits.
 */
export type FailureScope = "destination" | "workspace" | "connection" | "platform"

/** Of a whole platform only its name matters. */
export type FailurePlace = Pick<Destination, "adapter"> & Partial<Destination>

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
   * The channel at that place is broken, or every active one of its workspace or platform. Returns the ids of those of which it was
   * not known: of two that find the same failure, only one gets them.
   */
  markBroken(
    place: FailurePlace,
    failure: { readonly scope: FailureScope; readonly reason: string },
    now: Instante,
  ): Promise<readonly string[]>
  /**
   * Something got to the channel: it works, and so do those that were only thought broken because of their workspace or
   * their platform. Without a channel: the platform is on again or the workspace open, and what was only broken because it
   * was not works.
   * Returns what was wrong with those that are well again; of two that find it out, only one gets them.
   */
  markWorking(place: FailurePlace): Promise<readonly ChannelFailure[]>
}
