import type { Delivery } from "../../ports/repositories/deliveries.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { Conexiones } from "../canal/recepcion.ts"

/** What becomes of each message that says a phrase. */
export interface MensajesAfectados {
  /** They have not left: they will leave without it. */
  readonly porEnviar: number
  /** They are in a channel, and their platform changes what was sent. */
  readonly porCorregir: readonly EnSuCanal[]
  /** They are in a channel, and a person has to take them out of it. */
  readonly aMano: readonly EnSuCanal[]
}

export interface EnSuCanal {
  readonly original: Delivery
  /** The last that was written on it. */
  readonly visible: Delivery
}

/** `ids`: deliveries that say it. An edit and what it edits are one message; a pin says nothing of its own. */
export async function mensajesDe(
  { deliveries }: Pick<Repositories, "deliveries">,
  conexiones: Conexiones,
  ids: readonly string[],
): Promise<MensajesAfectados> {
  const originales = new Map<string, Delivery>()
  let porEnviar = 0
  for (const id of ids) {
    const delivery = await deliveries.byId(id)
    if (delivery === null || delivery.pinsId !== null) continue
    const original = delivery.editsId === null ? delivery : await deliveries.byId(delivery.editsId)
    // A page and an event are no messages: they are written anew from what is on record.
    if (original === null || original.forma !== "mensaje") continue
    if (estaEnSuCanal(original)) originales.set(original.id, original)
    else if (original.state === "pending") porEnviar += 1
  }
  const enSuCanal: EnSuCanal[] = []
  for (const original of originales.values()) {
    const escritas = (await deliveries.edits(original.id)).filter(({ receipts }) => receipts.length > 0)
    enSuCanal.push({ original, visible: escritas.at(-1) ?? original })
  }
  const seCorrige = ({ original }: EnSuCanal) => conexiones.edita(original.to.adapter)
  return {
    porEnviar,
    porCorregir: enSuCanal.filter(seCorrige),
    aMano: enSuCanal.filter((uno) => !seCorrige(uno)),
  }
}

/** Some of it is there, or may be. */
const estaEnSuCanal = ({ state, receipts }: Delivery): boolean =>
  receipts.length > 0 || ["accepted", "sending", "uncertain"].includes(state)
