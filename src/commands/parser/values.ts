import type { OptionInfo } from "../definition/options.ts"
import { comparable, type Word } from "./words.ts"

/** Options by name, as typed. */
export type Values = Readonly<Record<string, string>>

/** Most words of one value: "no vamos a asistir". */
const LONGEST_VALUE = 4

/** The closed list's value that was meant: its name, its label or a synonym, in singular or plural. */
export function listedValue(option: OptionInfo, typed: string, synonyms = true): string | null {
  const said = singular(comparable(typed))
  const fits = (form: Form) => form.said === said && (synonyms || !form.synonym)
  return formsOf(option).find(fits)?.value ?? null
}

interface Form {
  readonly value: string
  /** As it is compared. */
  readonly said: string
  readonly synonym: boolean
}

/** Value by value, every way to say it. */
function formsOf(option: OptionInfo): readonly Form[] {
  const found = known.get(option)
  if (found !== undefined) return found
  const forms = (option.values ?? []).flatMap((value): readonly Form[] => {
    const form = (synonym: boolean) => (text: string) => ({
      value,
      said: singular(comparable(text)),
      synonym,
    })
    return [
      ...[value, option.labels[value] ?? value].map(form(false)),
      ...(option.synonyms[value] ?? []).map(form(true)),
    ]
  })
  known.set(option, forms)
  return forms
}

const known = new WeakMap<OptionInfo, readonly Form[]>()

const singular = (text: string) => text.replace(/s$/u, "")

export interface Listed {
  readonly value: string
  /** How many words say it. */
  readonly length: number
}

/**
 * The longest run of words from one on that is a value of the list: "a favor" before "a". Where a text follows, its
 * synonyms do not count: "No estoy de acuerdo" begins with none.
 */
export function listedAt(
  option: OptionInfo,
  words: readonly Word[],
  at: number,
  synonyms = true,
): Listed | null {
  if (option.values === null) return null
  for (let length = LONGEST_VALUE; length > 0; length -= 1) {
    const phrase = words.slice(at, at + length)
    if (phrase.length < length || phrase.some(({ named, plain }) => named !== null || plain === "")) continue
    const value = listedValue(option, phrase.map(({ raw }) => raw).join(" "), synonyms)
    if (value !== null) return { value, length }
  }
  return null
}

/** What an option gets of what was typed: of a list, the value that it means. */
export function canonical(option: OptionInfo, typed: string): string {
  return (option.values ? listedValue(option, typed) : null) ?? typed
}
