import type { Card } from "../../cards/card.ts"
import { comando, mencion } from "../../cards/comando.ts"
import { comandoDesconocido, elegirComando, palabrasDeMas, type Sugerencia } from "../../cards/error.ts"
import { recortar } from "../../cards/respuesta.ts"
import { mayUse } from "../definition/audience.ts"
import type { Command, CommandContext } from "../definition/definition.ts"
import { typedForm } from "../parser/action.ts"
import type { Parsed } from "../parser/parsed.ts"
import type { Values } from "../parser/values.ts"
import { actionIdFor, sinSecretos } from "./question.ts"
import { targetOf, usageOf } from "./usage.ts"

/** What is said of a text that calls no command for certain: what it may have meant, with all that was typed. */

/** Longest command that is repeated as it was typed. */
const MAX_REPEATED = 60

interface Candidate {
  readonly command: Command
  readonly values: Values
}

export async function extraWordsCard(
  { command, values, extra }: Extract<Parsed, { kind: "extra_words" }>,
  context: CommandContext,
): Promise<Card> {
  return palabrasDeMas(extra, await suggestion({ command, values }, context), usageOf(command))
}

export async function chooseCard(
  typed: string,
  candidates: readonly Candidate[],
  context: CommandContext,
): Promise<Card> {
  return elegirComando(typed, await Promise.all(candidates.map((one) => suggestion(one, context))))
}

export async function unknownCard(
  { typed, name, nearest }: Pick<Extract<Parsed, { kind: "unknown" }>, "typed" | "name" | "nearest">,
  commands: readonly Command[],
  context: CommandContext,
): Promise<Card> {
  const usable = (command: Command) => mayUse(command, context.actor, context.organo.id)
  const visible = commands.filter((command) => !command.hidden && usable(command))
  const own = visible.filter((command) => command.name === name)
  const available =
    name === null
      ? [...new Set(visible.map((command) => command.name))].map((each) => comando(each))
      : own.map((command) => comando(targetOf(command)))
  return comandoDesconocido({
    typed,
    name: name === null ? null : comando(name),
    nearest: nearest && usable(nearest.command) ? await suggestion(nearest, context) : null,
    available,
  })
}

async function suggestion({ command, values: all }: Candidate, context: CommandContext): Promise<Sugerencia> {
  const values = sinSecretos(command, all)
  const typed = typedForm(command, values)
  // What is too long to be repeated is not: the button carries it.
  const short = recortar(typed, MAX_REPEATED)
  const shown = mencion(targetOf(command), short, short === typed ? values : {})
  return { command: shown, id: await actionIdFor(command, values, context) }
}
