import type { OptionInfo } from "../definition/options.ts"
import { type Nombres, nameLength, takesName } from "./nombres.ts"
import { canonical, listedAt, type Values } from "./values.ts"
import { comparable, isFiller, isQuote, lastNamed, splitWords, type Word } from "./words.ts"
import { writtenBeforeText, writtenLength } from "./written.ts"

/** A free text is never taken apart: see "Free text" in GRAMMAR.md, beside the commands. */

/** The free text that is typed without its name: the first that is needed, or the only one. */
export function bareText(options: readonly OptionInfo[]): OptionInfo | null {
  const texts = options.filter(isText)
  const [first, ...others] = texts
  return texts.find(({ required }) => required) ?? (others.length === 0 ? (first ?? null) : null)
}

export const isText = ({ kind }: OptionInfo): boolean => kind === "texto" || kind === "secreto"

/** The options of a command whose text stands last and without its name. */
export function assignBeforeText(
  options: readonly OptionInfo[],
  text: OptionInfo,
  typed: string,
  nombres: Nombres,
): Values {
  const values: Record<string, string> = {}
  let left = splitWords(typed)
  for (let [word] = left; word; [word] = left) {
    const named = optionNamed(options, word, values)
    if (named && isText(named)) {
      if (!isDelimited(options, typed, left))
        return { ...values, ...textFrom(options, named, typed, word.valueAt, values) }
      values[named.name] = word.raw
      left = left.slice(1)
    } else if (named) {
      const own = left.slice(0, writtenBeforeText(named, left) || lengthOfName(named, nombres, left) || 1)
      values[named.name] = canonical(named, own.map(({ raw }) => raw).join(" "))
      left = left.slice(own.length)
    } else {
      const pending = before(options, text).filter(({ name }) => !(name in values))
      const head = headOf(pending, typed, left, nombres)
      if (head === null) return { ...values, ...textFrom(options, text, typed, word.at, values) }
      values[head.option.name] = head.value
      left = left.filter(({ at }) => at >= head.end)
    }
  }
  return values
}

/** A text to its end, and the named values at that end, which are not of it. */
export function textFrom(
  options: readonly OptionInfo[],
  text: OptionInfo,
  typed: string,
  from: number,
  given: Values,
): Values {
  const values: Record<string, string> = { ...given, [text.name]: "" }
  let own = typed.slice(from)
  for (let edge = edgeOf(options, own, values); edge; edge = edgeOf(options, own, values)) {
    values[edge.option.name] = canonical(edge.option, edge.value)
    own = own.slice(0, edge.at)
  }
  return { ...values, [text.name]: own.trim() }
}

interface Edge {
  readonly option: OptionInfo
  readonly value: string
  readonly at: number
}

/** The named value that a text ends in: one word, a quotation, or a date or an hour in as many words as it has. */
function edgeOf(options: readonly OptionInfo[], text: string, taken: Values): Edge | null {
  const last = lastNamed(text)
  const option = last && optionNamed(options, last, taken)
  if (last && option) return { option, value: last.raw, at: last.at }
  const words = splitWords(text)
  const at = words.findLastIndex((word) => optionNamed(options, word, taken)?.written)
  const written = words.slice(Math.max(at, 0))
  const [first] = written
  const date = first && optionNamed(options, first, taken)
  if (!date || writtenLength(date, written) < written.length) return null
  return { option: date, value: text.slice(first.valueAt), at: first.at }
}

/** `nombre:"María Pérez"`: the quotes delimit a text only if nothing but another named value follows it. */
export function isDelimited(
  options: readonly OptionInfo[],
  typed: string,
  [word, next]: readonly Word[],
): boolean {
  if (!word?.quoted || word.end - word.valueAt < 2 || !isQuote(typed.charAt(word.end - 1))) return false
  return next === undefined || optionNamed(options, next, {}) !== undefined
}

/** The option that a word names, unless it has its value already. */
export function optionNamed(
  options: readonly OptionInfo[],
  { named }: Word,
  taken: Values,
): OptionInfo | undefined {
  return named === null
    ? undefined
    : options.find(({ name }) => comparable(name) === named && !(name in taken))
}

/** What stands before the text without its name: what is needed, and what can be told from a text by its look. */
function before(options: readonly OptionInfo[], text: OptionInfo): readonly OptionInfo[] {
  return options.slice(0, options.indexOf(text)).filter(({ required, lead }) => required || lead !== null)
}

/** The options that are only taken by their name. */
export function takenByName(options: readonly OptionInfo[]): readonly OptionInfo[] {
  const text = bareText(options)
  if (text === null) return options.filter(isText)
  const bare = [...before(options, text), text]
  return options.filter((option) => !bare.includes(option))
}

interface Head {
  readonly option: OptionInfo
  readonly value: string
  /** Where in the typed text what follows begins. */
  readonly end: number
}

/** The first of the options that the words at the head of a text are; `null`: they are the text. */
function headOf(
  options: readonly OptionInfo[],
  typed: string,
  words: readonly Word[],
  nombres: Nombres,
): Head | null {
  const fillers = words.findIndex((word) => word.quoted || !isFiller(word))
  for (const option of options) {
    const at = (from: readonly Word[]) => headAt(option, typed, from) ?? nameAt(option, nombres, from)
    const head = at(words) ?? (fillers > 0 ? at(words.slice(fillers)) : null)
    if (head !== null) return head
    const [word] = words.slice(Math.max(0, fillers))
    // What is needed comes next: of a word that may be a clave and is none, the command asks which.
    if (option.required && option.kind === "referencia" && word?.named === null && mayName(option, word))
      return { option, value: word.raw, end: word.end }
  }
  return null
}

/** `22`, `SO22`, `SO-2x`, `CI/SO-21/07`: «Sin materia», «3er informe» and «2027 en cifras» name no record. */
const LIKE_A_CLAVE = /^(?:\d{1,3}|[a-z]{1,4}\d+|.*[-/_.].*\d.*)$/iu

/** What may name a record that has claves; any other word is the text's, which is never taken apart. */
const mayName = ({ lead }: OptionInfo, { raw, quoted }: Word): boolean =>
  lead === null || quoted || LIKE_A_CLAVE.test(raw)

/** What stands there for an option beyond doubt: a value of its list, a quotation, or what has its look. */
function headAt(option: OptionInfo, typed: string, words: readonly Word[]): Head | null {
  const [word] = words
  if (word === undefined || word.named !== null) return null
  const listed = listedAt(option, words, 0, false)
  const last = listed && words[listed.length - 1]
  if (listed && last) return { option, value: listed.value, end: last.end }
  if (word.quoted && option.required && option.values === null)
    return { option, value: word.raw, end: word.end }
  const date = option.required ? words[writtenBeforeText(option, words) - 1] : undefined
  if (date) return { option, value: typed.slice(word.at, date.end), end: date.end }
  const look = matchLook(option, typed, word.at)
  return look === null ? null : { option, value: look, end: word.at + look.length }
}

const lengthOfName = (option: OptionInfo, nombres: Nombres, words: readonly Word[]): number =>
  takesName(option) ? nameLength(nombres, words) : 0

/** The whole name of an institution, where one is needed. */
function nameAt(option: OptionInfo, nombres: Nombres, words: readonly Word[]): Head | null {
  const own = words.slice(0, option.required ? lengthOfName(option, nombres, words) : 0)
  const last = own.at(-1)
  return last ? { option, value: own.map(({ raw }) => raw).join(" "), end: last.end } : null
}

const NUMBER = /\d{1,4}(?=\s|$)/uy
const WITH_DIGITS = /\S*\d\S*(?=\s|$)/uy

function matchLook({ lead, kind, required }: OptionInfo, typed: string, at: number): string | null {
  // A day that is none is said to be none; a word that could never be one is the text's.
  const ofKind = kind === "numero" ? NUMBER : kind === "fecha" || kind === "hora" ? WITH_DIGITS : null
  const look = lead ?? (required ? ofKind : null)
  if (look === null) return null
  look.lastIndex = at
  return look.exec(typed)?.[0] ?? null
}
