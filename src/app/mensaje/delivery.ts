import type { Card } from "../../cards/card.ts"
import { asuntoSesion } from "../../domain/mensaje/hechos.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Destination } from "../../ports/chat-adapter.ts"
import type { DeliveryPurpose, NewDelivery, Priority } from "../../ports/repositories/deliveries.ts"
import { deliveryKey } from "./delivery-key.ts"

/** What is said, before it is known where. The same message may go to several channels. */
export interface Message
  extends Pick<NewDelivery, "card" | "notBefore" | "expiresAt" | "why" | "asuntos" | "modelo"> {
  readonly purpose: DeliveryPurpose
  /** Of what it speaks, and which occurrence or version of it: saying it again to the same place is the same message. */
  readonly subject: readonly string[]
  /** Whose message it is; the channel may be one of the body above. */
  readonly organo: Pick<Organo, "id">
}

/** What a person orders goes at once, and never expires. */
export const atOnce = (now: Instante) => ({ notBefore: now, expiresAt: null }) as const

/** Where a channel is registered now. */
export function destinationOf({ adapter, workspace, channel }: Destination): Destination {
  return { adapter, workspace, channel }
}

/** The key that a message has in a channel, to find out whether it was written before. */
export function keyIn(canal: Canal, { purpose, subject }: Pick<Message, "purpose" | "subject">): string {
  return deliveryKey(purpose, subject, destinationOf(canal))
}

const CONVOCAN = ["convocatoria", "invitacion"]
const INFORMAN = ["informe", "cabeza-bitacora", "nota-directorio", "sin-canal"]

/**
 * A call to a session runs against a legal term; whoever acted, or waits for an answer, is looking at the channel; a
 * reminder has its day; a report or a summary serves as well an hour later.
 */
function priorityOf({ purpose, subject: [que = ""] }: Pick<Message, "purpose" | "subject">): Priority {
  if (purpose === "aviso" && CONVOCAN.includes(que)) return "convocatoria"
  if (purpose === "resumen" || INFORMAN.includes(que)) return "informe"
  return purpose === "recordatorio" ? "recordatorio" : "respuesta"
}

export function deliveryTo(canal: Canal, { subject, organo, ...message }: Message): NewDelivery {
  return {
    ...message,
    key: keyIn(canal, { purpose: message.purpose, subject }),
    organoId: organo.id,
    canalId: canal.id,
    to: destinationOf(canal),
    priority: priorityOf({ purpose: message.purpose, subject }),
  }
}

/** What is done to a message where it is: changed in its place, or pinned. */
type Act = Pick<NewDelivery, "card" | "notBefore" | "expiresAt" | "why" | "modelo" | "asuntos"> &
  (
    | { readonly editsId: string; readonly pinsId?: never }
    | { readonly pinsId: string; readonly editsId?: never }
  )

/** `subject`: which act it is, of all that are done to that message. */
export function deliveryOn(
  { purpose, organoId, canalId, to }: NewDelivery,
  subject: readonly string[],
  act: Act,
): NewDelivery {
  const key = deliveryKey(purpose, subject, to)
  return { ...act, key, purpose, organoId, canalId, to, priority: "respuesta" }
}

/** By which a session's event is found in a workspace, whatever is told of it. */
export const eventoKey = (sesionId: string, { adapter, workspace }: Destination): string =>
  deliveryKey("aviso", ["evento", sesionId], { adapter, workspace, channel: "" })

/** One for each workspace, whichever of its channels it is told by. `vez`: which of all that were asked for there. */
export const pedidoKey = (sesionId: string, como: string, vez: number, { adapter, workspace }: Destination) =>
  deliveryKey("aviso", ["evento", sesionId, como, String(vez)], { adapter, workspace, channel: "" })

/** A session in the calendar of a workspace. `to`: by which of its channels. */
export function eventoEn(
  to: Destination & Pick<NewDelivery, "canalId">,
  {
    sesion,
    key,
    version,
    card,
    now,
    expiresAt,
  }: {
    readonly sesion: Sesion
    readonly key: string
    readonly version: number
    readonly card: Card
    readonly now: Instante
    readonly expiresAt: Instante | null
  },
): NewDelivery {
  return {
    key,
    purpose: "aviso",
    organoId: sesion.organoId,
    canalId: to.canalId,
    to: destinationOf(to),
    card,
    forma: "evento",
    notBefore: now,
    expiresAt,
    why: `${sesion.clave} en la agenda de ese espacio (versión ${version} de la convocatoria).`,
    asuntos: [asuntoSesion(sesion.id)],
    priority: "respuesta",
  }
}

/** As `eventoEn` takes it. */
export const porCanal = (canal: Canal) => ({ ...destinationOf(canal), canalId: canal.id })
