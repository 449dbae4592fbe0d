import type { Card } from "../../cards/card.ts"
import { type EscaladoInstitucion, escalamientoCard } from "../../cards/recordatorio/escalamiento.ts"
import {
  type InformesDeInstitucion,
  informesEscaladosCard,
} from "../../cards/recordatorio/informes-escalados.ts"
import { type Inhabiles, sumarDias, sumarDiasHabiles } from "../../domain/tiempo/plazo.ts"
import { instanteDe } from "../../domain/tiempo/tiempo.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { deliveryTo } from "../mensaje/delivery.ts"
import type { PlanItem } from "../mensaje/plan.ts"

interface Escalamiento<Institucion> {
  readonly organo: Organo
  readonly fecha: Fecha
  readonly canal: Canal
  readonly instituciones: readonly Institucion[]
  /** The body's calendar. */
  readonly inhabiles: Inhabiles
  readonly notBefore: Instante
}

/** The day's message to the Secretaría Técnica about what reached the escalation. */
export function mensajeEscalamiento(mensaje: Escalamiento<EscaladoInstitucion>): PlanItem {
  const { organo, fecha, instituciones } = mensaje
  return alCanal(mensaje, {
    subject: [organo.id, "escalamiento", fecha],
    card: escalamientoCard({ organo, fecha, instituciones }),
    why: `Aviso a la Secretaría Técnica del ${fechaMedia(fecha)} por escalamiento: ${claves(mensaje)}.`,
  })
}

/** The day's message to the Secretaría Técnica about the reports that are late. */
export function mensajeInformesEscalados(mensaje: Escalamiento<InformesDeInstitucion>): PlanItem {
  const { organo, fecha, instituciones } = mensaje
  return alCanal(mensaje, {
    subject: [organo.id, "escalamiento", "informes", fecha],
    card: informesEscaladosCard({ organo, fecha, instituciones }),
    why: `Aviso a la Secretaría Técnica del ${fechaMedia(fecha)} por informes que no se han entregado: ${claves(mensaje)}.`,
  })
}

const claves = ({ instituciones }: Pick<Escalamiento<Pick<EscaladoInstitucion, "items">>, "instituciones">) =>
  instituciones.flatMap(({ items }) => items.map(({ compromiso }) => compromiso.clave)).join(", ")

function alCanal(
  { organo, fecha, canal, inhabiles, notBefore }: Omit<Escalamiento<unknown>, "instituciones">,
  dicho: { readonly subject: readonly string[]; readonly card: Card; readonly why: string },
): PlanItem {
  return {
    institucion: null,
    canal,
    delivery: deliveryTo(canal, {
      purpose: "recordatorio",
      organo,
      notBefore,
      // Nobody says this again the next day: it stays useful for some days.
      expiresAt: instanteDe(sumarDias(sumarDiasHabiles(fecha, VIGENCIA, inhabiles), 1), "00:00", organo.zona),
      ...dicho,
    }),
  }
}

/** Business days for which it is still worth sending. */
const VIGENCIA = 5
