import type { NewDelivery } from "../../ports/repositories/deliveries.ts"
import { deliveryOn } from "./delivery.ts"

/** Pins a message once it is in its channel. `original`: stored under `id`. */
export function fijadoDe(original: NewDelivery, id: string): NewDelivery {
  const { card, notBefore, key, why } = original
  return deliveryOn(original, ["fijar", key], {
    card,
    notBefore,
    expiresAt: null,
    why: `Se fija en el canal: ${why}`,
    pinsId: id,
  })
}
