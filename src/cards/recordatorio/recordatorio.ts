import {
  avisoTardio,
  type ItemRecordatorio,
  peldanoVigente,
  tonoRecordatorio,
} from "../../domain/recordatorio/recordatorio.ts"
import { diasHabilesEntre } from "../../domain/tiempo/plazo.ts"
import { ESTADO_COMPROMISO } from "../../texts/etiquetas.ts"
import { fechaLarga, fechaMedia, plazoEntre, prorrogaPorDecidir } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Block, Card, RichText, Tone } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { marcaDemo, nota, recortar, texto } from "../respuesta.ts"
import { botones } from "./botones.ts"
import type { DatosRecordatorio } from "./datos.ts"
import { atencion, saludo } from "./saludo.ts"

/** What one message holds on every platform without being split; the rest is counted and left to the command. */
const MAX_ITEMS = 12
const MAX_CONTEXT = 5
const MAX_TEXT = 120

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
      ...saludo(datos),
      lista(datos, recordatorio.items, MAX_ITEMS),
      ...restantes(recordatorio.items, MAX_ITEMS),
      ...contexto(datos),
      ...atencion(datos.personas),
      ...notas(datos),
    ],
    actions: botones(datos),
    ...marcaDemo(
      [institucion, organo, ...datos.personas, ...todos.map(({ compromiso }) => compromiso)].map(
        (dato) => dato.origen,
      ),
    ),
  }
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
    ` · ${estado}${item.corresponsable === true ? " · su institución es corresponsable" : ""}${prorroga(item)}${aclaracion(item)}`,
  ]
}

/** Until it is decided the date that holds is reminded of. */
const prorroga = ({ compromiso: { prorrogaPedida } }: ItemRecordatorio): string =>
  prorrogaPedida === null ? "" : ` · ${prorrogaPorDecidir(prorrogaPedida)}`

/** Why the notice of an item comes on this day and not on its own. */
function aclaracion(item: ItemRecordatorio): string {
  if (peldanoVigente(item)?.origen === "aplazado") return "\nAviso pospuesto a petición de su institución."
  const tardio = avisoTardio(item)
  if (tardio === null) return ""
  const dia = tardio.inhabil === "institucion" ? "día inhábil de su institución" : "día inhábil"
  const vencio =
    tardio.nominal === item.fecha
      ? "ese día venció el compromiso"
      : `el compromiso venció el ${fechaLarga(item.fecha)}`
  return `\nEste aviso correspondía al ${fechaLarga(tardio.nominal)}, ${dia}; ${vencio}.`
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
  return [nota(frase`Y ${cuantos}: consúltelos con ${comando("compromiso.mios")}.`)]
}

function contexto(datos: DatosRecordatorio): readonly Block[] {
  const { contexto: otros } = datos.recordatorio
  if (otros.length === 0) return []
  return [
    { kind: "heading", text: "También pendientes" },
    { kind: "list", ordered: false, items: otros.slice(0, MAX_CONTEXT).map((item) => enCorto(datos, item)) },
    ...restantes(otros, MAX_CONTEXT),
  ]
}

/** What it is not about today: which, and how long it has. */
const enCorto = (
  { recordatorio, inhabiles }: DatosRecordatorio,
  { compromiso, fecha }: ItemRecordatorio,
): RichText => [
  { kind: "bold", text: compromiso.clave },
  `: ${plazoEntre(recordatorio.fecha, fecha, inhabiles)}`,
]

/** A message that comes late says so: on account of inhábiles, or because the bot was not running. */
function notas(datos: DatosRecordatorio): readonly Block[] {
  const { recordatorio, inhabiles } = datos
  const { fecha, items, omitidoDesde } = recordatorio
  const notes: Block[] = []
  if (omitidoDesde !== null) {
    const atraso = plural(diasHabilesEntre(omitidoDesde, fecha, inhabiles), "día hábil", "días hábiles")
    notes.push(
      nota(`Reúne avisos que debieron enviarse desde el ${fechaLarga(omitidoDesde)} (${atraso} de retraso).`),
    )
  }
  if (items.some(movido)) {
    notes.push(nota("Incluye avisos cuya fecha fue inhábil y que se envían el siguiente día hábil."))
  }
  const { cierre } = datos.textos[tonoRecordatorio(datos.recordatorio)]
  return [...notes, ...(cierre === null ? [] : [texto(cierre)]), nota(siguientePaso(items.length))]
}

/** One whose date has passed meanwhile says so in its own line. */
function movido(item: ItemRecordatorio): boolean {
  return peldanoVigente(item)?.inhabil != null && avisoTardio(item) === null
}

function siguientePaso(cuantos: number): string {
  const alguno = cuantos === 1 ? "Si ya lo atendió" : "Si ya atendió alguno"
  return `${alguno}, repórtelo como cumplido: la Secretaría Técnica lo valida.`
}
