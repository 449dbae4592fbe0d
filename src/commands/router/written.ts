import { leerCalendarios } from "../../app/inhabil/calendarios.ts"
import type { Contexto, Escrita, Lectura } from "../../domain/tiempo/fecha-escrita/lectura.ts"
import { leerEscrito } from "../../domain/tiempo/fecha-escrita/leer.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import { noEsLoPedido, porQueNo, SE_CONTRADICEN } from "../../texts/fecha-escrita.ts"
import type { Command, CommandContext, Written } from "../definition/definition.ts"
import { type OptionInfo, optionsOf } from "../definition/options.ts"
import type { Values } from "../parser/values.ts"
import { refusalOf } from "./validate.ts"

/** The options of a command that are dates or hours are read here, before it gets them, and nowhere else. */

/** Days of calendar before and after: the longest term in business days reaches less far. */
const CERCA = 400
const LEJOS = 800

/** What was written and cannot be taken as it is. */
export interface Doubt {
  readonly option: string
  readonly typed: string
  readonly pedido: Written["pedido"]
  /** In full, as a form says it under its field. */
  readonly message: string
  /** It may be any of these; otherwise it can be none, and these were perhaps meant. */
  readonly asks: boolean
  /** What each reading would put into the options. */
  readonly offers: readonly { readonly lectura: Lectura; readonly values: Values }[]
}

export interface ReadValues {
  /** With dates and hours in ISO; those in doubt are some date or hour, so that all else can be checked. */
  readonly values: Values
  /** Those that were read. */
  readonly read: Values
  readonly doubts: readonly Doubt[]
}

type DateOption = OptionInfo & { readonly written: Written }

export async function readWritten(
  command: Command,
  given: Values,
  context: CommandContext,
): Promise<ReadValues> {
  const options = optionsOf(command).filter((option): option is DateOption => option.written !== null)
  const said = options.filter(({ name }) => (given[name] ?? "").trim() !== "")
  if (said.length === 0) return { values: given, read: {}, doubts: [] }
  const desde = (await command.termsFrom?.({ ...context, purpose: "opening_form" }, given)) ?? context.hoy
  const reader = await readerOf(context, desde)
  let values = given
  let read: Values = {}
  const doubts: Doubt[] = []
  for (const option of said) {
    const partner = options.find(({ written }) => written.pedido !== option.written.pedido) ?? null
    const settled = settle(option, partner, values, reader)
    if ("values" in settled) {
      values = { ...values, ...settled.values }
      read = { ...read, ...settled.values }
    } else {
      doubts.push(settled)
      values = { ...values, [option.name]: SOME[option.written.pedido] }
    }
  }
  return { values, read, doubts }
}

/** What stands for a date or an hour that is not known yet. */
const SOME = { fecha: "2000-01-01", hora: "10:00" } as const

interface Reader {
  readonly desde: string
  readonly hoy: string
  read(typed: string, written: Written): Escrita
}

async function readerOf({ data, organo, hoy }: CommandContext, desde: string): Promise<Reader> {
  const [primero, ultimo] = [sumarDias(desde, -CERCA), sumarDias(desde, LEJOS)]
  const { organo: inhabiles } = await leerCalendarios(data.read, organo, primero, ultimo)
  const contexto: Omit<Contexto, "pasado"> = { hoy: desde, inhabiles, zona: organo.zona }
  return {
    desde,
    hoy,
    read: (typed, { pedido, pasado }) => leerEscrito(typed, pedido, { ...contexto, pasado }),
  }
}

/** The values that an option's text stands for, or what is in doubt about it. */
function settle(
  option: DateOption,
  partner: DateOption | null,
  values: Values,
  reader: Reader,
): Doubt | { readonly values: Values } {
  const { name, written } = option
  const typed = values[name] ?? ""
  const { desde, hoy } = reader
  const escrita = reader.read(typed, written)
  const doubt = (why: string, asks: boolean, lecturas: readonly Lectura[]): Doubt => ({
    option: name,
    typed,
    pedido: written.pedido,
    message: refusalOf({ name: option.label }, typed, why),
    asks,
    offers: offersOf(option, partner, lecturas),
  })
  const pregunta = { pedido: written.pedido, desde, hoy }
  if (escrita.kind === "ambigua") {
    return doubt(porQueNo(escrita, pregunta), true, escrita.opciones)
  }
  if (escrita.kind === "rechazada") return doubt(porQueNo(escrita, pregunta), false, escrita.propuestas)
  if (escrita.kind === written.pedido) return { values: valuesOf(escrita, option, partner) }
  if (partner === null) {
    const conDia = escrita.kind === "fecha_hora"
    return doubt(noEsLoPedido(escrita, pregunta), conDia, conDia ? [escrita] : [])
  }
  const other = values[partner.name] ?? ""
  if (other.trim() === "") return { values: valuesOf(escrita, option, partner) }
  if (escrita.kind !== "fecha_hora") return doubt(noEsLoPedido(escrita, pregunta), false, [])
  const apart = reader.read(other, partner.written)
  const agrees =
    "kind" in apart &&
    apart.kind === partner.written.pedido &&
    partOf(apart, partner) === partOf(escrita, partner)
  return agrees ? { values: valuesOf(escrita, option, partner) } : doubt(SE_CONTRADICEN, false, [])
}

/** Day and hour that were written together go each to its option. */
function valuesOf(lectura: Lectura, option: DateOption, partner: DateOption | null): Values {
  const own = [option, ...(partner === null ? [] : [partner])]
  const said = own.flatMap((each) => {
    const part = partOf(lectura, each)
    return part === null ? [] : [[each.name, part] as const]
  })
  // An hour that stands where the day is asked is the hour, and the day is still to be said.
  const moved = partOf(lectura, option) === null ? { [option.name]: "" } : {}
  return { ...moved, ...Object.fromEntries(said) }
}

function partOf(lectura: Lectura, { written }: DateOption): string | null {
  if (written.pedido === "fecha") return lectura.kind === "hora" ? null : lectura.fecha
  return lectura.kind === "fecha" ? null : lectura.hora
}

function offersOf(
  option: DateOption,
  partner: DateOption | null,
  lecturas: readonly Lectura[],
): Doubt["offers"] {
  const offers = lecturas.map((lectura) => {
    const alone = partner === null && lectura.kind === "fecha_hora"
    const shown: Lectura = alone ? { kind: "fecha", fecha: lectura.fecha } : lectura
    return { lectura: shown, values: valuesOf(shown, option, partner) }
  })
  return [...new Map(offers.map((offer) => [JSON.stringify(offer.values), offer])).values()]
}
