import { ApplicationCommandOptionType, ApplicationCommandType, Routes } from "discord.js"
import { OperatorError } from "../../src/domain/operator-error.ts"
import { shorten } from "../../src/domain/texto/cut.ts"
import {
  type CommandDescription,
  type OptionDescription,
  ofMessages,
  type SubcommandDescription,
} from "../../src/ports/command-description.ts"
import type { DiscordConfig } from "./config.ts"
import { limits, SEND_TIMEOUT_MS } from "./limits.ts"
import { outcomeOf } from "./outcomes.ts"
import { createRest } from "./rest.ts"

const short = (text: string) => shorten(text, limits.commandDescription)

/** The commands with their typed options, as Discord registers them. */
export function registrationBody(commands: readonly CommandDescription[]) {
  return commands.map((command) => ({
    name: command.name,
    description: short(command.summary),
    options: grouped(command.subcommands).map((entry) =>
      "group" in entry ? groupBody(entry) : subcommandBody(entry),
    ),
  }))
}

/** What is offered in the menu of a message (discord.com/developers/docs: message commands): its name has no description. */
export const messageCommands = (commands: readonly CommandDescription[]) =>
  ofMessages(commands).map(({ menu }) => ({ name: menu, type: ApplicationCommandType.Message }))

/** All that is registered in one request: what is not in it is taken away. */
export const allRegistered = (commands: readonly CommandDescription[]) => [
  ...registrationBody(commands),
  ...messageCommands(commands),
]

/** Under what a command is registered: `sesion punto agregar`, and the options that are offered with it. */
export interface RegisteredName {
  readonly path: string
  readonly offered: readonly string[]
}

/** By target: `sesion.punto-agregar`; `sesion` is the command itself. */
export function registeredNames(
  commands: readonly CommandDescription[],
): ReadonlyMap<string, RegisteredName> {
  return new Map<string, RegisteredName>(
    commands.flatMap(({ name, subcommands }): readonly (readonly [string, RegisteredName])[] => [
      [name, { path: name, offered: [] }],
      ...grouped(subcommands).flatMap((entry) => {
        const own = "group" in entry ? entry.subcommands : [entry]
        return own.map((subcommand) => {
          const words =
            "group" in entry ? [entry.group, restOf(entry.group, subcommand.name)] : [subcommand.name]
          const offered = optionsOf(subcommand).map((option) => option.name)
          return [`${name}.${subcommand.name}`, { path: [name, ...words].join(" "), offered }] as const
        })
      }),
    ]),
  )
}

interface Group {
  readonly group: string
  readonly subcommands: readonly SubcommandDescription[]
}

type Entry = Group | SubcommandDescription

/** The group of what only the Secretaría Técnica does, in a command with more entries than Discord takes. */
const SECRETARIA = "secretaria"

/**
 * Discord takes 25 entries a command, groups among them: subcommands that share their first word become one group.
 * `punto-agregar` and `punto-mover` are `/sesion punto agregar` and `/sesion punto mover`. Where that does not save
 * enough, what the Secretaría Técnica alone does becomes a group too: `/sesion secretaria convocar`.
 */
function grouped(subcommands: readonly SubcommandDescription[]): readonly Entry[] {
  const entries = byFirstWord(subcommands)
  return fitting(entries.length <= limits.subcommands ? entries : withSecretariaApart(entries))
}

function byFirstWord(subcommands: readonly SubcommandDescription[]): readonly Entry[] {
  const firstWord = ({ name }: SubcommandDescription) => name.split("-", 1)[0] ?? name
  const entries: Entry[] = []
  for (const subcommand of subcommands) {
    const group = firstWord(subcommand)
    const members = subcommands.filter((other) => firstWord(other) === group)
    if (members.length < 2 || members.some(({ name }) => name === group)) entries.push(subcommand)
    else if (members[0] === subcommand) entries.push({ group, subcommands: members })
  }
  return entries
}

function withSecretariaApart(entries: readonly Entry[]): readonly Entry[] {
  const apart = (entry: Entry): entry is SubcommandDescription => !("group" in entry) && entry.ofSecretaria
  return [
    ...entries.filter((entry) => !apart(entry)),
    { group: SECRETARIA, subcommands: entries.filter(apart) },
  ]
}

function fitting(entries: readonly Entry[]): readonly Entry[] {
  const most = Math.max(
    entries.length,
    ...entries.map((entry) => ("group" in entry ? entry.subcommands.length : 0)),
  )
  if (most > limits.subcommands) throw new Error("a command has more subcommands than Discord takes")
  return entries
}

function groupBody({ group, subcommands }: Group) {
  const rest = (name: string) => restOf(group, name)
  return {
    type: ApplicationCommandOptionType.SubcommandGroup,
    name: group,
    description: short(subcommands.map(({ name }) => rest(name)).join(", ")),
    options: subcommands.map((subcommand) => subcommandBody({ ...subcommand, name: rest(subcommand.name) })),
  }
}

const restOf = (group: string, name: string) => (group === SECRETARIA ? name : name.slice(group.length + 1))

/** The subcommand that an entry of a group stands for: the reverse of how it was registered. */
export const subcommandName = (group: string | null, name: string) =>
  group === null || group === SECRETARIA ? name : `${group}-${name}`

function subcommandBody(subcommand: SubcommandDescription) {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: subcommand.name,
    description: short(subcommand.summary),
    options: optionsOf(subcommand).map(optionBody),
  }
}

/** A command takes 8,000 characters in all: what a form asks for is filled in there. Required options come first. */
const optionsOf = ({ options }: SubcommandDescription): readonly OptionDescription[] =>
  options
    .filter(({ inForm }) => !inForm)
    .sort((a, b) => Number(b.required) - Number(a.required))
    .slice(0, limits.options)

function optionBody({ name, summary, required, choices, completes }: OptionDescription) {
  const listed = choices
    ?.slice(0, limits.choices)
    .map(({ label, value }) => ({ name: shorten(label, limits.choiceText), value }))
  return {
    type: ApplicationCommandOptionType.String,
    name,
    description: short(summary),
    required,
    ...(listed ? { choices: listed } : { autocomplete: completes }),
  }
}

/** Of all servers, or of the settings' own alone. */
export const commandsRoute = ({ DISCORD_APP_ID: app = "", DISCORD_GUILD_ID: guild }: DiscordConfig) =>
  guild ? Routes.applicationGuildCommands(app, guild) : Routes.applicationCommands(app)

/** Replaces the registered commands by ours; doing it again changes nothing. Returns how many there are. */
export async function registerCommands(
  config: DiscordConfig,
  commands: readonly CommandDescription[],
): Promise<number> {
  const route = commandsRoute(config)
  const body = allRegistered(commands)
  try {
    await createRest(config, SEND_TIMEOUT_MS).put(route, { body })
    return commands.reduce((total, { subcommands }) => total + subcommands.length, 0)
  } catch (error) {
    const outcome = outcomeOf(error)
    const hint =
      outcome.kind === "rejected"
        ? outcome.reason
        : "Revise la conexión a internet y vuelva a intentarlo en unos minutos."
    throw new OperatorError(
      "Discord no registró las órdenes.",
      `${hint} Compruebe también DISCORD_APP_ID y DISCORD_GUILD_ID.`,
      { cause: error },
    )
  }
}
