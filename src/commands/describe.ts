import type {
  CommandDescription,
  OptionDescription,
  SubcommandDescription,
} from "../ports/command-description.ts"
import { AUDIENCES } from "./definition/audience.ts"
import type { Command } from "./definition/definition.ts"
import { commandNames } from "./definition/names.ts"
import { type OptionInfo, optionsOf } from "./definition/options.ts"
import { allCommands } from "./registry.ts"

/** The command tree as data, without the commands that only a button reaches. */
export function describeCommands(commands: readonly Command[] = allCommands): readonly CommandDescription[] {
  return Object.entries(commandNames).map(([name, { summary }]) => ({
    name,
    summary,
    subcommands: commands
      .filter((command) => command.name === name && !command.hidden)
      .map(describeSubcommand),
  }))
}

function describeSubcommand(command: Command): SubcommandDescription {
  return {
    name: command.subcommand,
    summary: command.summary,
    options: optionsOf(command).map((option) => describeOption(option, command.form?.fields ?? [])),
    audience: AUDIENCES[command.audience].label,
    onMessage: command.deMensaje?.menu ?? null,
    ofSecretaria: command.audience === "secretaria_tecnica" || command.audience === "conducen",
  }
}

/** What a form can ask for need not be typed. */
function describeOption(option: OptionInfo, formFields: readonly string[]): OptionDescription {
  return {
    name: option.name,
    summary: option.summary,
    required: option.required && formFields.length === 0,
    inForm: formFields.includes(option.name),
    choices: option.values?.map((value) => ({ label: option.labels[value] ?? value, value })) ?? null,
    completes: option.completes !== null,
  }
}
