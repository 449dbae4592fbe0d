import type { Card } from "../../cards/card.ts"
import type { Hechos } from "../../domain/mensaje/hechos.ts"
import type { AdapterId } from "../../domain/tipos/canal.ts"
import type { TipoMensaje } from "../../domain/tipos/mensaje.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Destination, Receipt } from "../chat-adapter.ts"

export type DeliveryState =
  | "pending"
  | "sending"
  | "accepted"
  | "uncertain"
  | "rejected"
  | "expired"
  | "cancelled"
export type DeliveryPurpose = "recordatorio" | "resumen" | "aviso" | "prueba"

/** What a message was written from: tells later whether it still holds. Plain JSON. */
export interface ModeloMensaje {
  /** Names its rule in src/app/dia/mensajes.ts. */
  readonly tipo: TipoMensaje
  /** What it says of each subject; when one of these changes, the message is out of date. */
  readonly hechos: Hechos
  /** What else its rule needs to write it anew. */
  readonly datos: unknown
}

/** What goes first where not all can go at once, the most urgent first; its place is what is stored. */
export const PRIORITIES = ["convocatoria", "respuesta", "recordatorio", "informe"] as const
export type Priority = (typeof PRIORITIES)[number]

/**
 * What a delivery is where it goes: a message of its channel, or a person's own page (`portada`), which takes the place of
 * the one before; or a session in the calendar of its workspace (`evento`). Each has its way of leaving in src/app/entrega and its facet of the adapter; the names are stored.
 */
export const FORMAS = ["mensaje", "portada", "evento"] as const
export type Forma = (typeof FORMAS)[number]

/** Whether what comes later to the destination waits for a delivery that does not leave now. */
export type Turn = "keep" | "yield" | "aside"

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
  /** What it speaks of, as in the log: `compromiso:<id>`, `sesion:<id>`, `acuerdo:<id>`. */
  readonly asuntos?: readonly string[]
  /** `null`, the default: it holds whatever happens, and is never edited. */
  readonly modelo?: ModeloMensaje | null
  /** The delivery whose message this one changes in place; `null`, the default: a message of its own. */
  readonly editsId?: string | null
  /** The delivery whose message this one pins in its channel; `null`, the default: none. */
  readonly pinsId?: string | null
  /**
   * It may have left at any time since then, whole or in part, and nobody here knows: it begins `uncertain`, and each
   * part is looked for. `null`, the default: it has not. An edit, a pin or a page, which may be repeated, has none.
   */
  readonly lookSince?: Instante | null
  /** `mensaje`, the default. Of a `portada` at most one waits for each destination: asking for another writes nothing. */
  readonly forma?: Forma
  /** Between channels; within one, messages go in the order in which they were written. `respuesta`, the default. */
  readonly priority?: Priority
}

export interface Delivery extends NewDelivery {
  readonly id: string
  readonly asuntos: readonly string[]
  readonly modelo: ModeloMensaje | null
  readonly editsId: string | null
  readonly pinsId: string | null
  readonly lookSince: Instante | null
  readonly forma: Forma
  readonly priority: Priority
  readonly state: DeliveryState
  readonly attempts: number
  /** Parts already accepted, in order; the next part to send is `receipts.length`. */
  readonly receipts: readonly Receipt[]
  readonly reason: string | null
  readonly createdAt: Instante
  readonly finishedAt: Instante | null
  /** When its platform was first asked whether it is there, since it is `uncertain`; `null`: not yet. */
  readonly firstLookedAt: Instante | null
}

export interface ClaimedDelivery extends Delivery {
  /** Proof of the claim: a write with a lease that is no longer held changes nothing. */
  readonly lease: string
}

/** What the platform counts together; `workspace` is empty where that is all that one bot sends. */
export interface SendBudget {
  readonly adapter: AdapterId
  readonly workspace: string
  readonly everyMs: number
  readonly sends: number
}

export interface DeliveryRepository {
  /** `exists`: the key is there already, or a page of that destination waits; nothing was written. */
  enqueue(delivery: NewDelivery, now: Instante): Promise<"created" | "exists">
  /**
   * Claims due deliveries, at most one for each destination (order is kept), and only when no earlier delivery to that
   * destination is unfinished (`sending`, or `pending` and due, or `pending` and keeping its turn). The most urgent first,
   * and of those one of each body in turn. What another claims at this moment is left to it.
   */
  claim(options: {
    readonly now: Instante
    readonly leaseMs: number
    readonly limit: number
    readonly adapters: readonly AdapterId[]
    /** Workspaces that this process does not open now: what is for them stays where it is. By default none. */
    readonly except?: readonly Pick<Destination, "adapter" | "workspace">[]
    /** Of an adapter, fewer than `limit`. */
    readonly room?: ReadonlyMap<AdapterId, number>
  }): Promise<readonly ClaimedDelivery[]>
  /** Writes it anew before any of it leaves. Keeps the lease. `false`: the lease was lost, or a part is out. */
  rewrite(
    id: string,
    lease: string,
    content: { readonly card: Card; readonly modelo: ModeloMensaje | null },
  ): Promise<boolean>
  /**
   * Changes one that is still waiting, and that nobody takes meanwhile; inside a transaction, until it ends. `false`:
   * there is none with this key, or it is not waiting any more.
   */
  amendWaiting(
    key: string,
    change: (delivery: Delivery) => Pick<NewDelivery, "card" | "modelo">,
  ): Promise<boolean>
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
   * working hours, and is not counted as an attempt), as with `aside`, which is one. One of which some part was already accepted keeps its turn in any case.
   */
  postpone(id: string, lease: string, notBefore: Instante, reason: string, turn?: Turn): Promise<boolean>
  /**
   * Deliveries whose lease ran out while sending become `uncertain`; returns them. An edit, a pin or a page may be
   * repeated without harm, so it is `pending` again, in its turn.
   */
  sweepLostLeases(now: Instante): Promise<readonly Delivery[]>
  /** Pending deliveries past `expiresAt` become `expired` with a reason; returns how many. */
  expire(now: Instante): Promise<number>
  /** `uncertain` ones of these adapters, for lookup; those that were looked for longest ago first. */
  uncertain(limit: number, adapters: readonly AdapterId[]): Promise<readonly Delivery[]>
  /** It was looked for and nobody can say yet. Only while it is `uncertain`. */
  lookedFor(id: string, now: Instante): Promise<void>
  /**
   * Result of a lookup: found → accepted with its receipt, or, where parts are left, to be sent from there, or looked for
   * in their turn (`lookSince`); absent → pending again. Only from `uncertain`.
   */
  resolveUncertain(
    id: string,
    result:
      | { readonly kind: "found"; readonly receipt: Receipt; readonly last: boolean }
      | { readonly kind: "absent" },
    now: Instante,
  ): Promise<boolean>
  /**
   * When these data last came back from a backup (`at`), and when that was taken (`since`): what left between the two left
   * without them. `null`: never.
   */
  restored(): Promise<{ readonly since: Instante; readonly at: Instante } | null>
  /**
   * Takes so many sends from a platform's budget, which leave from now on, one each `everyMs`. `after`: it is not time
   * yet, nothing was taken; in how many milliseconds it may be. By the database's own clock, the same for all processes.
   */
  takeSends(
    budget: SendBudget,
  ): Promise<{ readonly kind: "taken" } | { readonly kind: "wait"; readonly after: number }>
  list(filter: {
    readonly states?: readonly DeliveryState[]
    readonly organoId?: string
    readonly limit: number
  }): Promise<readonly Delivery[]>
  byKey(key: string): Promise<Delivery | null>
  byId(id: string): Promise<Delivery | null>
  /** Every edit of a message, oldest first. */
  edits(id: string): Promise<readonly Delivery[]>
  /**
   * Messages with a model that speak of any of these and may be in their channel: accepted since an instant, or under
   * way. Not the edits of them. Oldest first.
   */
  speakingOf(asuntos: readonly string[], since: Instante): Promise<readonly Delivery[]>
  /** All that is kept of what was asked for, of a body's sessions, in the calendars of its workspaces. Oldest first. */
  enCalendarios(organoId: string): Promise<readonly Delivery[]>
}
