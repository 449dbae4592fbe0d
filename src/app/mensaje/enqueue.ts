import type { Canal } from "../../domain/tipos/canal.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { NewDelivery } from "../../ports/repositories/deliveries.ts"
import type { Repositories, UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import { deliveryTo, type Message } from "./delivery.ts"

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

/** One message, in each of these channels. */
export const enqueueIn = (
  repositories: Pick<Repositories, "deliveries">,
  canales: Iterable<Canal>,
  message: Message,
  now: Instante,
): Promise<readonly NewDelivery[]> =>
  enqueue(
    repositories,
    [...canales].map((canal) => deliveryTo(canal, message)),
    now,
  )

const byKey = (a: NewDelivery, b: NewDelivery) => (a.key < b.key ? -1 : 1)

/**
 * The same data, which note each message that is put in the queue, and whether anything was written in the log; what
 * belongs to a transaction that fails is not noted.
 */
export function anotandoActos(data: UnitOfWork): {
  readonly data: UnitOfWork
  readonly encoladas: readonly NewDelivery[]
  /** An act is on record. */
  readonly asentado: () => boolean
} {
  const encoladas: NewDelivery[] = []
  let asentado = false
  const noting: UnitOfWork = {
    read: data.read,
    fresh: data.fresh,
    async transaction(work) {
      const suyas: NewDelivery[] = []
      let escrito = false
      const result = await data.transaction((repositories) => {
        const { deliveries, eventos } = repositories
        suyas.length = 0
        escrito = false
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
          eventos: {
            ...eventos,
            async append(evento) {
              await eventos.append(evento)
              escrito = true
            },
          },
        })
      })
      encoladas.push(...suyas)
      asentado ||= escrito
      return result
    },
  }
  return { data: noting, encoladas, asentado: () => asentado }
}
