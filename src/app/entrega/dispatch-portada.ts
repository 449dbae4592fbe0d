import type { Card } from "../../cards/card.ts"
import {
  type ChatAdapter,
  cuentaDeDirecto,
  type PortadaFacet,
  type SendOutcome,
} from "../../ports/chat-adapter.ts"
import type { ClaimedDelivery } from "../../ports/repositories/deliveries.ts"
import { partKey } from "../mensaje/part-key.ts"
import { type DispatchDeps, rastroDe } from "./envio.ts"
import { takeTurn } from "./pacer.ts"
import { finish, settle } from "./settle.ts"

/**
 * Puts on a person's page what holds when it leaves: it is written now, for whoever the account is now, and kept nowhere.
 * `true`: it is there.
 */
export async function dispatchPortada(
  deps: DispatchDeps,
  adapter: ChatAdapter,
  delivery: ClaimedDelivery,
): Promise<boolean> {
  const { portada } = adapter
  if (portada === undefined) return cancel(deps, delivery, "La plataforma no tiene portadas.")
  if (delivery.receipts.length === 0) {
    const outcome = await publish(deps, adapter, portada, delivery)
    if (outcome === null)
      return cancel(deps, delivery, "La portada no es de nadie que esté en el directorio.")
    if (!(await settle(deps, delivery, outcome))) return false
  }
  return finish(deps, delivery, "accepted", null)
}

/** The same page twice is one page, so that an answer that was lost is only a reason to publish again. */
async function publish(
  deps: DispatchDeps,
  adapter: ChatAdapter,
  portada: PortadaFacet,
  { to, key, id }: ClaimedDelivery,
): Promise<SendOutcome | null> {
  try {
    // First its turn, then what it says: nothing changes meanwhile.
    await takeTurn(deps, adapter, to)
    const card = await cardFor(deps, to)
    if (card === null) return null
    const outcome = await portada.publish({ to, card, key: partKey(key, 0) })
    return outcome.kind === "uncertain" ? { kind: "retry", after: 0, reason: outcome.detail } : outcome
  } catch (error) {
    deps.log.error({ ...rastroDe(deps, { id, key, to }), error }, "A page could not be made or published.")
    return { kind: "retry", after: 0, reason: "La portada no se pudo preparar." }
  }
}

async function cardFor(
  { portadaDe }: DispatchDeps,
  { adapter, workspace, channel }: ClaimedDelivery["to"],
): Promise<Card | null> {
  const user = cuentaDeDirecto(channel)
  if (user === null || portadaDe === undefined) return null
  return portadaDe({ adapter, workspace, user })
}

async function cancel(deps: DispatchDeps, delivery: ClaimedDelivery, reason: string): Promise<false> {
  await finish(deps, delivery, "cancelled", reason)
  return false
}
