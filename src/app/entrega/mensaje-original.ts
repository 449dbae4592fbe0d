import type { Delivery } from "../../ports/repositories/deliveries.ts"
import type { DispatchDeps } from "./envio.ts"

/** How long what is done to a message waits while nobody knows yet whether the message is there. */
export const WAIT_FOR_ORIGINAL_MS = 10 * 60_000

/**
 * The message that another delivery acts on. `null`: it was never sent, or not as a whole, unless `parte` of it will do.
 * `unknown`: that is not decided yet.
 */
export async function leerOriginal(
  { data }: Pick<DispatchDeps, "data">,
  id: string | null,
  parte = false,
): Promise<Delivery | null | "unknown"> {
  const original = id === null ? null : await data.read.deliveries.byId(id)
  if (original === null || original.state === "accepted") return original
  if (["pending", "sending", "uncertain"].includes(original.state)) return "unknown"
  return parte && original.receipts.length > 0 ? original : null
}
