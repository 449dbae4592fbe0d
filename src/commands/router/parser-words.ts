import { normalizar } from "../../domain/texto/texto.ts"

/** One typed word, or a quoted phrase. `named` is what stood before the colon in `nombre:valor`. */
export interface Word {
  readonly raw: string
  /** Compared form: no case, no accents, hyphens and underscores as spaces. */
  readonly plain: string
  readonly quoted: boolean
  readonly named: string | null
  /** The text that was split, and where in it this word and its value start. */
  readonly source: string
  readonly at: number
  readonly valueAt: number
}

/** Quotes of word processors and phones, as typed on a keyboard. */
function plainQuotes(text: string): string {
  return text.replaceAll(/[“”„‟«»″]/gu, '"').replaceAll(/[‘’‚‛‹›]/gu, "'")
}

/** Compared form of a word or phrase: `Quién-soy` and `quien soy` are the same. */
export function comparable(text: string): string {
  return normalizar(text)
    .replaceAll(/[-_\s]+/gu, " ")
    .trim()
}

const WORD =
  /([\p{L}\p{M}_-]+):"([^"]*)(?:"|$)|([\p{L}\p{M}_-]+):([^\s"]+)|"([^"]*)(?:"|$)|'([^']*)(?:'(?=\s|$)|$)|(\S+)/gu

/** Splits typed text; an unclosed quotation runs to the end. Never fails. */
export function splitWords(text: string): readonly Word[] {
  const words: Word[] = []
  // Every quotation mark is one unit long, so that positions hold in the text as typed.
  for (const match of plainQuotes(text).matchAll(WORD)) {
    const [, quotedName, quotedValue, name, value, double, single, bare] = match
    const word = wordAt(text, match.index)
    if (quotedName !== undefined) words.push(word(quotedValue ?? "", true, quotedName))
    else if (name !== undefined) words.push(word(value ?? "", false, name))
    else if (bare !== undefined) words.push(word(bare, false, null))
    else words.push(word(double ?? single ?? "", true, null))
  }
  return words
}

function wordAt(source: string, at: number) {
  return (raw: string, quoted: boolean, named: string | null): Word => ({
    raw: raw.trim(),
    plain: comparable(raw),
    quoted,
    named: named === null ? null : comparable(named),
    source,
    at,
    valueAt: named === null ? at : at + named.length + 1,
  })
}

/** The word as it was typed, with its `nombre:`; for a name that turns out to be no option. */
export function asTyped(typed: Word): string {
  return typed.named === null ? typed.raw : `${typed.named}:${typed.raw}`
}
