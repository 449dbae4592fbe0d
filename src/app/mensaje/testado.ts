import type { Card } from "../../cards/card.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Delivery, NewDelivery } from "../../ports/repositories/deliveries.ts"
import { atOnce, deliveryOn } from "./delivery.ts"

/** What tells an edit that takes a text out from one that tells of a change. */
const ASUNTO = "testado"

/** It is sent as it is: what it puts in the message's place is the message without the text, whatever holds today. */
export const esDeTestado = ({ asuntos }: Pick<Delivery, "asuntos">): boolean => asuntos.includes(ASUNTO)

/**
 * Takes out of a message what was taken out of the record. `visible`: what the message says now, without it. It never
 * expires: what must not be there must not stay.
 */
export function testadoDe(
  original: Delivery,
  visible: { readonly card: Card; readonly modelo: Delivery["modelo"] },
  now: Instante,
): NewDelivery {
  return deliveryOn(original, [ASUNTO, original.id, now], {
    ...atOnce(now),
    card: visible.card,
    modelo: visible.modelo,
    why: "Retira un dato protegido de un mensaje ya enviado.",
    asuntos: [ASUNTO],
    editsId: original.id,
  })
}
