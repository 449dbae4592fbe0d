import type { Command } from "../definition/definition.ts"
import { optionsOf } from "../definition/options.ts"
import { formsOf } from "./command.ts"
import { nameOf } from "./names.ts"
import { bareText } from "./text.ts"
import { listedAt, type Values } from "./values.ts"
import { comparable, isFiller, type Word } from "./words.ts"

/** Articles and the like, which say nothing before what a command is about: «registro un acuerdo». */
const ARTICLES: ReadonlySet<string> = new Set(["un", "una", "unos", "unas", "su", "sus", "mis", "nuestra"])

/** What people do something with, besides what the five names say; no clave nor institution is called so. */
const THINGS: readonly string[] = ["resumen", "convocatoria", "votacion", "quorum", "aviso", "recordatorio"]

/**
 * How many of the words, from the first on, only say again what is asked for: «acuso DE RECIBO», «reprogramo EL
 * COMPROMISO CI/…». They are no value of anything. 0: the first one says something.
 */
export function namingWords(command: Command, words: readonly Word[]): number {
  const options = optionsOf(command)
  const own = wordsOf(command)
  const isValue = (i: number) => options.some((option) => listedAt(option, words, i) !== null)
  const says = ({ plain }: Word) => own.has(plain) || nameOf(plain) !== null
  const end = words.findIndex(
    (word, i) => word.quoted || word.named !== null || !(isIdle(word) || says(word)) || isValue(i),
  )
  const run = end < 0 ? words.length : end
  // What stands before a value that has not been reached is not of the name.
  const last = words.slice(0, run).findLastIndex((word) => says(word))
  return end < 0 ? run : last + 1
}

const known = new WeakMap<Command, ReadonlySet<string>>()

/** The words of what calls it, the names of its options, and what it is done with or to. */
function wordsOf(command: Command): ReadonlySet<string> {
  const found = known.get(command)
  if (found !== undefined) return found
  const forms = formsOf(command).flatMap((form) => form.split(" "))
  const own = new Set([...forms, ...optionsOf(command).map(({ name }) => comparable(name)), ...THINGS])
  known.set(command, own)
  return own
}

export const isIdle = (word: Word): boolean => isFiller(word) || ARTICLES.has(word.plain)

/** Whether a free text begins with the first of the words: then they are kept, for it is literal. */
export function beginsText(command: Command, values: Values, [first]: readonly Word[]): boolean {
  const text = bareText(optionsOf(command))
  return text !== null && first !== undefined && (values[text.name] ?? "").startsWith(first.raw)
}
