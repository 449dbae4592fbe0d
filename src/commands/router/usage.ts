import type { CommandMention } from "../../cards/card.ts"
import { comando, mencion } from "../../cards/comando.ts"
import type { Command } from "../definition/definition.ts"
import { optionsOf } from "../definition/options.ts"
import { takenByName } from "../parser/text.ts"

/** `sesion.punto-agregar`: how a button and the log call a command. */
export const targetOf = ({ name, subcommand }: Pick<Command, "name" | "subcommand">): string =>
  `${name}.${subcommand}`

/** `/sesion punto-agregar`: its name alone. */
export const mentionOf = (command: Command): CommandMention => comando(targetOf(command))

/** `/sesion punto-agregar <sesion> <titulo> [difusion:integrantes|publica|interna]`: how the command is typed. */
export function usageOf(command: Command): CommandMention {
  const options = optionsOf(command)
  const named = takenByName(options)
  const shown = options.map((option) => {
    const value = option.values?.join("|") ?? (named.includes(option) ? "…" : option.name)
    const typed = named.includes(option) ? `${option.name}:${value}` : value
    return option.required ? `<${typed}>` : `[${typed}]`
  })
  const { text } = mentionOf(command)
  return mencion(targetOf(command), [text, ...shown].join(" "))
}
