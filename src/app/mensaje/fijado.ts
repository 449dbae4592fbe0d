import type { NewDelivery } from "../../ports/repositories/deliveries.ts"
import { deliveryKey } from "./delivery-key.ts"

/** Pins a message once it is in its channel. `original`: stored under `id`. */
export function fijadoDe(original: NewDelivery, id: string): NewDelivery {
  const { purpose, organoId, canalId, to, card, notBefore, key } = original
  return {
    key: deliveryKey(purpose, ["fijar", key], to),
    purpose,
    organoId,
    canalId,
    to,
    card,
    notBefore,
    expiresAt: null,
    why: `Se fija en el canal: ${original.why}`,
    pinsId: id,
  }
}
