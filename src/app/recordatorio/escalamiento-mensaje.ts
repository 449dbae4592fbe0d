import { type EscaladoInstitucion, escalamientoCard } from "../../cards/recordatorio/escalamiento.ts"
import { type Inhabiles, sumarDias, sumarDiasHabiles } from "../../domain/tiempo/plazo.ts"
import { instanteDe } from "../../domain/tiempo/tiempo.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { deliveryTo } from "../mensaje/delivery.ts"
import type { PlanItem } from "../mensaje/plan.ts"

export interface MensajeEscalamiento {
  readonly organo: Organo
  readonly fecha: Fecha
  readonly canal: Canal
  readonly instituciones: readonly EscaladoInstitucion[]
  /** The body's calendar. */
  readonly inhabiles: Inhabiles
  readonly notBefore: Instante
}

/** The day's message to the Secretaría Técnica about what reached the escalation. */
export function mensajeEscalamiento(mensaje: MensajeEscalamiento): PlanItem {
  const { organo, fecha, canal, instituciones, inhabiles, notBefore } = mensaje
  const claves = instituciones.flatMap(({ items }) => items.map(({ compromiso }) => compromiso.clave))
  return {
    institucion: null,
    canal,
    delivery: deliveryTo(canal, {
      purpose: "recordatorio",
      subject: [organo.id, "escalamiento", fecha],
      organo,
      card: escalamientoCard({ organo, fecha, instituciones }),
      notBefore,
      // Nobody says this again the next day: it stays useful for some days.
      expiresAt: instanteDe(sumarDias(sumarDiasHabiles(fecha, VIGENCIA, inhabiles), 1), "00:00", organo.zona),
      why: `Aviso a la Secretaría Técnica del ${fechaMedia(fecha)} por escalamiento: ${claves.join(", ")}.`,
    }),
  }
}

/** Business days for which it is still worth sending. */
const VIGENCIA = 5
