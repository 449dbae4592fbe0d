import { type Action, type Card, MAX_ACTION_ID } from "../../cards/card.ts"
import { opcionesInvalidas } from "../../cards/error.ts"
import { fechaDudosaCard } from "../../cards/fecha-dudosa.ts"
import type { FormProblem } from "../../cards/form.ts"
import { boton } from "../../cards/respuesta.ts"
import { nombreDeLectura } from "../../texts/fecha-escrita.ts"
import type { Command, CommandContext, Question } from "./definition.ts"
import { hasForm } from "./form.ts"
import { argOf, parseAction } from "./parser-action.ts"
import type { Values } from "./parser-options.ts"
import { usageOf } from "./registry-options.ts"
import type { Doubt } from "./written.ts"

/** What somebody asked for, as it was written. */
export interface Asked {
  readonly command: Command
  readonly values: Values
  readonly filledIn: boolean
  /** Its dates and hours that were read, so that «en 15 días» is the same day whenever an answer comes. */
  readonly read: Values
}

/** Buttons that a question may have: more would not fit a phone's screen. */
const MAX_ANSWERS = 4

/** Why it was not done, in words; with a button for what was perhaps meant and the way back to what was written. */
export async function refusedCard(
  asked: Asked,
  problems: readonly FormProblem[],
  doubts: readonly Doubt[],
  context: CommandContext,
): Promise<Card> {
  const { command } = asked
  const asks = doubts.every((doubt) => doubt.asks)
  const [only] = asks || doubts.length === 1 ? doubts : []
  // With nothing else to mend, a button does it.
  const alone = only !== undefined && only.offers.length > 0 && problems.length === doubts.length
  const messages = problems.map(({ message }) => message)
  const card =
    alone && asks
      ? fechaDudosaCard(
          only.typed,
          only.offers.map(({ lectura }) => lectura),
        )
      : { ...opcionesInvalidas(messages, usageOf(command)), actions: [] }
  const answers = alone ? answersOf(only) : []
  if (answers.length === 0 && (!hasForm(command) || doubts.length === 0))
    return opcionesInvalidas(messages, usageOf(command))
  return questionCard(asked, { card, answers }, context)
}

const answersOf = ({ offers }: Doubt): Question["answers"] =>
  offers.map(({ lectura, values }) => ({ label: nombreDeLectura(lectura), values, confirms: false }))

/** The question with its buttons: each asks for the same again, and the last one goes back to what was written. */
export async function questionCard(asked: Asked, question: Question, context: CommandContext): Promise<Card> {
  const { command, values, filledIn, read } = asked
  const answers = question.answers
    .slice(0, MAX_ANSWERS)
    .map((answer) => ({ ...answer, values: { ...read, ...answer.values } }))
  const direct = answers.map((answer) =>
    filledIn || answer.confirms ? null : directId(command, { ...values, ...answer.values }, context),
  )
  const formed = hasForm(command)
  const kept =
    formed || direct.includes(null)
      ? await context.data.fresh.keptRequests.keep(
          context.user,
          {
            command: `${command.name}.${command.subcommand}`,
            values,
            filledIn,
            answers: answers.map(({ values: changed, confirms }) => ({ values: changed, confirms })),
          },
          context.now,
        )
      : ""
  const actions = answers.map(
    ({ label }, i): Action => ({
      id: direct[i] ?? `plenaria.responder:${kept}.${i}`,
      label,
      style: i === 0 ? "primary" : "normal",
    }),
  )
  return {
    ...question.card,
    actions: [
      ...actions,
      ...(formed ? boton("plenaria.corregir", kept, "Corregir") : []),
      ...question.card.actions,
    ],
  }
}

/** The whole request in a button's id, where there is room for it and it is read back as it was. */
function directId(command: Command, values: Values, { organo }: CommandContext): string | null {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ""))
  const id = `${command.name}.${command.subcommand}:${argOf(command, given)}`
  // An answer about another body names it at its end.
  if (id.length + ` organo:${organo.clave}`.length > MAX_ACTION_ID) return null
  const read = parseAction([command], id)
  return read.kind === "run" && sameValues(read.values, given) ? id : null
}

const sameValues = (one: Values, other: Values): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([name, value]) => other[name] === value)
