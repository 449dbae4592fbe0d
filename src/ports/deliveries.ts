import type { Card } from "../cards/card.ts"
import type { AdapterId, Instante } from "../domain/tipos.ts"
import type { Destination, Receipt } from "./chat-adapter.ts"

export type DeliveryState =
  | "pending"
  | "sending"
  | "accepted"
  | "uncertain"
  | "rejected"
  | "expired"
  | "cancelled"
export type DeliveryPurpose = "recordatorio" | "resumen" | "aviso" | "prueba"

/** A message that must reach a channel once. Written in the transaction of the change that causes it. */
export interface NewDelivery {
  /** hash(purpose, aggregate, occurrence or version, destination): unique, so that enqueuing twice is harmless. */
  readonly key: string
  readonly purpose: DeliveryPurpose
  readonly organoId: string
  readonly canalId: string
  readonly to: Destination
  readonly card: Card
  /** Not sent before this instant (working hours). */
  readonly notBefore: Instante
  /** Past it, the message is useless and expires with a reason; `null`: never. */
  readonly expiresAt: Instante | null
  /** Why it exists, in Spanish: rule and data ("T-5: vence el 15 de marzo"). */
  readonly why: string
}

export interface Delivery extends NewDelivery {
  readonly id: string
  readonly state: DeliveryState
  readonly attempts: number
  /** Parts already accepted, in order; the next part to send is `receipts.length`. */
  readonly receipts: readonly Receipt[]
  readonly reason: string | null
  readonly createdAt: Instante
  readonly finishedAt: Instante | null
}

export interface ClaimedDelivery extends Delivery {
  /** Proof of the claim: a write with a lease that is no longer held changes nothing. */
  readonly lease: string
}

export interface DeliveryRepository {
  /** `exists`: the key is there already, nothing was written. */
  enqueue(delivery: NewDelivery, now: Instante): Promise<"created" | "exists">
  /**
   * Claims due deliveries with `FOR UPDATE SKIP LOCKED`, at most one for each destination (order is kept),
   * and only when no earlier delivery to that destination is unfinished (`sending`, or `pending` and due, or `pending`
   * and keeping its turn).
   */
  claim(options: {
    readonly now: Instante
    readonly leaseMs: number
    readonly limit: number
    readonly adapters: readonly AdapterId[]
  }): Promise<readonly ClaimedDelivery[]>
  /** One part was accepted. Keeps the lease. `false`: the lease was lost. */
  recordPart(id: string, lease: string, receipt: Receipt): Promise<boolean>
  /** Ends the claim with a final state. `false`: the lease was lost. */
  finish(
    id: string,
    lease: string,
    state: "accepted" | "rejected" | "uncertain" | "expired" | "cancelled",
    reason: string | null,
    now: Instante,
  ): Promise<boolean>
  /**
   * Back to `pending`, not before `notBefore`. `false`: the lease was lost. With `keep`, later deliveries to the
   * destination wait for this one (a retry: order is kept); with `yield`, the default, they may go first (it waits for
   * working hours). One of which some part was already accepted keeps its turn in any case.
   */
  postpone(
    id: string,
    lease: string,
    notBefore: Instante,
    reason: string,
    turn?: "keep" | "yield",
  ): Promise<boolean>
  /** Deliveries whose lease ran out while sending become `uncertain`; returns them. */
  sweepLostLeases(now: Instante): Promise<readonly Delivery[]>
  /** Pending deliveries past `expiresAt` become `expired` with a reason; returns how many. */
  expire(now: Instante): Promise<number>
  /** `uncertain` ones, for lookup; oldest first. */
  uncertain(limit: number): Promise<readonly Delivery[]>
  /** Result of a lookup: found → accepted with its receipt; absent → pending again. Only from `uncertain`. */
  resolveUncertain(
    id: string,
    result:
      | { readonly kind: "found"; readonly receipt: Receipt; readonly last: boolean }
      | { readonly kind: "absent" },
    now: Instante,
  ): Promise<boolean>
  list(filter: {
    readonly states?: readonly DeliveryState[]
    readonly organoId?: string
    readonly limit: number
  }): Promise<readonly Delivery[]>
  byKey(key: string): Promise<Delivery | null>
  /** Earliest instant at which something pending becomes due, or `null`. */
  nextDue(now: Instante): Promise<Instante | null>
}
