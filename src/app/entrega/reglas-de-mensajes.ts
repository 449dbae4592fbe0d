import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Delivery } from "../../ports/repositories/deliveries.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { MENSAJES } from "../dia/mensajes.ts"
import { CUENTA_SUSPENDIDA, vaASuspendida } from "../mensaje/de-la-cuenta.ts"
import { TERMINO_SU_PUESTO, terminoSuPuesto } from "../mensaje/puesto-terminado.ts"
import type { MensajeConModelo, Revised, RevisionMensaje } from "../mensaje/revision.ts"
import { ES_AHORA_INTERNA, yaEsInterno } from "./ya-interno.ts"

export function revisionDe({ modelo }: MensajeConModelo): RevisionMensaje {
  return MENSAJES[modelo.tipo].revision
}

/** Narrows: a message without a model holds whatever happens. */
export function conModelo(delivery: Delivery): MensajeConModelo | null {
  const { modelo } = delivery
  return modelo === null ? null : { ...delivery, modelo }
}

/**
 * What to do with a message right before it leaves: facts may have changed since it was written. Once a part of it is
 * out the rest follows as it was written, and what changed is then edited.
 */
export async function reviseMessage(read: Repositories, delivery: Delivery, now: Instante): Promise<Revised> {
  if (delivery.receipts.length > 0) return { kind: "sigue" }
  if (await vaASuspendida(read, delivery)) return { kind: "cancela", reason: CUENTA_SUSPENDIDA }
  if (await terminoSuPuesto(read, delivery, now)) return { kind: "cancela", reason: TERMINO_SU_PUESTO }
  const mensaje = conModelo(delivery)
  if (mensaje === null) return { kind: "sigue" }
  if (await yaEsInterno(read, mensaje)) return { kind: "cancela", reason: ES_AHORA_INTERNA }
  return revisionDe(mensaje).vigente(read, mensaje, now)
}
