import { msEntre, sumarMs } from "../../domain/tiempo/tiempo.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { ChatAdapter, LookupResult } from "../../ports/chat-adapter.ts"
import type { Delivery } from "../../ports/repositories/deliveries.ts"
import { partKey } from "../mensaje/part-key.ts"
import type { DispatchDeps } from "./envio.ts"
import { takeFromBudget } from "./pacer.ts"

/** A platform's clock and ours may differ; the search begins this much before the delivery was written. */
const CLOCK_SKEW_MS = 10 * 60_000
/**
 * A message that left may still be on its way: "absent" is believed only this long after it was first looked for. That
 * is kept with the delivery, so that processes which live for less settle it all the same.
 */
const SETTLE_MS = 30_000

export interface ResolveResult {
  readonly found: number
  readonly absent: number
  /** Nobody can say yet: they stay as they are, for a later look or a person. */
  readonly unresolved: number
}

/**
 * Asks each platform whether a message of unknown fate is there. Found: accepted with its receipt. Certainly absent:
 * pending again. Otherwise it stays uncertain: a message is never sent again on a guess.
 */
export async function resolveUncertain(
  deps: Omit<DispatchDeps, "random">,
  { limit, settleMs = SETTLE_MS }: { readonly limit: number; readonly settleMs?: number },
): Promise<ResolveResult> {
  const counts = { found: 0, absent: 0, unresolved: 0 }
  const able = [...deps.adapters].flatMap(([id, { lookup }]) => (lookup === undefined ? [] : [id]))
  for (const delivery of await deps.data.read.deliveries.uncertain(limit, able)) {
    counts[await resolve(deps, delivery, settleMs)] += 1
  }
  return counts
}

async function resolve(
  deps: Omit<DispatchDeps, "random">,
  delivery: Delivery,
  settleMs: number,
): Promise<keyof ResolveResult> {
  const adapter = deps.adapters.get(delivery.to.adapter)
  const { deliveries } = deps.data.read
  const now = deps.clock.now()
  if (adapter?.lookup === undefined) return "unresolved"
  const result = await look(deps, adapter, delivery)
  if (result.kind === "found") {
    const last = delivery.receipts.length + 1 >= adapter.render(delivery.card).parts.length
    const written = await deliveries.resolveUncertain(delivery.id, { ...result, last }, now)
    return written ? "found" : "unresolved"
  }
  if (result.kind === "unknown" || !settled(delivery, now, settleMs)) return later(deps, delivery, now)
  return (await deliveries.resolveUncertain(delivery.id, { kind: "absent" }, now)) ? "absent" : "unresolved"
}

/** Others are looked for before it is again. */
async function later(
  { data }: Pick<DispatchDeps, "data">,
  { id }: Delivery,
  now: Instante,
): Promise<"unresolved"> {
  await data.read.deliveries.lookedFor(id, now)
  return "unresolved"
}

const settled = ({ firstLookedAt }: Delivery, now: Instante, settleMs: number): boolean =>
  firstLookedAt !== null && msEntre(firstLookedAt, now) >= settleMs

async function look(
  deps: Omit<DispatchDeps, "random">,
  adapter: ChatAdapter,
  delivery: Delivery,
): Promise<LookupResult> {
  const key = partKey(delivery.key, delivery.receipts.length)
  const since = sumarMs(delivery.lookSince ?? delivery.createdAt, -CLOCK_SKEW_MS)
  // It is a request like any other; a channel's own pace is for what is posted there.
  await takeFromBudget(deps, adapter, delivery.to)
  try {
    return (await adapter.lookup?.find(delivery.to, key, since)) ?? { kind: "unknown", detail: "" }
  } catch (error) {
    deps.log.error({ delivery: delivery.id, adapter: adapter.id, error }, "An adapter's lookup threw.")
    return { kind: "unknown", detail: "lookup failed" }
  }
}
