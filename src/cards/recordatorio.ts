import { diasHabilesEntre, type Inhabiles } from "../domain/plazo.ts"
import {
  type ItemRecordatorio,
  type RecordatorioInstitucion,
  tonoRecordatorio,
} from "../domain/recordatorio.ts"
import type { Institucion, Organo } from "../domain/tipos.ts"
import { deInstitucion, ESTADO_COMPROMISO } from "../texts/etiquetas.ts"
import { fechaLarga, fechaMedia, plazoEntre } from "../texts/fechas.ts"
import { plural } from "../texts/plurales.ts"
import type { Block, Card, RichText, Tone } from "./card.ts"
import { boton, marcaDemo, nota, recortar } from "./respuesta.ts"

/** What one message holds on every platform without being split; the rest is counted and left to the command. */
const MAX_ITEMS = 12
const MAX_CONTEXT = 5
const MAX_TEXT = 160

export interface DatosRecordatorio {
  readonly recordatorio: RecordatorioInstitucion
  readonly institucion: Institucion
  readonly organo: Organo
  /** The institution's calendar, the same that the compromiso's own card counts with. */
  readonly inhabiles: Inhabiles
}

const TITULO = {
  recordatorio: "Recordatorio de compromisos",
  vencimiento: "Compromisos que vencen hoy",
  seguimiento: "Seguimiento de compromisos vencidos",
} as const

const TONO: Readonly<Record<keyof typeof TITULO, Tone>> = {
  recordatorio: "aviso",
  vencimiento: "atencion",
  seguimiento: "vencido",
}

/** One message for an institution and a day: what it owes, by when, and where to see it. */
export function recordatorioCard(datos: DatosRecordatorio): Card {
  const { recordatorio, institucion, organo } = datos
  const tono = tonoRecordatorio(recordatorio)
  const todos = [...recordatorio.items, ...recordatorio.contexto]
  return {
    title: `${TITULO[tono]} · ${institucion.siglas}`,
    tone: TONO[tono],
    blocks: [
      { kind: "text", text: saludo(datos) },
      lista(datos, recordatorio.items, MAX_ITEMS),
      ...restantes(recordatorio.items, MAX_ITEMS),
      ...contexto(datos),
      ...notas(datos),
    ],
    actions: [
      ...boton("compromiso.mios", "", "Ver mis compromisos", "primary"),
      ...boton("sesion.proxima", "", "Próxima sesión"),
    ],
    ...marcaDemo(
      [institucion, organo, ...todos.map(({ compromiso }) => compromiso)].map((dato) => dato.origen),
    ),
  }
}

function saludo({ recordatorio, institucion, organo }: DatosRecordatorio): string {
  const cuantos = plural(recordatorio.items.length, "compromiso", "compromisos")
  return [
    `Estimada/o enlace ${deInstitucion(institucion.siglas, institucion.nombre)}:`,
    `Al ${fechaLarga(recordatorio.fecha)}, le recordamos ${cuantos} de su institución (${organo.nombreCorto}):`,
  ].join("\n")
}

function lista(datos: DatosRecordatorio, items: readonly ItemRecordatorio[], max: number): Block {
  return { kind: "list", ordered: false, items: items.slice(0, max).map((item) => renglon(datos, item)) }
}

function renglon({ recordatorio, inhabiles }: DatosRecordatorio, item: ItemRecordatorio): RichText {
  const { compromiso } = item
  const estado = ESTADO_COMPROMISO[compromiso.estado]
  return [
    { kind: "bold", text: compromiso.clave },
    ` ${recortar(compromiso.texto, MAX_TEXT)}\n${fechas(item)} · `,
    { kind: "bold", text: plazoEntre(recordatorio.fecha, item.fecha, inhabiles) },
    ` · ${estado}`,
  ]
}

/** Both dates when there was a reprogramación: the original one is never replaced. */
function fechas({ compromiso }: ItemRecordatorio): string {
  const { fechaCompromiso: original, fechaReprogramada: segunda } = compromiso
  if (segunda === null) return `Fecha compromiso: ${original === null ? "no consta" : fechaMedia(original)}`
  const primera = original === null ? "" : `Fecha original: ${fechaMedia(original)}; `
  return `${primera}${primera === "" ? "Nueva" : "nueva"} fecha: ${fechaMedia(segunda)}`
}

function restantes(items: readonly ItemRecordatorio[], max: number): readonly Block[] {
  const faltan = items.length - max
  if (faltan <= 0) return []
  const cuantos = plural(faltan, "compromiso más", "compromisos más")
  return [nota(`Y ${cuantos}: consúltelos con /compromiso mios.`)]
}

function contexto(datos: DatosRecordatorio): readonly Block[] {
  const { contexto: otros } = datos.recordatorio
  if (otros.length === 0) return []
  return [
    { kind: "heading", text: "También pendientes" },
    lista(datos, otros, MAX_CONTEXT),
    ...restantes(otros, MAX_CONTEXT),
  ]
}

/** A message that comes late says so: on account of inhábiles, or because the bot was not running. */
function notas({ recordatorio, inhabiles }: DatosRecordatorio): readonly Block[] {
  const { fecha, items, omitidoDesde } = recordatorio
  const notes: Block[] = []
  if (omitidoDesde !== null) {
    const atraso = plural(diasHabilesEntre(omitidoDesde, fecha, inhabiles), "día hábil", "días hábiles")
    notes.push(
      nota(`Reúne avisos que debieron enviarse desde el ${fechaLarga(omitidoDesde)} (${atraso} de retraso).`),
    )
  }
  if (items.some(({ peldanos }) => peldanos.some(({ nominal, envio }) => nominal < envio))) {
    notes.push(nota("Incluye avisos cuya fecha fue inhábil y que se envían el siguiente día hábil."))
  }
  return [...notes, nota("Si ya atendió alguno, informe a la Secretaría Técnica para que lo valide.")]
}
