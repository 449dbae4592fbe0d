import type { Card } from "../../cards/card.ts"
import type { AdapterId, EstadoSinAbrir, Plataformas } from "../../domain/tipos/canal.ts"
import type { ChatAdapter, Destination, ExternalUser } from "../../ports/chat-adapter.ts"
import type { Clock } from "../../ports/clock.ts"
import type { Logger } from "../../ports/logger.ts"
import type { Medidas } from "../../ports/medidas.ts"
import type { ClaimedDelivery } from "../../ports/repositories/deliveries.ts"
import type { UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import type { Rastros } from "../mensaje/rastros.ts"

export interface DispatchDeps {
  readonly data: UnitOfWork
  readonly clock: Clock
  readonly adapters: ReadonlyMap<AdapterId, ChatAdapter>
  readonly log: Logger
  /** Which request each message comes from; without it, nobody knows. */
  readonly rastros?: Rastros
  /** Where what is sent is counted; without it, nowhere. */
  readonly medidas?: Medidas
  /** What people call the platforms that are not on. */
  readonly plataformas?: Plataformas
  /** Of the connection of a workspace, as it was last read; without it none is on record. */
  readonly estadoDe?: (
    espacio: Pick<Destination, "adapter" | "workspace">,
  ) => "activa" | EstadoSinAbrir | null
  /** What a person's own page says now; `null`: it is nobody's. Without it, none is published. */
  readonly portadaDe?: (cuenta: ExternalUser) => Promise<Card | null>
  /** From 0 up to 1; spreads the retries of many deliveries that failed together. */
  readonly random?: () => number
}

/** How long what is for a channel that waits to be confirmed is put off, each time. */
export const POR_CONFIRMAR_MS = 5 * 60_000

/** What people call the platform of a destination. */
export function nombreDe(
  { adapters, plataformas }: DispatchDeps,
  { adapter }: Pick<Destination, "adapter">,
): string {
  return adapters.get(adapter)?.name ?? plataformas?.get(adapter) ?? adapter
}

/** What every line of the log says of a delivery, so that one search gives its whole path. */
export function rastroDe(
  { rastros }: Pick<DispatchDeps, "rastros">,
  { id, key, to }: Pick<ClaimedDelivery, "id" | "key" | "to">,
) {
  const reference = rastros?.de(key) ?? null
  return { delivery: id, key, to, ...(reference === null ? {} : { reference }) }
}
