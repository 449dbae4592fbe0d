import { ApplicationCommandOptionType, Routes } from "discord.js"
import { OperatorError } from "../../src/domain/operator-error.ts"
import type {
  CommandDescription,
  OptionDescription,
  SubcommandDescription,
} from "../../src/ports/command-description.ts"
import type { DiscordConfig } from "./config.ts"
import { limits, SEND_TIMEOUT_MS } from "./limits.ts"
import { outcomeOf } from "./outcomes.ts"
import { createRest } from "./rest.ts"

const short = (text: string) =>
  text.length <= limits.commandDescription ? text : `${text.slice(0, limits.commandDescription - 1)}…`

/** The commands with their typed options, as Discord registers them. */
export function registrationBody(commands: readonly CommandDescription[]) {
  return commands.map((command) => ({
    name: command.name,
    description: short(command.summary),
    options: command.subcommands.slice(0, limits.subcommands).map(subcommandBody),
  }))
}

function subcommandBody({ name, summary, options }: SubcommandDescription) {
  // Discord asks for the required options first.
  const ordered = [...options].sort((a, b) => Number(b.required) - Number(a.required))
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    description: short(summary),
    options: ordered.slice(0, limits.options).map(optionBody),
  }
}

function optionBody({ name, summary, required, choices, completes }: OptionDescription) {
  const listed = choices
    ?.slice(0, limits.choices)
    .map(({ label, value }) => ({ name: label.slice(0, limits.choiceText), value }))
  return {
    type: ApplicationCommandOptionType.String,
    name,
    description: short(summary),
    required,
    ...(listed ? { choices: listed } : { autocomplete: completes }),
  }
}

/** Replaces the registered commands by ours; doing it again changes nothing. Returns how many there are. */
export async function registerCommands(
  config: DiscordConfig,
  commands: readonly CommandDescription[],
): Promise<number> {
  const app = config.DISCORD_APP_ID ?? ""
  const route = config.DISCORD_GUILD_ID
    ? Routes.applicationGuildCommands(app, config.DISCORD_GUILD_ID)
    : Routes.applicationCommands(app)
  const body = registrationBody(commands)
  try {
    await createRest(config, SEND_TIMEOUT_MS).put(route, { body })
    return body.length
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
