import { sumarMs } from "../domain/tiempo.ts"
import type { AdapterId, Instante } from "../domain/tipos.ts"
import type { ChatAdapter, SendOutcome } from "../ports/chat-adapter.ts"
import type { Clock } from "../ports/clock.ts"
import type { ClaimedDelivery, DeliveryRepository } from "../ports/deliveries.ts"
import type { Logger } from "../ports/logger.ts"
import type { UnitOfWork } from "../ports/repositories.ts"
import { type Espera, esperaDeHorario } from "./horario-entrega.ts"
import { takeTurn } from "./pacer.ts"
import { partKey } from "./part-key.ts"

export interface DispatchDeps {
  readonly data: UnitOfWork
  readonly clock: Clock
  readonly adapters: ReadonlyMap<AdapterId, ChatAdapter>
  readonly log: Logger
  /** From 0 up to 1; spreads the retries of many deliveries that failed together. */
  readonly random?: () => number
}

export interface DispatchOptions {
  /** Deliveries claimed at once; each goes to another channel. */
  readonly limit: number
  /** How long a claim holds. Longer than a send with its timeout, or a slow send would look lost. */
  readonly leaseMs: number
}

export interface DispatchResult {
  readonly claimed: number
  readonly accepted: number
  /** Claims that ran out while sending and now wait for a lookup. */
  readonly lost: number
  readonly expired: number
}

/** A delivery that failed this often without leaving the process is given up and shown to a person. */
export const MAX_ATTEMPTS = 12
const FIRST_BACKOFF_MS = 2_000
const LONGEST_BACKOFF_MS = 10 * 60_000

/**
 * One round: claims what is due and sends it. No transaction is open while a platform is asked, and every result is
 * written under the claim's lease, so that of two workers only the one that holds the claim decides.
 */
export async function despacharEntregas(
  deps: DispatchDeps,
  options: DispatchOptions,
): Promise<DispatchResult> {
  const { deliveries } = deps.data.read
  const lost = await deliveries.sweepLostLeases(deps.clock.now())
  for (const { id, to } of lost)
    deps.log.warn({ delivery: id, to }, "Envío interrumpido: se verificará si llegó.")
  const expired = await deliveries.expire(deps.clock.now())
  const claimed = await deliveries.claim({
    now: deps.clock.now(),
    leaseMs: options.leaseMs,
    limit: options.limit,
    adapters: [...deps.adapters.keys()],
  })
  const espera = esperaDeHorario(deps.data.read, deps.clock.now())
  const results = await Promise.allSettled(claimed.map((delivery) => deliver(deps, delivery, espera)))
  const failed = results.find((result) => result.status === "rejected")
  // The database failed: the claims that it cut off are swept and looked up later. Say so after the others are done.
  if (failed !== undefined) throw failed.reason
  const accepted = results.filter((result) => result.status === "fulfilled" && result.value).length
  return { claimed: claimed.length, accepted, lost: lost.length, expired }
}

/** `true` when all of the message was accepted. */
async function deliver(deps: DispatchDeps, delivery: ClaimedDelivery, espera: Espera): Promise<boolean> {
  const { deliveries } = deps.data.read
  const later = await espera(delivery)
  if (later !== null) {
    await deliveries.postpone(delivery.id, delivery.lease, later, "Fuera del horario de avisos del órgano.")
    return false
  }
  const adapter = deps.adapters.get(delivery.to.adapter)
  if (adapter === undefined) throw new Error(`claimed a delivery for ${delivery.to.adapter}, which is not on`)
  const parts = countParts(deps, adapter, delivery)
  if (parts === null) {
    const reason = "El mensaje no se pudo preparar para la plataforma; revise la bitácora."
    await finish(deps, delivery, "rejected", reason)
    return false
  }
  for (let part = delivery.receipts.length; part < parts; part += 1) {
    const outcome = await sendPart(deps, adapter, delivery, part)
    if (!(await record(deps, delivery, outcome))) return false
  }
  return finish(deps, delivery, "accepted", null)
}

/** `null`: the card cannot be shown, which is a bug of the adapter; nothing has left. */
function countParts(deps: DispatchDeps, adapter: ChatAdapter, delivery: ClaimedDelivery): number | null {
  try {
    return adapter.render(delivery.card).parts.length || null
  } catch (error) {
    deps.log.error({ delivery: delivery.id, adapter: adapter.id, error }, "Rendering a card failed.")
    return null
  }
}

async function sendPart(
  deps: DispatchDeps,
  adapter: ChatAdapter,
  delivery: ClaimedDelivery,
  part: number,
): Promise<SendOutcome> {
  await takeTurn(adapter, delivery.to)
  try {
    const { to, card } = delivery
    return await adapter.send({ to, card, part, key: partKey(delivery.key, part) })
  } catch (error) {
    // Adapters do not throw for a platform's answer; if one does, nobody knows whether the message left.
    deps.log.error({ delivery: delivery.id, adapter: adapter.id, error }, "An adapter's send threw.")
    return { kind: "uncertain", detail: "El adaptador falló durante el envío." }
  }
}

/** Writes down one attempt's outcome. `true`: accepted, and the claim still holds. */
async function record(deps: DispatchDeps, delivery: ClaimedDelivery, outcome: SendOutcome): Promise<boolean> {
  const { deliveries } = deps.data.read
  switch (outcome.kind) {
    case "accepted":
      if (await deliveries.recordPart(delivery.id, delivery.lease, outcome.receipt)) return true
      lostLease(deps, delivery)
      return false
    case "rejected":
      await finish(deps, delivery, "rejected", `${outcome.reason} (${outcome.platformCode})`)
      return false
    case "uncertain":
      await finish(deps, delivery, "uncertain", outcome.detail)
      return false
    case "retry":
      await retry(deps, deliveries, delivery, outcome)
      return false
  }
}

async function retry(
  deps: DispatchDeps,
  deliveries: DeliveryRepository,
  delivery: ClaimedDelivery,
  { after, reason }: Extract<SendOutcome, { kind: "retry" }>,
): Promise<void> {
  if (delivery.attempts >= MAX_ATTEMPTS) {
    await finish(deps, delivery, "rejected", `No se logró enviar en ${delivery.attempts} intentos: ${reason}`)
    return
  }
  const wait = Math.max(after, backoff(delivery.attempts, deps.random ?? Math.random))
  const notBefore = sumarMs(deps.clock.now(), wait)
  // It keeps its turn: what comes later to the channel waits for it.
  const held = await deliveries.postpone(delivery.id, delivery.lease, notBefore, reason, "keep")
  if (!held) lostLease(deps, delivery)
}

/** Full jitter: anywhere between zero and a ceiling that doubles with each attempt. */
function backoff(attempts: number, random: () => number): number {
  return random() * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempts)
}

async function finish(
  deps: DispatchDeps,
  delivery: ClaimedDelivery,
  state: "accepted" | "rejected" | "uncertain",
  reason: string | null,
): Promise<boolean> {
  const now: Instante = deps.clock.now()
  const held = await deps.data.read.deliveries.finish(delivery.id, delivery.lease, state, reason, now)
  if (!held) lostLease(deps, delivery)
  else if (state !== "accepted") {
    deps.log.warn({ delivery: delivery.id, to: delivery.to, state, reason }, "Entrega sin confirmar.")
  }
  return held
}

function lostLease(deps: DispatchDeps, delivery: ClaimedDelivery): void {
  deps.log.warn({ delivery: delivery.id, to: delivery.to }, "El turno de envío venció antes de terminar.")
}
