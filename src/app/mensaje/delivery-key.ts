import { createHash } from "node:crypto"
import type { Destination } from "../../ports/chat-adapter.ts"
import type { DeliveryPurpose } from "../../ports/repositories/deliveries.ts"

/**
 * The key that makes a delivery unique: the same purpose, subject and occurrence to the same place is the same
 * message, however often and by however many processes it is asked for.
 */
export function deliveryKey(purpose: DeliveryPurpose, subject: readonly string[], to: Destination): string {
  const parts = JSON.stringify([purpose, ...subject, to.adapter, to.workspace, to.channel])
  return createHash("sha256").update(parts).digest("hex")
}
