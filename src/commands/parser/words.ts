import { normalizar } from "../../domain/texto/texto.ts"

/** One typed word, or a quoted phrase. `named` is what stood before the colon in `nombre:valor`. */
export interface Word {
  readonly raw: string
  /** Compared form: no case, no accents, hyphens and underscores as spaces. */
  readonly plain: string
  readonly quoted: boolean
  readonly named: string | null
  /** Where in the typed text this word starts and ends, and where its value starts. */
  readonly at: number
  readonly end: number
  readonly valueAt: number
}

/** Words that say nothing before a value, or after the last one: "resumen de la 21", "que me toca a mí". */
const FILLERS = new Set([
  "de",
  "del",
  "la",
  "el",
  "los",
  "las",
  "para",
  "en",
  "a",
  "al",
  "mi",
  "por",
  "favor",
])

export const isFiller = ({ plain, quoted, named }: Word): boolean =>
  !quoted && named === null && FILLERS.has(plain)

/** Quotes of word processors and phones, as typed on a keyboard; each is one unit long, so that positions hold. */
function plainQuotes(text: string): string {
  return text.replaceAll(/[“”„‟«»″]/gu, '"').replaceAll(/[‘’‚‛‹›]/gu, "'")
}

/** One that can stand around a value. */
export const isQuote = (character: string): boolean => plainQuotes(character) === '"'

/** Compared form of a word or phrase: `Quién-soy` and `quien soy` are the same. */
export function comparable(text: string): string {
  return normalizar(text)
    .replaceAll(/[-_\s]+/gu, " ")
    .trim()
}

const NAME = "([\\p{L}\\p{M}_-]+)"
const WORD = new RegExp(
  `${NAME}:"([^"]*)(?:"|$)|${NAME}:([^\\s"]+)|"([^"]*)(?:"|$)|'([^']*)(?:'(?=\\s|$)|$)|(\\S+)`,
  "gu",
)

/** The last word of a text, if it is `nombre:valor` or `nombre:"valor"`. */
const LAST_NAMED = new RegExp(`(?:^|\\s)${NAME}:(?:"([^"]*)"|([^\\s"]+))\\s*$`, "du")

/** Splits typed text; an unclosed quotation runs to the end. Never fails. */
export function splitWords(text: string): readonly Word[] {
  return [...plainQuotes(text).matchAll(WORD)].map((match) => {
    const [whole, quotedName, quotedValue, name, value, double, single, bare] = match
    const named = quotedName ?? name ?? null
    const quoted = name === undefined && bare === undefined
    const { length } = quotedValue ?? value ?? double ?? single ?? bare ?? ""
    const { index: at } = match
    const valueAt = named === null ? at : at + named.length + 1
    const from = quoted ? valueAt + 1 : valueAt
    return wordOf(text.slice(from, from + length), { named, quoted, at, valueAt, end: at + whole.length })
  })
}

/** The named value that a text ends in; `null`: none. */
export function lastNamed(text: string): Word | null {
  const match = LAST_NAMED.exec(plainQuotes(text))
  const [, named, quoted] = match ?? []
  const { 1: name, 2: inQuotes, 3: bare } = match?.indices ?? []
  const value = inQuotes ?? bare
  if (named === undefined || name === undefined || value === undefined) return null
  const place = { at: name[0], valueAt: name[1] + 1, end: text.length }
  return wordOf(text.slice(...value), { named, quoted: quoted !== undefined, ...place })
}

/** The value is as it was typed: the compared quotes only say where it starts and ends. */
function wordOf(value: string, word: Omit<Word, "plain" | "raw">): Word {
  const raw = value.trim()
  return {
    ...word,
    raw,
    plain: comparable(raw),
    named: word.named === null ? null : comparable(word.named),
  }
}

/** The word as it was typed, with its `nombre:`; for a name that turns out to be no option. */
export function asTyped(typed: Word): string {
  return typed.named === null ? typed.raw : `${typed.named}:${typed.raw}`
}
