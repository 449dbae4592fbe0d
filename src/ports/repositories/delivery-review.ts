import type { AdapterId } from "../../domain/tipos/canal.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Destination } from "../chat-adapter.ts"
import type { Delivery, DeliveryState } from "./deliveries.ts"

/**
 * States in one of which a delivery is looked for. `since`: only what ended from then on. `due`: only what could have
 * left by then; `canalIds`: only what is for one of these.
 */
export interface ReviewedState {
  readonly state: DeliveryState
  readonly since?: Instante
  readonly due?: Instante
  readonly canalIds?: readonly string[]
}

/** What waits for a platform, and when it last took something. */
export interface AdapterDeliveries {
  /** Due and not sent. */
  readonly waiting: number
  /** Since when the first of them could have left; `null`: none waits. */
  readonly oldestDue: Instante | null
  /** Of the latest messages of the installation; `null`: none of those. */
  readonly lastAccepted: Instante | null
}

/** Deliveries of one state for one workspace. */
export interface LiveDeliveries extends Pick<Destination, "adapter" | "workspace"> {
  readonly state: Extract<DeliveryState, "pending" | "sending" | "uncertain" | "rejected">
  readonly count: number
  /** Since when the first of them could have left. */
  readonly oldest: Instante
}

/** What a person decides from: which deliveries need somebody, and the changes that somebody may make to them. */
export interface DeliveryReviewRepository {
  /** In the order of `any`, newest first. */
  page(filter: {
    readonly organoId: string
    readonly any: readonly ReviewedState[]
    readonly offset: number
    readonly limit: number
  }): Promise<{ readonly total: number; readonly deliveries: readonly Delivery[] }>
  /** Those of a body whose id ends so; a handful at most. */
  byEnding(organoId: string, ending: string): Promise<readonly Delivery[]>
  /** Reads it and lets nobody else change it until the transaction ends. */
  lock(id: string): Promise<Delivery | null>
  /** Back to `pending` with its attempts counted anew. `false`: it is no longer in that state, and nothing changed. */
  resend(
    id: string,
    from: DeliveryState,
    how: {
      readonly to: Destination
      /** The parts that are out are sent again, since it goes elsewhere. */
      readonly fromTheStart: boolean
      readonly expiresAt: Instante | null
    },
    now: Instante,
  ): Promise<boolean>
  /** `cancelled` with a reason. `false`: it is no longer in that state, and nothing changed. */
  discard(id: string, from: DeliveryState, reason: string, now: Instante): Promise<boolean>
  /**
   * `cancelled` with a reason: new messages for a place that have not left, or of which nobody knows; returns how many. What
   * changes a message that is there already still goes: it may take a text out of it.
   */
  discardWaiting(to: Destination, reason: string, now: Instante): Promise<number>
  /**
   * How each platform fares; one that nothing was ever written to is not in it. `except`: workspaces that nothing opens,
   * whose messages wait for something else.
   */
  byAdapter(
    now: Instante,
    except?: readonly Pick<Destination, "adapter" | "workspace">[],
  ): Promise<ReadonlyMap<AdapterId, AdapterDeliveries>>
  /** Why a person's own page was refused last, since an instant; `null`: none was. */
  pageRefused(since: Instante): Promise<string | null>
  /** What has not come to a good end, of what could have left by now; pages that were refused are none of it. */
  live(now: Instante): Promise<readonly LiveDeliveries[]>
  /** Workspaces for which something is due, and since when the first of it could have left. */
  waitingFor(
    now: Instante,
  ): Promise<readonly (Pick<Destination, "adapter" | "workspace"> & { readonly since: Instante })[]>
  /** When each channel last took a message; a channel that never did is not in it. */
  lastAccepted(canalIds: readonly string[]): Promise<ReadonlyMap<string, Instante>>
}
