import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { NewDelivery } from "../../ports/repositories/deliveries.ts"
import type { Repositories, UnitOfWork } from "../../ports/repositories/unit-of-work.ts"

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

/** The same data, which note each message that is put in the queue; those of a transaction that fails are not noted. */
export function anotandoEntregas(data: UnitOfWork): {
  readonly data: UnitOfWork
  readonly encoladas: readonly NewDelivery[]
} {
  const encoladas: NewDelivery[] = []
  const noting: UnitOfWork = {
    read: data.read,
    fresh: data.fresh,
    async transaction(work) {
      const suyas: NewDelivery[] = []
      const result = await data.transaction((repositories) => {
        const { deliveries } = repositories
        suyas.length = 0
        return work({
          ...repositories,
          deliveries: {
            ...deliveries,
            async enqueue(delivery, now) {
              const outcome = await deliveries.enqueue(delivery, now)
              if (outcome === "created") suyas.push(delivery)
              return outcome
            },
          },
        })
      })
      encoladas.push(...suyas)
      return result
    },
  }
  return { data: noting, encoladas }
}
