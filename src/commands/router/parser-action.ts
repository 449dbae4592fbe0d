import type { Command } from "./definition.ts"
import { assignOptions, type Values } from "./parser-options.ts"
import { splitWords } from "./parser-words.ts"
import { optionsOf } from "./registry-options.ts"

export type ParsedAction =
  | { readonly kind: "run"; readonly command: Command; readonly values: Values }
  /** Not an id of ours, or of a command that no longer exists. */
  | { readonly kind: "unknown_action" }

const ACTION = /^([a-z]+)\.([a-z-]+)(?::(.*))?$/su
const MAX_READ = 200

/** Reads a button's id. It comes back from the platform, so it is as untrusted as typed text. */
export function parseAction(commands: readonly Command[], id: string): ParsedAction {
  const match = id.length <= MAX_READ ? ACTION.exec(id) : null
  const command = commands.find(({ name, subcommand }) => name === match?.[1] && subcommand === match?.[2])
  if (!match || !command) return { kind: "unknown_action" }
  const arg = (match[3] ?? "").trim()
  const [first, ...others] = optionsOf(command)
  if (arg === "") return { kind: "run", command, values: {} }
  if (!first) return { kind: "unknown_action" }
  // A free text takes all of it, unless another option is named at once.
  const named = others.some(({ name }) => arg.startsWith(`${name}:`))
  if (first.rest && !named) return { kind: "run", command, values: { [first.name]: arg } }
  const { values, extra } = assignOptions(command, splitWords(arg))
  return extra.length === 0 ? { kind: "run", command, values } : { kind: "unknown_action" }
}

/** The part of an action id after the colon that gives a command these values back. */
export function argOf(command: Command, values: Values): string {
  const options = optionsOf(command).filter(({ name }) => values[name])
  const [first] = optionsOf(command)
  if (first?.rest) return values[first.name] ?? ""
  return options
    .map(({ name }) => (name === first?.name ? values[name] : `${name}:${values[name]}`))
    .join(" ")
}

/** `/acuerdo ver CI/SO-21/03/2024`: the command as one would type it. */
export function typedForm(command: Command, values: Values): string {
  return [`/${command.name}`, command.subcommand, argOf(command, values)].join(" ").trimEnd()
}
