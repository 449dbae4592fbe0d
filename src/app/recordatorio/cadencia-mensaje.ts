import { z } from "zod"
import { informePedidoCard } from "../../cards/recordatorio/informe-pedido.ts"
import { asuntoAcuerdo, asuntoCompromiso } from "../../domain/mensaje/hechos.ts"
import type { RecordatorioInstitucion } from "../../domain/recordatorio/recordatorio.ts"
import { type Inhabiles, sumarDias, sumarDiasHabiles } from "../../domain/tiempo/plazo.ts"
import { instanteDe } from "../../domain/tiempo/tiempo.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { deliveryTo } from "../mensaje/delivery.ts"
import type { PlanItem } from "../mensaje/plan.ts"
import type { ModeloConAsuntos } from "../mensaje/revision.ts"

interface MensajeInformes {
  readonly organo: Organo
  readonly institucion: Institucion
  readonly canal: Canal
  /** Its dates are those on which a report is due. */
  readonly recordatorio: RecordatorioInstitucion
  /** The institution's calendar. */
  readonly inhabiles: Inhabiles
  readonly notBefore: Instante
}

/** The day's message to one channel of an institution about the reports that it owes. */
export function mensajeInformes(mensaje: MensajeInformes): PlanItem {
  const { organo, institucion, canal, recordatorio, inhabiles, notBefore } = mensaje
  const { fecha, items } = recordatorio
  const fin = sumarDias(sumarDiasHabiles(fecha, 1, inhabiles), 1)
  const pedidos = items.map(
    (item) => `${item.compromiso.clave} (${item.vencido ? "venció" : "vence"} el ${fechaMedia(item.fecha)})`,
  )
  return {
    institucion,
    canal,
    delivery: deliveryTo(canal, {
      purpose: "recordatorio",
      subject: [organo.id, institucion.id, "informes", fecha],
      organo,
      card: informePedidoCard(mensaje),
      notBefore,
      expiresAt: instanteDe(fin, "00:00", organo.zona),
      why: `Informes que se piden a ${institucion.siglas} el ${fechaMedia(fecha)}: ${pedidos.join("; ")}.`,
      ...modeloInformes(recordatorio),
    }),
  }
}

const datosSchema = z.object({
  institucionId: z.string(),
  fecha: z.string(),
  items: z.array(z.object({ compromisoId: z.string(), vence: z.string() })),
})
export type DatosInformes = Readonly<z.infer<typeof datosSchema>>

/** `null`: written by a program that kept other data. */
export const leerInformes = (kept: unknown): DatosInformes | null => datosSchema.safeParse(kept).data ?? null

/** What it was written from: an act on one of its commitments looks at it again. */
export function modeloInformes({ institucionId, fecha, items }: RecordatorioInstitucion): ModeloConAsuntos {
  const datos: DatosInformes = {
    institucionId,
    fecha,
    items: items.map((item) => ({ compromisoId: item.compromiso.id, vence: item.fecha })),
  }
  return {
    asuntos: [
      ...items.map(({ compromiso }) => asuntoCompromiso(compromiso.id)),
      ...new Set(items.map(({ compromiso }) => asuntoAcuerdo(compromiso.acuerdoId))),
    ],
    modelo: { tipo: "informe_pedido", hechos: {}, datos },
  }
}
