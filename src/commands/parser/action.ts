import { comando } from "../../cards/comando.ts"
import type { Command } from "../definition/definition.ts"
import { type OptionInfo, optionsOf } from "../definition/options.ts"
import { assignOptions } from "./options.ts"
import { isText, optionNamed } from "./text.ts"
import { canonical, type Values } from "./values.ts"
import { lastNamed } from "./words.ts"

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
  const options = optionsOf(command)
  const [first] = options
  if (arg === "") return { kind: "run", command, values: {} }
  if (!first) return { kind: "unknown_action" }
  const { head, values } = withoutNamed(options, arg)
  if (head === "") return { kind: "run", command, values }
  // What has no name is all of the first option's where a text could be mistaken for another.
  if (options.some(isText) || (first.rest && Object.keys(values).length === 0))
    return { kind: "run", command, values: { [first.name]: head, ...values } }
  const positional = assignOptions(command, head)
  if (positional.extra.length > 0) return { kind: "unknown_action" }
  return { kind: "run", command, values: { ...positional.values, ...values } }
}

/** The named values at the end, and what stands before them. */
function withoutNamed(
  options: readonly OptionInfo[],
  arg: string,
): { readonly head: string; readonly values: Values } {
  const values: Record<string, string> = {}
  let head = arg
  for (let word = lastNamed(head); word; word = lastNamed(head)) {
    const option = optionNamed(options, word, values)
    if (!option) break
    values[option.name] = canonical(option, word.raw)
    head = head.slice(0, word.at).trim()
  }
  return { head, values }
}

/** What gives a command these values back, typed after it or in the id of a button. */
export function argOf(command: Command, values: Values): string {
  const given = optionsOf(command).filter(({ name }) => values[name])
  const [first] = optionsOf(command)
  return given
    .map(({ name }) => {
      const value = values[name] ?? ""
      const alone =
        name === first?.name && !isText(first) && (first.rest ? given.length === 1 : !/\s/u.test(value))
      if (alone) return value
      return /\s/u.test(value) ? `${name}:"${value}"` : `${name}:${value}`
    })
    .join(" ")
}

/** `/acuerdo ver CI/SO-21/03/2024`: the command as one would type it. */
export function typedForm(command: Command, values: Values): string {
  const { text } = comando(`${command.name}.${command.subcommand}`)
  return [text, argOf(command, values)].join(" ").trimEnd()
}
