import { esInconfundible, palabrasDeEscrito } from "../../domain/tiempo/fecha-escrita/leer.ts"
import type { Command } from "./definition.ts"
import { asTyped, comparable, type Word } from "./parser-words.ts"
import { type OptionInfo, optionsOf } from "./registry-options.ts"

export type Values = Readonly<Record<string, string>>

/** Words that say nothing before a value: "resumen de la 21". */
const FILLERS = new Set(["de", "del", "la", "el", "los", "las", "para", "en"])

/**
 * Gives each word to an option: `nombre:valor` first, then values of closed lists wherever they stand, then by position.
 * What no option takes comes back in `extra`. Values are not validated here: zod does it.
 */
export function assignOptions(
  command: Command,
  words: readonly Word[],
): { readonly values: Values; readonly extra: readonly string[] } {
  const options = optionsOf(command)
  const free = options.find((option) => option.verbatim)
  if (free) return { values: assignBeforeText(options, free, words), extra: [] }
  const values: Record<string, string> = {}
  let left: readonly Word[] = takeNamed(options, words, values)
  left = takeListed(options, left, values)
  left = takeByPosition(options, left, values)
  return { values, extra: left.map(asTyped) }
}

/** One word for each option before the free text (those after it only by name, before it starts), then the text from where it starts to the end, untouched. */
function assignBeforeText(
  options: readonly OptionInfo[],
  free: OptionInfo,
  words: readonly Word[],
): Record<string, string> {
  const values: Record<string, string> = {}
  const before = options.slice(0, options.indexOf(free))
  const starts = words.findIndex((word) => word.quoted || word.named !== null || !FILLERS.has(word.plain))
  let left = starts < 0 ? words : words.slice(starts)
  for (let [word] = left; word; [word] = left) {
    const { named: name } = word
    const named = options.find((option) => name === comparable(option.name) && !(option.name in values))
    if (named === free) return { ...values, [free.name]: withoutQuotes(word.source.slice(word.valueAt)) }
    const option = named ?? before.find((other) => !(other.name in values))
    if (!option) return { ...values, [free.name]: word.source.slice(word.at).trim() }
    const length = writtenLength(option, left)
    values[option.name] = canonical(option, textOf(left.slice(0, length), named !== undefined))
    left = left.slice(length)
  }
  return values
}

/** How many words from the first on are the option's: a date may have several («15 de diciembre»). */
function writtenLength({ written }: OptionInfo, words: readonly Word[], alone = false): number {
  const [first, ...others] = words
  if (written === null || first === undefined || first.quoted) return 1
  const end = others.findIndex((word) => word.named !== null || word.quoted)
  const free = end < 0 ? others : others.slice(0, end)
  const texts = [first, ...free].map(({ raw }) => raw)
  return palabrasDeEscrito(texts, written.pedido) || (alone ? texts.length : 1)
}

/** No option is left that would take the words which make no date: they were meant as one all the same. */
const noText = (options: readonly OptionInfo[], words: readonly Word[]): boolean =>
  options.every(({ rest, name }) => !rest || words.some(({ named }) => named === comparable(name)))

/** Words for a date that nobody has named: where others may follow, only what can be nothing else. */
function writtenHere(option: OptionInfo, words: readonly Word[], later: boolean): readonly Word[] {
  if (!later) return words
  const taken = words.slice(0, writtenLength(option, words))
  return option.required || esInconfundible(textOf(taken, false)) ? taken : []
}

const textOf = (words: readonly Word[], named: boolean): string =>
  words.map((word, i) => (named && i === 0 ? word.raw : asTyped(word))).join(" ")

/** `texto:"…"`: there the quotes delimit the value. */
function withoutQuotes(typed: string): string {
  return /^\s*["“«„]([^"“”«»„]*)["”»]\s*$/u.exec(typed)?.[1] ?? typed.trim()
}

/** `clave:so 21 3`: an option that takes the rest goes on until the next named one; a date, as far as it is one. */
function takeNamed(options: readonly OptionInfo[], words: readonly Word[], values: Record<string, string>) {
  const left: Word[] = []
  let open: OptionInfo | null = null
  let own = 0
  for (const [i, word] of words.entries()) {
    const option = options.find(({ name }) => word.named !== null && comparable(name) === word.named)
    if (own > 1) own -= 1
    else if (option) {
      own = writtenLength(option, words.slice(i), noText(options, words))
      values[option.name] = canonical(option, textOf(words.slice(i, i + own), true))
      open = option.rest && !word.quoted ? option : null
    } else if (open && word.named === null && !word.quoted) {
      values[open.name] = `${values[open.name]} ${word.raw}`
    } else {
      open = null
      left.push(word)
    }
  }
  return left
}

function takeListed(options: readonly OptionInfo[], words: readonly Word[], values: Record<string, string>) {
  let left = words
  for (const option of options) {
    if (!option.values || option.name in values) continue
    const found = left.find((word) => word.named === null && listedValue(option, word.raw) !== null)
    if (!found) continue
    values[option.name] = canonical(option, found.raw)
    left = left.filter((word) => word !== found)
  }
  return left
}

/** The word is in the closed list of one of the command's options. */
export function takesListed(command: Command, word: Word): boolean {
  return word.named === null && optionsOf(command).some((option) => listedValue(option, word.raw) !== null)
}

function takeByPosition(
  options: readonly OptionInfo[],
  words: readonly Word[],
  values: Record<string, string>,
) {
  const free = options.filter((option) => !(option.name in values))
  let left = words
  free.forEach((option, i) => {
    const later = free.slice(i + 1).some((other) => !other.values)
    // A word that is in no closed list belongs to a later option; without one, zod says which values there are.
    if (left.length === 0 || (option.values && !option.required && later)) return
    const said = dropFillers(left)
    const taken = option.written ? writtenHere(option, said, later) : option.rest ? said : said.slice(0, 1)
    if (taken.length === 0) return
    values[option.name] = canonical(option, taken.map(asTyped).join(" "))
    left = said.slice(taken.length)
  })
  return left
}

function dropFillers(words: readonly Word[]): readonly Word[] {
  const start = words.findIndex((word) => word.quoted || !FILLERS.has(word.plain))
  return start < 0 ? words : words.slice(start)
}

function canonical(option: OptionInfo, raw: string): string {
  return (option.values ? listedValue(option, raw) : null) ?? raw
}

/** The closed list's value that was meant: its name or its label, in singular or plural. */
function listedValue(option: OptionInfo, raw: string): string | null {
  const typed = singular(comparable(raw))
  const fits = (value: string) =>
    singular(comparable(value)) === typed || singular(comparable(option.labels[value] ?? value)) === typed
  return option.values?.find(fits) ?? null
}

const singular = (text: string) => text.replace(/s$/u, "")
