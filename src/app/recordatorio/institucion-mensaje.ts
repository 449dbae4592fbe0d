import type { Card } from "../../cards/card.ts"
import { recordatorioCard } from "../../cards/recordatorio/recordatorio.ts"
import {
  type DestinatarioInstitucion,
  destinatariosDelRecordatorio,
  type PersonaDestinataria,
} from "../../domain/recordatorio/destinatarios.ts"
import {
  type ItemRecordatorio,
  nombrePeldano,
  peldanoVigente,
  type RecordatorioInstitucion,
} from "../../domain/recordatorio/recordatorio.ts"
import type { PoliticaRecordatorios } from "../../domain/reglas/perfil-reglas.ts"
import { type Inhabiles, sumarDias, sumarDiasHabiles } from "../../domain/tiempo/plazo.ts"
import { instanteDe } from "../../domain/tiempo/tiempo.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import type { Designado } from "../../ports/repositories/directorio.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { deliveryTo } from "../mensaje/delivery.ts"
import type { PlanItem } from "../mensaje/plan.ts"
import { modeloRecordatorio } from "./modelo.ts"

export interface MensajeInstitucion {
  readonly organo: Organo
  readonly institucion: Institucion
  readonly canal: Canal
  readonly recordatorio: RecordatorioInstitucion
  readonly politica: PoliticaRecordatorios
  readonly designados: readonly Designado[]
  /** The institution's calendar. */
  readonly inhabiles: Inhabiles
  readonly notBefore: Instante
  /** The day on which another message will say all of this; `null`: none will on the next business day. */
  readonly superseded: Fecha | null
}

/** The day's message to one channel of an institution. */
export function mensajeInstitucion(mensaje: MensajeInstitucion): PlanItem {
  const { organo, institucion, canal, recordatorio, politica, notBefore } = mensaje
  const destinatarios = destinatariosDelRecordatorio(recordatorio, politica.destinatarios)
  return {
    institucion,
    canal,
    delivery: deliveryTo(canal, {
      purpose: "recordatorio",
      subject: [organo.id, institucion.id, recordatorio.fecha],
      organo,
      card: tarjetaInstitucion(mensaje),
      notBefore,
      expiresAt: caducidad(mensaje),
      why: porque(recordatorio, institucion, destinatarios),
      ...modeloRecordatorio(recordatorio),
    }),
  }
}

/** What it says, as of the recordatorio that it is given. */
export function tarjetaInstitucion(
  mensaje: Pick<
    MensajeInstitucion,
    "organo" | "institucion" | "canal" | "recordatorio" | "politica" | "designados" | "inhabiles"
  >,
): Card {
  const { organo, institucion, recordatorio, politica, inhabiles } = mensaje
  const destinatarios = destinatariosDelRecordatorio(recordatorio, politica.destinatarios)
  return recordatorioCard({
    recordatorio,
    institucion,
    organo,
    inhabiles,
    destinatarios,
    personas: personasDe(mensaje, destinatarios),
    textos: politica.textos,
  })
}

/** Who holds those posts for the institution, with the account that the channel's platform can mention. */
function personasDe(
  { designados, institucion, canal }: Pick<MensajeInstitucion, "designados" | "institucion" | "canal">,
  destinatarios: readonly DestinatarioInstitucion[],
): readonly PersonaDestinataria[] {
  return destinatarios.flatMap((calidad) =>
    designados
      .filter(
        ({ designacion }) => designacion.calidad === calidad && designacion.institucionId === institucion.id,
      )
      .map(({ persona, cuentas }) => ({
        nombre: [persona.titulo, persona.nombre].filter(Boolean).join(" "),
        calidad,
        user:
          cuentas.find((cuenta) => cuenta.adapter === canal.adapter && cuenta.workspace === canal.workspace)
            ?.user ?? null,
        origen: persona.origen,
      })),
  )
}

/** Until the end of the institution's next business day, or until the day whose message takes its place. */
function caducidad({ superseded, recordatorio, inhabiles, organo }: MensajeInstitucion): Instante {
  const fin = superseded ?? sumarDias(sumarDiasHabiles(recordatorio.fecha, 1, inhabiles), 1)
  return instanteDe(fin, "00:00", organo.zona)
}

/** "Recordatorio a SRE del 8 de marzo de 2024: CI/SO-21/02/2024/SRE T-5 (vence el 15 de marzo de 2024). Para: enlace." */
function porque(
  { fecha, items, omitidoDesde }: RecordatorioInstitucion,
  { siglas }: Institucion,
  destinatarios: readonly DestinatarioInstitucion[],
): string {
  const atraso = omitidoDesde === null ? "" : `, con lo omitido desde el ${fechaMedia(omitidoDesde)}`
  const reglas = items.map(regla).join("; ")
  return `Recordatorio a ${siglas} del ${fechaMedia(fecha)}${atraso}: ${reglas}. Para: ${destinatarios.join(", ")}.`
}

/** Only the rung that is sent: those missed before it have nothing left to say. */
function regla(item: ItemRecordatorio): string {
  const { compromiso, fecha, vencido } = item
  return `${compromiso.clave} ${nombreRegla(item)} (${vencido ? "venció" : "vence"} el ${fechaMedia(fecha)})`
}

function nombreRegla(item: ItemRecordatorio): string {
  const peldano = peldanoVigente(item)
  if (peldano === null) return "sin peldaño"
  const nombre = nombrePeldano(peldano.dias)
  if (peldano.origen === "aplazado") return `${nombre} pospuesto por la institución`
  return peldano.inhabil === null ? nombre : `${nombre} aplazado por día inhábil`
}
