import type { CommandDescription } from "../../src/ports/command-description.ts"
import type { OrdenesRegistradas } from "../../src/ports/diagnostico.ts"
import type { DiscordConfig } from "./config.ts"
import { allRegistered, commandsRoute } from "./register.ts"
import type { DiscordRest } from "./rest.ts"

/** A command, a subcommand, a group or an option, as it is registered; Discord adds what nobody asked for. */
interface Entry {
  readonly name: string
  readonly type?: number
  /** What is offered in the menu of a message has none. */
  readonly description?: string
  readonly required?: boolean
  readonly autocomplete?: boolean
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[]
  readonly options?: readonly Entry[]
}

/** Subcommands and groups of them: what a person writes after the slash. */
const PART_OF_NAME: readonly number[] = [1, 2]

/** What is registered there and what this version has, by what a person writes: `sesion punto agregar`. */
export async function compareRegistered(
  rest: DiscordRest,
  config: DiscordConfig,
  commands: readonly CommandDescription[],
): Promise<OrdenesRegistradas> {
  const query = new URLSearchParams({ with_localizations: "false" })
  const there = byName((await rest.get(commandsRoute(config), { query })) as readonly Entry[])
  const ours = byName(allRegistered(commands) as readonly Entry[])
  return {
    faltan: [...ours.keys()].filter((name) => !there.has(name)),
    sobran: [...there.keys()].filter((name) => !ours.has(name)),
    distintas: [...ours].filter(([name, body]) => (there.get(name) ?? body) !== body).map(([name]) => name),
  }
}

function byName(entries: readonly Entry[], above = ""): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap((entry): readonly (readonly [string, string])[] => {
      const name = `${above}${entry.name}`
      const own = (entry.options ?? []).filter(({ type = 0 }) => PART_OF_NAME.includes(type))
      return own.length > 0 ? [...byName(own, `${name} `)] : [[name, JSON.stringify(bodyOf(entry))]]
    }),
  )
}

/** Without what Discord adds, and with what it leaves out when it is `false`. */
const bodyOf = ({
  name,
  description = "",
  required = false,
  autocomplete = false,
  choices = [],
  options = [],
}: Entry): object => ({
  name,
  description,
  required,
  autocomplete,
  choices: choices.map((one) => [one.name, one.value]),
  options: options.map(bodyOf),
})
