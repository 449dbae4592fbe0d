import type { Command } from "../definition/definition.ts"
import { type OptionInfo, optionsOf } from "../definition/options.ts"
import { type Nombres, SIN_NOMBRES, withNamesJoined } from "./nombres.ts"
import { assignBeforeText, bareText, isDelimited, isText, optionNamed, textFrom } from "./text.ts"
import { canonical, listedAt, type Values } from "./values.ts"
import { asTyped, comparable, isFiller, splitWords, type Word } from "./words.ts"
import { namedWords, unnamedWords } from "./written.ts"

export interface Assigned {
  readonly values: Values
  /** What no option takes, as it was typed. */
  readonly extra: readonly string[]
}

/**
 * Gives what was typed after a command to its options, as GRAMMAR.md says. Values are not validated here: zod does it.
 */
export function assignOptions(command: Command, typed: string, nombres: Nombres = SIN_NOMBRES): Assigned {
  const options = optionsOf(command)
  const text = bareText(options)
  if (text !== null) return { values: assignBeforeText(options, text, typed, nombres), extra: [] }
  const named = takeNamed(options, typed, nombres)
  const listed = takeListed(options, named.left, named.values)
  return takeByPosition(options, listed.left, listed.values)
}

interface Taken {
  readonly values: Values
  readonly left: readonly Word[]
}

/** `clave:so 21 3`: a reference that takes the rest goes on until the next named option; a text, to the end. */
function takeNamed(options: readonly OptionInfo[], typed: string, nombres: Nombres): Taken {
  const words = withNamesJoined(options, nombres, splitWords(typed), (word) => optionNamed(options, word, {}))
  const values: Record<string, string> = {}
  const left: Word[] = []
  const alone = options.every(
    ({ rest, name }) => !rest || words.some(({ named }) => named === comparable(name)),
  )
  let open: OptionInfo | null = null
  let taken = 0
  for (const [i, word] of words.entries()) {
    if (i < taken) continue
    const option = optionNamed(options, word, values)
    if (option && isText(option) && !isDelimited(options, typed, words.slice(i)))
      return { values: { ...values, ...textFrom(options, option, typed, word.valueAt, values) }, left }
    if (option) {
      const own = namedWords(option, words.slice(i), alone)
      values[option.name] = canonical(option, own.map(({ raw }) => raw).join(" "))
      taken = i + own.length
      open = option.rest && !word.quoted ? option : null
    } else if (open && word.named === null && !word.quoted) {
      values[open.name] = `${values[open.name]} ${word.raw}`
    } else {
      open = null
      left.push(word)
    }
  }
  return { values, left }
}

/** Values of closed lists, wherever they stand. */
function takeListed(options: readonly OptionInfo[], words: readonly Word[], given: Values): Taken {
  let taken: Taken = { values: given, left: words }
  for (const option of options.filter(({ name, values }) => values !== null && !(name in given))) {
    const { values, left } = taken
    const at = left.findIndex((_, i) => listedAt(option, left, i) !== null)
    const found = at < 0 ? null : listedAt(option, left, at)
    if (found === null) continue
    taken = {
      values: { ...values, [option.name]: found.value },
      left: left.filter((_, i) => i < at || i >= at + found.length),
    }
  }
  return taken
}

function takeByPosition(options: readonly OptionInfo[], words: readonly Word[], given: Values): Assigned {
  const values: Record<string, string> = { ...given }
  const free = options.filter((option) => !isText(option) && !(option.name in values))
  let left = words
  free.forEach((option, i) => {
    const others = free.slice(i + 1)
    const later = others.some((other) => !other.values)
    left = withoutFillers(left)
    const [next] = left
    if (next === undefined || !mayTake(option, next, later)) return
    // «3 0 1» are the votes, not the number of a vote and two of its counts.
    if (!option.required && left.length <= others.filter(({ required }) => required).length) return
    const taken = option.written ? unnamedWords(option, left, later) : option.rest ? left : [next]
    if (taken.length === 0) return
    values[option.name] = canonical(option, taken.map(asTyped).join(" "))
    left = left.slice(taken.length)
  })
  return { values, extra: withoutFillers(left).map(asTyped) }
}

/** What an option may be left without goes to a later one, unless the word is of its kind. */
function mayTake({ kind, required }: OptionInfo, { raw }: Word, later: boolean): boolean {
  if (required) return true
  if (kind === "numero") return /^[+-]?\d+$/u.test(raw)
  // A word that is in no closed list belongs to a later option; without one, zod says which values there are.
  return kind !== "opcion" || !later
}

function withoutFillers(words: readonly Word[]): readonly Word[] {
  const start = words.findIndex((word) => !isFiller(word))
  return start < 0 ? [] : words.slice(start)
}
