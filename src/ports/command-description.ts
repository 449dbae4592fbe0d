/**
 * The command tree as data. One definition of each command (src/commands) yields it; from it come Slack's
 * manifest, Discord's registration, the console's autocomplete, the help and the documentation table.
 */
export interface CommandDescription {
  /** `sesion`: ASCII, lower case, as typed after the slash. */
  readonly name: string
  readonly summary: string
  readonly subcommands: readonly SubcommandDescription[]
}

export interface SubcommandDescription {
  readonly name: string
  readonly summary: string
  readonly options: readonly OptionDescription[]
  /** "Disponible para": who may use it, in Spanish. */
  readonly audience: string
  /** Only those who conduct the body may use it: a platform short of room may offer it apart. */
  readonly ofSecretaria: boolean
  /** What it is called in the menu of a message, from which its form is opened; `null`: it is in none. */
  readonly onMessage: string | null
}

export interface OptionDescription {
  readonly name: string
  readonly summary: string
  readonly required: boolean
  /** Closed list of values, or `null` when the value is free text. */
  readonly choices: readonly { readonly label: string; readonly value: string }[] | null
  /** `true` when a form asks for it: where options are long to write, it need not be offered. */
  readonly inForm: boolean
  /** `true` when `InboundHandler.complete` offers values for it. */
  readonly completes: boolean
}

/** The commands that are used on a message, with what they are called there. */
export const ofMessages = (
  commands: readonly CommandDescription[],
): readonly {
  readonly menu: string
  readonly name: string
  readonly subcommand: string
  readonly summary: string
}[] =>
  commands.flatMap(({ name, subcommands }) =>
    subcommands.flatMap(({ name: subcommand, summary, onMessage: menu }) =>
      menu === null ? [] : [{ menu, name, subcommand, summary }],
    ),
  )
