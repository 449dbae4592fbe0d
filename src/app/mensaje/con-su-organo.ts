import type { Card } from "../../cards/card.ts"
import { deOtroOrgano } from "../../cards/de-otro-organo.ts"
import type { Delivery } from "../../ports/repositories/deliveries.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

/** A body without channels speaks through those of the body above it: there its buttons and the commands that it mentions name it. */
export async function conSuOrgano(
  read: Pick<Repositories, "canales" | "organos">,
  { organoId, to }: Pick<Delivery, "organoId" | "to">,
  card: Card,
): Promise<Card> {
  const canal = await read.canales.byPlace(to)
  if (canal === null || canal.organoId === organoId) return card
  const organo = await read.organos.byId(organoId)
  return organo === null ? card : deOtroOrgano(card, organo.clave)
}
