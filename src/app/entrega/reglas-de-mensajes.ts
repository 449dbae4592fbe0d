import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Delivery } from "../../ports/repositories/deliveries.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { revisionConvocatoriaEnviada } from "../convocatoria/adjunto.ts"
import { revisionConvocatoria } from "../convocatoria/limite-revision.ts"
import { revisionEnCurso } from "../desahogo/en-curso-revision.ts"
import type { MensajeConModelo, RevisionMensaje, Vigencia } from "../mensaje/revision.ts"
import { revisionRecordatorio } from "../recordatorio/revision.ts"
import { revisionResumen } from "../resumen/revision.ts"
import { revisionSesion } from "../sesion/recordatorio-revision.ts"
import { revisionVotacion } from "../votacion/pedir-votos.ts"

/** The rule of every kind of message that has one, by `modelo.tipo`. Another kind is one line and one file more. */
const REVISIONES: ReadonlyMap<string, RevisionMensaje> = new Map([
  ["recordatorio", revisionRecordatorio],
  ["sesion", revisionSesion],
  ["convocatoria", revisionConvocatoria],
  ["resumen", revisionResumen],
  ["convocatoria_enviada", revisionConvocatoriaEnviada],
  ["en_curso", revisionEnCurso],
  ["votacion", revisionVotacion],
])

export function revisionDe({ modelo }: MensajeConModelo): RevisionMensaje | null {
  return REVISIONES.get(modelo.tipo) ?? null
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
export async function revisarVigencia(
  read: Repositories,
  delivery: Delivery,
  now: Instante,
): Promise<Vigencia> {
  const mensaje = conModelo(delivery)
  if (mensaje === null || delivery.receipts.length > 0) return { kind: "sigue" }
  return (await revisionDe(mensaje)?.vigente(read, mensaje, now)) ?? { kind: "sigue" }
}
