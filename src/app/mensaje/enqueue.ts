import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { NewDelivery } from "../../ports/repositories/deliveries.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

/**
 * The only way into the table of deliveries; returns those that were not there before. They are written in the order of
 * their keys, so that two transactions that say the same at once wait for each other instead of locking each other out.
 */
export async function enqueue(
  { deliveries }: Pick<Repositories, "deliveries">,
  messages: readonly NewDelivery[],
  now: Instante,
): Promise<readonly NewDelivery[]> {
  const created: NewDelivery[] = []
  for (const message of [...messages].sort(byKey))
    if ((await deliveries.enqueue(message, now)) === "created") created.push(message)
  return created
}

const byKey = (a: NewDelivery, b: NewDelivery) => (a.key < b.key ? -1 : 1)
