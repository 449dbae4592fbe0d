import type { Card } from "../../cards/card.ts"
import { renderPlainText } from "../../cards/plain-text.ts"
import { nota, recortar } from "../../cards/respuesta.ts"
import { enBlanco } from "../../domain/texto/texto-libre.ts"
import type { Command } from "../definition/definition.ts"
import { type OptionInfo, optionsOf } from "../definition/options.ts"
import { isText, optionNamed } from "../parser/text.ts"
import { listedAt, type Values } from "../parser/values.ts"
import { splitWords } from "../parser/words.ts"

/** Longest piece of a text that a question repeats. */
const MAX_KEPT = 200

/** What a person typed next to a free text may have been meant as part of it: an answer says how it was read. */
export function saysWhatWasUnderstood(card: Card, command: Command, values: Values): Card {
  const given = givenOptions(command, values)
  if (card.tone === "error" || !given.some(isText)) return card
  const shown = renderPlainText(card)
  const unsaid = given.filter(
    (option) => option.values !== null || (isText(option) && !shown.includes(values[option.name] ?? "")),
  )
  const notes = [
    ...(unsaid.length === 0 ? [] : [`Se entendió: ${listed(unsaid, values)}.`]),
    ...given.filter(isText).flatMap((text) => swallowed(command, text, values) ?? []),
  ]
  return notes.length === 0 ? card : { ...card, blocks: [...card.blocks, ...notes.map((each) => nota(each))] }
}

/**
 * A text goes on to its end (GRAMMAR.md): what looks like another option of the command stayed in it, and whoever wrote
 * it learns that, and how it is written apart.
 */
function swallowed(command: Command, text: OptionInfo, values: Values): string | null {
  const words = splitWords(values[text.name] ?? "")
  const missing = optionsOf(command).filter(({ name }) => enBlanco(values[name] ?? ""))
  const named = words.find((word) => optionNamed(missing, word, {}) !== undefined)
  if (named)
    return `«${named.named}:» quedó dentro de ${text.label}. Para separarlos, ponga cada texto entre comillas: ${text.name}:"…" ${named.named}:"…".`
  const first = missing.find((option) => listedAt(option, words, 0, false) !== null)
  const value = first && listedAt(first, words, 0, false)?.value
  if (!first || !value) return null
  return `«${words[0]?.raw}» quedó dentro de ${text.label}. Si era ${first.label}, escriba ${first.name}:${value}.`
}

/** What a question leaves as it was written; nothing, if that is nothing. */
export function saysWhatIsKept(card: Card, command: Command, values: Values, asked: readonly string[]): Card {
  const kept = givenOptions(command, values).filter(
    (option) => !asked.includes(option.name) && (option.values !== null || isText(option)),
  )
  if (kept.length === 0) return card
  return { ...card, blocks: [...card.blocks, nota(`Se conserva: ${listed(kept, values)}.`)] }
}

const givenOptions = (command: Command, values: Values): readonly OptionInfo[] =>
  optionsOf(command).filter(({ name, kind }) => kind !== "secreto" && !enBlanco(values[name] ?? ""))

const listed = (options: readonly OptionInfo[], values: Values): string =>
  options
    .map(({ name, label, labels }) => {
      const value = values[name] ?? ""
      return `${label}: ${labels[value] ?? `«${recortar(value, MAX_KEPT)}»`}`
    })
    .join("; ")
