import type { Escrita } from "../../domain/tiempo/fecha-escrita/lectura.ts"
import { esInconfundible, leerEscrito, palabrasDeEscrito } from "../../domain/tiempo/fecha-escrita/leer.ts"
import type { Written } from "../definition/definition.ts"
import type { OptionInfo } from "../definition/options.ts"
import type { Word } from "./words.ts"

/** Dates and hours are written in several words: «15 de diciembre», «cinco de la tarde». */

/** How many of the words, from the first on, are a date or an hour for the option; 0: they are none. */
export function writtenLength({ written }: OptionInfo, words: readonly Word[]): number {
  const [first] = words
  if (written === null || first === undefined) return 0
  const texts = inOnePiece(words).map(({ raw }) => raw)
  return first.quoted ? 1 : palabrasDeEscrito(texts, written.pedido)
}

/**
 * The same where a free text follows: only as far as the day or the hour is said in full («2024-04-30», «30 de abril de
 * 2024»), or, if it is not, without the words at the end that say nothing of it.
 */
export function writtenBeforeText(option: OptionInfo, words: readonly Word[]): number {
  const { written } = option
  const longest = writtenLength(option, words)
  if (written === null || longest === 0 || words[0]?.quoted) return longest
  const readings = words.slice(0, longest).map((_, i) => readingsOf(words.slice(0, i + 1), written.pedido))
  const full = 1 + readings.findIndex((reading) => isFull(reading))
  if (full > 0) return full
  const useless = (n: number) => n > 1 && !isUnit(words[n - 1]) && same(readings[n - 1], readings[n - 2])
  let length = longest
  while (useless(length)) length -= 1
  return length
}

/** What some words mean on two days of different years: what is the same on both does not depend on today. */
function readingsOf(words: readonly Word[], pedido: Written["pedido"]): readonly Escrita[] {
  const context = { inhabiles: new Set<string>(), zona: "America/Mexico_City", pasado: true }
  return ["2024-01-01", "2031-07-16"].map((hoy) => leerEscrito(textOf(words), pedido, { ...context, hoy }))
}

const isFull = ([one, other]: readonly Escrita[]): boolean =>
  one?.kind === "fecha" && other?.kind === "fecha" && one.fecha === other.fecha

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** "17:30 horas": said of an hour, it is not how a text begins. */
const isUnit = (word: Word | undefined): boolean => /^(?:horas|hrs?\.?)$/u.test(word?.plain ?? "")

const textOf = (words: readonly Word[]): string => words.map(({ raw }) => raw).join(" ")

/** The words for an option that is named: of a date, as far as it is one; `alone`: all, for they were meant as one. */
export function namedWords(option: OptionInfo, words: readonly Word[], alone: boolean): readonly Word[] {
  const [first] = words
  const whole = alone && option.written !== null && first?.quoted === false ? inOnePiece(words).length : 1
  return words.slice(0, writtenLength(option, words) || whole)
}

/** Words for a date that nobody has named: where others may follow, only what can be nothing else. */
export function unnamedWords(option: OptionInfo, words: readonly Word[], later: boolean): readonly Word[] {
  if (!later) return words
  const taken = words.slice(0, writtenLength(option, words) || 1)
  return option.required || esInconfundible(textOf(taken)) ? taken : []
}

/** Up to the next quotation or named value. */
function inOnePiece(words: readonly Word[]): readonly Word[] {
  const end = words.findIndex((word, i) => i > 0 && (word.named !== null || word.quoted))
  return end < 0 ? words : words.slice(0, end)
}
