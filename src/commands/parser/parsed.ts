import type { Command, CommandName } from "../definition/definition.ts"
import { optionsOf } from "../definition/options.ts"
import { beginsText, namingWords } from "./naming.ts"
import type { Nombres } from "./nombres.ts"
import { type Assigned, assignOptions } from "./options.ts"
import type { Values } from "./values.ts"
import { splitWords, type Word } from "./words.ts"

interface Understood {
  readonly command: Command
  readonly values: Values
}

/** What a typed text means. */
export type Parsed =
  | ({ readonly kind: "run" } & Understood)
  /** The command is clear and some words are not its own. */
  | ({ readonly kind: "extra_words"; readonly extra: string } & Understood)
  /** `name` is `null` when not even the first word is known. */
  | {
      readonly kind: "unknown"
      readonly name: CommandName | null
      readonly typed: string
      readonly nearest: Understood | null
    }
  /** Several commands fit: ask which. */
  | {
      readonly kind: "ambiguous"
      readonly name: CommandName | null
      readonly typed: string
      readonly candidates: readonly Understood[]
    }
  | { readonly kind: "too_long"; readonly length: number; readonly limit: number }

/** What is left to be read: words of one text, and the text itself for the options that take it verbatim. */
export interface Typed {
  readonly commands: readonly Command[]
  readonly source: string
  readonly words: readonly Word[]
  readonly nombres: Nombres
}

export const typedOf = (commands: readonly Command[], source: string, nombres: Nombres): Typed => ({
  commands,
  source,
  words: splitWords(source),
  nombres,
})

/** Without its first words. */
export const from = (typed: Typed, at: number): Typed => ({ ...typed, words: typed.words.slice(at) })

export function find(commands: readonly Command[], name: string, subcommand: string): Command | undefined {
  return commands.find((command) => command.name === name && command.subcommand === subcommand)
}

export function understood(command: Command, typed: Typed): Understood {
  return { command, values: assigned(command, typed, "offered").values }
}

/**
 * Without the words that named the command again, which are no value. A free text keeps them, for it is literal; unless
 * they are all that it has and the command is only offered.
 */
function assigned(command: Command, typed: Typed, as: "run" | "offered"): Assigned {
  const { words, nombres } = typed
  const whole = assignOptions(command, restOf(typed), nombres)
  const naming = namingWords(command, words)
  if (naming === 0 || looksForWords(command, whole)) return whole
  const unnamed = assignOptions(command, restOf(from(typed, naming)), nombres)
  const isAll = naming === words.length && as === "offered"
  const keeps = !isAll && beginsText(command, whole.values, words)
  return keeps && !namesMore(command, unnamed.values, whole.values) ? whole : unnamed
}

/** «ayuda quórum»: what is looked for may be called as commands are. */
const looksForWords = (command: Command, { values }: Assigned): boolean =>
  optionsOf(command).some(({ name, literal }) => literal && name in values)

/** «rectificar fecha SO-22»: behind the words that name it again stands the record that it needs. */
const namesMore = (command: Command, values: Values, than: Values): boolean =>
  optionsOf(command).some(
    ({ name, kind, required }) => required && kind === "referencia" && name in values && !(name in than),
  )

export function run(command: Command, typed: Typed): Parsed {
  const { values, extra } = assigned(command, typed, "run")
  return extra.length === 0
    ? { kind: "run", command, values }
    : { kind: "extra_words", command, values, extra: extra.join(" ") }
}

/** Runs what only shows something; what acts is done when it is named, and offered when it seems to be meant. */
export function guess(command: Command, typed: Typed): Parsed {
  if (command.acts === false) return run(command, typed)
  return offer(command, typed, command.name, typed.words[0]?.raw ?? "")
}

/** The command is not run: a button runs it, if that is what was meant. */
export function offer(command: Command | null, typed: Typed, name: CommandName | null, said: string): Parsed {
  return { kind: "unknown", name, typed: said, nearest: command && understood(command, typed) }
}

export function ask(
  commands: readonly Command[],
  typed: Typed,
  name: CommandName | null,
  said: string,
): Parsed {
  return {
    kind: "ambiguous",
    name,
    typed: said,
    candidates: commands.map((command) => understood(command, typed)),
  }
}

/** The words that are left as they were typed, with what was typed between those that were neighbours. */
function restOf({ source, words }: Typed): string {
  return words
    .map(({ at, end }, i) => {
      const next = words[i + 1]?.at ?? end
      return source.slice(end, next).trim() === "" ? source.slice(at, next) : `${source.slice(at, end)} `
    })
    .join("")
}
