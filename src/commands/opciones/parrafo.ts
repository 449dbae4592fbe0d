import { z } from "zod"
import {
  type BorradorEditable,
  leerBorradorEditable,
  marcaDe,
  type ParrafoBorrador,
} from "../../app/resumen/editar.ts"
import type { Card } from "../../cards/card.ts"
import { publicacionInterna, sesionSinClausurar } from "../../cards/resumen/borrador-publicacion.ts"
import { type ActoParrafo, elegirParrafoCard } from "../../cards/resumen/edicion.ts"
import { ultimaClausurada } from "../../domain/sesion/sesion.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { CommandContext } from "../definition/definition.ts"
import type { EnSuLugar } from "./pregunta.ts"
import { LEAD_LUGAR } from "./referencia.ts"
import { sesionPedida } from "./sesion-encontrar.ts"
import { sesionNombrada } from "./sesion-texto.ts"

/** Longest text of a paragraph that every platform's form takes. */
export const MAX_PARRAFO = 3_000

/** `SO-21`, or what a button or a form carries: `SO-21#3@4x0a1b2c3d`. */
export const sesionConParrafo = sesionNombrada(
  "clave de la sesión; si falta, la última clausurada",
).optional()

export const numeroDeParrafo = z.coerce
  .number()
  .int()
  .min(1)
  .max(999)
  .optional()
  .meta({ summary: "número del párrafo; si falta, se muestra la lista", lead: LEAD_LUGAR })

interface Nombrado {
  readonly sesion?: string | undefined
  readonly parrafo?: number | undefined
}

export type ParrafoPedido =
  | EnSuLugar
  | {
      readonly kind: "parrafo"
      readonly sesion: Sesion
      readonly borrador: BorradorEditable
      readonly numero: number
      /** `null`: there is none with that number. */
      readonly parrafo: ParrafoBorrador | null
      readonly marca: string | null
    }

/** The paragraph that options name; without one, the list to choose from. */
export async function parrafoPedido(
  context: CommandContext,
  given: Nombrado,
  acto: ActoParrafo,
): Promise<ParrafoPedido> {
  const { organo } = context
  const [, base = "", enBoton, marcaEscrita = ""] =
    /^([^#@]*)(?:#(\d{1,3}))?(@[0-9a-z]{1,40})?$/u.exec(given.sesion ?? "") ?? []
  const typed = given.sesion === undefined ? undefined : `${base || given.sesion}${marcaEscrita}`
  const pedida = await sesionPedida(context, typed, `sesion.${acto}`, ultimaClausurada)
  if (pedida.kind === "card") return pedida
  const { sesion, marca } = pedida
  const leido = await leerBorradorEditable({ ...context, read: context.data.read }, sesion)
  if (leido.kind !== "borrador") return { kind: "card", card: sinBorrador(sesion, leido.kind) }
  const { borrador } = leido
  const numero = enBoton === undefined ? given.parrafo : Number(enBoton)
  if (numero === undefined)
    return { kind: "card", card: elegirParrafoCard(organo, sesion, borrador.parrafos, acto) }
  return { kind: "parrafo", sesion, borrador, numero, parrafo: borrador.parrafos[numero - 1] ?? null, marca }
}

export const sinBorrador = (sesion: Sesion, kind: "sin_clausurar" | "interna"): Card =>
  kind === "interna" ? publicacionInterna(sesion) : sesionSinClausurar(sesion)

/** What a form shows of a paragraph, and where it stands; a card, where there is none or no form takes all of it. */
export function parrafoEnForma(
  context: CommandContext,
  { borrador, parrafo }: Extract<ParrafoPedido, { readonly kind: "parrafo" }>,
  acto: ActoParrafo,
): { readonly card: Card } | { readonly lugar: string; readonly sesion: string; readonly texto: string } {
  if (parrafo === null) return { card: sinEseParrafo(context, borrador, acto) }
  const { seccion, clave, texto } = parrafo.parrafo
  if (texto.length > MAX_PARRAFO) return { card: parrafoLargo(context, borrador, acto) }
  const donde = [seccion, clave].filter((parte) => parte !== null).join(", ")
  return {
    lugar: `${borrador.sesion.clave}, párrafo ${parrafo.numero}${donde === "" ? "" : ` (${donde})`}.`,
    sesion: parrafoCarried(borrador, parrafo),
    texto,
  }
}

const parrafoLargo = (
  { organo }: CommandContext,
  { sesion, parrafos }: BorradorEditable,
  acto: ActoParrafo,
): Card =>
  elegirParrafoCard(
    organo,
    sesion,
    parrafos,
    acto,
    `Ese párrafo tiene más de ${MAX_PARRAFO} caracteres y no cabe en un formulario. Elija otro:`,
  )

/** What a form carries so that it comes back with the paragraph and the draft that it was opened on. */
const parrafoCarried = (borrador: BorradorEditable, parrafo: ParrafoBorrador): string =>
  `${borrador.sesion.clave}#${parrafo.numero}@${marcaDe(borrador, parrafo)}`

export const sinEseParrafo = (
  { organo }: CommandContext,
  { sesion, parrafos }: BorradorEditable,
  acto: ActoParrafo,
): Card =>
  elegirParrafoCard(organo, sesion, parrafos, acto, "No hay un párrafo con ese número. Elija uno de estos:")

/** What a form was opened with, as text. */
export function nombrado(given: Readonly<Record<string, string>>): Nombrado {
  const numero = Number(given.parrafo)
  return { sesion: given.sesion, ...(Number.isInteger(numero) && numero > 0 ? { parrafo: numero } : {}) }
}
