import type { Card } from "../../cards/card.ts"
import { asuntoSesion } from "../../domain/mensaje/hechos.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Destination } from "../../ports/chat-adapter.ts"
import type { NewDelivery } from "../../ports/repositories/deliveries.ts"
import { destinationOf } from "./delivery.ts"
import { deliveryKey } from "./delivery-key.ts"

/** By which a session's event is found in a workspace, whatever is told of it. */
export const eventoKey = (sesionId: string, { adapter, workspace }: Destination): string =>
  deliveryKey("aviso", ["evento", sesionId], { adapter, workspace, channel: "" })

/** A session in the calendar of a channel's workspace. `version`: which telling of it asks for it. */
export function eventoEn(
  canal: Canal,
  {
    sesion,
    version,
    card,
    now,
    expiresAt,
  }: {
    readonly sesion: Sesion
    readonly version: number
    readonly card: Card
    readonly now: Instante
    readonly expiresAt: Instante | null
  },
): NewDelivery {
  const to = destinationOf(canal)
  const { adapter, workspace } = to
  return {
    // One for each workspace, whichever of its channels it is told by.
    key: deliveryKey("aviso", ["evento", sesion.id, String(version)], { adapter, workspace, channel: "" }),
    purpose: "aviso",
    organoId: sesion.organoId,
    canalId: canal.id,
    to,
    card,
    forma: "evento",
    notBefore: now,
    expiresAt,
    why: `${sesion.clave} en la agenda de ese espacio (versión ${version} de la convocatoria).`,
    asuntos: [asuntoSesion(sesion.id)],
    priority: "respuesta",
  }
}
