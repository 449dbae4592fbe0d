import type { DestinatarioInstitucion } from "../../domain/recordatorio/destinatarios.ts"
import type { ItemRecordatorio } from "../../domain/recordatorio/recordatorio.ts"
import type { Inhabiles } from "../../domain/tiempo/plazo.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { deInstitucion, ESTADO_COMPROMISO } from "../../texts/etiquetas.ts"
import { fechaLarga, fechaMedia, plazoEntre, prorrogaPorDecidir } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Block, Card, RichText } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, deOrgano, marcaDemo, nota, recortar, texto } from "../respuesta.ts"

/** What one message holds on every platform without being split; the rest is counted and left to the command. */
const MAX_ITEMS = 12
const MAX_TEXT = 60

export interface EscaladoInstitucion {
  readonly institucion: Institucion
  /** What reached the escalation today, soonest due first; never empty. */
  readonly items: readonly ItemRecordatorio[]
  /** Whom today's message to the institution speaks to; empty: it gets none. */
  readonly avisados: readonly DestinatarioInstitucion[]
  readonly conCanal: boolean
  /** Everything of it that is overdue, escalated today or not. */
  readonly vencidos: number
  /** The institution's calendar, the same that its own message counts with. */
  readonly inhabiles: Inhabiles
}

export interface DatosEscalamiento {
  readonly organo: Organo
  readonly fecha: Fecha
  readonly instituciones: readonly EscaladoInstitucion[]
}

/** One message a day to the Secretaría Técnica: what is not being attended to, who was told, what to do next. */
export function escalamientoCard({ organo, fecha, instituciones }: DatosEscalamiento): Card {
  const items = instituciones.flatMap((una) => una.items)
  const origenes = [
    organo,
    ...instituciones.map((una) => una.institucion),
    ...items.map((item) => item.compromiso),
  ]
  return {
    title: "Compromisos que requieren a la Secretaría Técnica",
    tone: items.some((item) => item.vencido) ? "vencido" : "atencion",
    blocks: [
      texto(resumen(organo, fecha, items, instituciones.length)),
      ...grupos(fecha, instituciones),
      nota(PASO),
    ],
    actions: [
      ...boton("compromiso.lista", "vencidos", "Ver los vencidos", "primary"),
      ...boton("compromiso.lista", "", "Ver todos los compromisos"),
    ],
    ...marcaDemo(origenes.map((dato) => dato.origen)),
  }
}

const PASO =
  "Confirme con cada institución el estado de lo que debe. Si ya se atendió, valídelo; si no, consulte con su titular cuándo se atenderá y, si procede, llévelo a la próxima sesión."

function resumen(
  organo: Organo,
  fecha: Fecha,
  items: readonly ItemRecordatorio[],
  instituciones: number,
): string {
  const vencidos = items.filter((item) => item.vencido).length
  const estado = vencidos === items.length ? (vencidos === 1 ? " vencido" : " vencidos") : ""
  const cuantos = `${plural(items.length, "compromiso", "compromisos")}${estado}`
  const parte = estado === "" && vencidos > 0 ? ` (${plural(vencidos, "vencido", "vencidos")})` : ""
  const de = plural(instituciones, "institución", "instituciones")
  return `Al ${fechaLarga(fecha)}, ${cuantos}${parte} de ${de} ${deOrgano(organo.nombreCorto)} ${items.length === 1 ? "requiere" : "requieren"} su atención.`
}

function grupos(fecha: Fecha, instituciones: readonly EscaladoInstitucion[]): readonly Block[] {
  const blocks: Block[] = []
  let libres = MAX_ITEMS
  let fuera = 0
  for (const una of instituciones) {
    const vistos = una.items.slice(0, libres)
    libres -= vistos.length
    fuera += una.items.length - vistos.length
    if (vistos.length > 0) blocks.push(...grupo(fecha, una, vistos))
  }
  if (fuera === 0) return blocks
  const cuantos = plural(fuera, "compromiso más", "compromisos más")
  return [...blocks, nota(frase`Y ${cuantos}: consúltelos con ${comando("compromiso.lista")}.`)]
}

function grupo(
  fecha: Fecha,
  una: EscaladoInstitucion,
  vistos: readonly ItemRecordatorio[],
): readonly Block[] {
  return [
    { kind: "heading", text: una.institucion.siglas },
    { kind: "list", ordered: false, items: vistos.map((item) => renglon(fecha, una, item)) },
    ...enTotal(una),
    nota(avisados(una)),
  ]
}

/** What is overdue of an institution besides what is listed, so that nobody takes the part for the whole. */
function enTotal({ items, vencidos, institucion }: EscaladoInstitucion): readonly Block[] {
  if (vencidos === items.filter((item) => item.vencido).length) return []
  return [
    nota(
      `En total, ${institucion.siglas} tiene ${plural(vencidos, "compromiso vencido", "compromisos vencidos")}.`,
    ),
  ]
}

function renglon(
  hoy: Fecha,
  { inhabiles }: EscaladoInstitucion,
  { compromiso, fecha }: ItemRecordatorio,
): RichText {
  const { fechaCompromiso: original, fechaReprogramada: segunda, prorrogaPedida: prorroga } = compromiso
  const primera = segunda === null || original === null ? "" : ` (fecha original: ${fechaMedia(original)})`
  return [
    { kind: "bold", text: compromiso.clave },
    ` ${recortar(compromiso.texto, MAX_TEXT)}\nFecha: ${fechaMedia(fecha)}${primera} · `,
    { kind: "bold", text: plazoEntre(hoy, fecha, inhabiles) },
    ` · ${ESTADO_COMPROMISO[compromiso.estado]}${prorroga === null ? "" : ` · ${prorrogaPorDecidir(prorroga)}`}`,
  ]
}

function avisados({ institucion, avisados: quienes, conCanal }: EscaladoInstitucion): string {
  const de = deInstitucion(institucion.siglas, institucion.nombre)
  if (!conCanal) return `No hay canal activo ${de}: comuníquese por otro medio.`
  if (quienes.length === 0) return `Hoy no se envía aviso al canal ${de}.`
  return `Hoy se avisa también en el canal ${de}, dirigido a: ${enumerar(quienes)}.`
}
