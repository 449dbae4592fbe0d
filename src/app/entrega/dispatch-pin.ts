import type { ChatAdapter, PinningFacet, Receipt, SendOutcome } from "../../ports/chat-adapter.ts"
import type { ClaimedDelivery } from "../../ports/repositories/deliveries.ts"
import { partKey } from "../mensaje/part-key.ts"
import type { DispatchDeps } from "./envio.ts"
import { leerOriginal, WAIT_FOR_ORIGINAL_MS } from "./mensaje-original.ts"
import { takeTurn } from "./pacer.ts"
import { finish, postpone, settle } from "./settle.ts"

/**
 * Pins the first part of a message that got to its channel. Where it cannot be done the message stands all the same,
 * and the reason is told among the deliveries. `true`: it is pinned.
 */
export async function dispatchPin(
  deps: DispatchDeps,
  adapter: ChatAdapter,
  delivery: ClaimedDelivery,
): Promise<boolean> {
  const { pinning } = adapter
  if (pinning === undefined) return cancel(deps, delivery, "La plataforma no fija mensajes.")
  const original = await leerOriginal(deps, delivery.pinsId)
  if (original === "unknown") {
    const reason = "Espera a que se confirme el mensaje que fija."
    await postpone(deps, delivery, WAIT_FOR_ORIGINAL_MS, reason, "yield")
    return false
  }
  const receipt = original?.receipts[0]
  if (receipt === undefined) return cancel(deps, delivery, "El mensaje que fijaba no llegó a enviarse.")
  if (delivery.receipts.length === 0) {
    const outcome = await pin(deps, adapter, pinning, delivery, receipt)
    if (!(await settle(deps, delivery, outcome))) return false
  }
  return finish(deps, delivery, "accepted", null)
}

/** Pinning what is pinned leaves it pinned, so that an answer that was lost is only a reason to ask again. */
async function pin(
  deps: DispatchDeps,
  adapter: ChatAdapter,
  pinning: PinningFacet,
  delivery: ClaimedDelivery,
  receipt: Receipt,
): Promise<SendOutcome> {
  await takeTurn(deps, adapter, delivery.to)
  try {
    const outcome = await pinning.pin({ receipt, key: partKey(delivery.key, 0) })
    return outcome.kind === "uncertain" ? { kind: "retry", after: 0, reason: outcome.detail } : outcome
  } catch (error) {
    deps.log.error({ delivery: delivery.id, adapter: adapter.id, error }, "An adapter's pin threw.")
    return { kind: "retry", after: 0, reason: "El adaptador falló al fijar el mensaje." }
  }
}

async function cancel(deps: DispatchDeps, delivery: ClaimedDelivery, reason: string): Promise<false> {
  await finish(deps, delivery, "cancelled", reason)
  return false
}
