import { masParecido } from "../../domain/texto/texto.ts"
import type { Command } from "../definition/definition.ts"
import { comparable, type Word } from "./words.ts"

/** Which command some words call. */

const LONGEST_PHRASE = 4
/** A shorter word is near to too many others: "ya" is no slip for "yo". */
const SHORTEST_GUESS = 4

/** Every word that calls a command, in its compared form. */
export function formsOf(command: Command): readonly string[] {
  const found = known.get(command)
  if (found !== undefined) return found
  const forms = [command.subcommand, ...command.synonyms].map(comparable)
  known.set(command, forms)
  return forms
}

const known = new WeakMap<Command, readonly string[]>()

export interface Match {
  readonly command: Command
  /** How many words call it. */
  readonly length: number
}

/** The longest subcommand or synonym that starts at a word: "orden del dia" before "orden". */
export function matchAt(commands: readonly Command[], words: readonly Word[], at: number): Match | null {
  for (let length = LONGEST_PHRASE; length > 0; length -= 1) {
    const phrase = words.slice(at, at + length)
    if (phrase.length < length || phrase.some((word) => word.named !== null || word.quoted)) continue
    const typed = phrase.map((word) => word.plain).join(" ")
    const command = commands.find((candidate) => formsOf(candidate).includes(typed))
    if (command) return { command, length }
  }
  return null
}

/** The command whose word was probably meant, under its own name; `null`: none is near. */
export function nearestCommand(commands: readonly Command[], typed: string): Command | null {
  const form = masParecido(typed, commands.flatMap(formsOf))
  return commands.find((command) => form !== null && formsOf(command).includes(form)) ?? null
}

/** The same among all commands, where a guess needs more to go by. */
export const nearestOfAll = (commands: readonly Command[], typed: string): Command | null =>
  typed.length < SHORTEST_GUESS ? null : nearestCommand(commands, typed)

/** The command that a word calls under another name, if only one does. */
export function exactElsewhere(commands: readonly Command[], typed: string): Command | null {
  const found = commands.filter((command) => formsOf(command).includes(typed))
  return found.length === 1 ? (found[0] ?? null) : null
}
