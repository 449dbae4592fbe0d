import { type Action, type Card, MAX_ACTION_ID } from "../../cards/card.ts"
import { conOrgano } from "../../cards/de-otro-organo.ts"
import { opcionesInvalidas } from "../../cards/error.ts"
import { fechaDudosaCard } from "../../cards/fecha-dudosa.ts"
import type { FormProblem } from "../../cards/form.ts"
import { boton } from "../../cards/respuesta.ts"
import type { DatoProtegido } from "../../domain/texto/datos-protegidos/datos-protegidos.ts"
import { reparoDeTexto } from "../../domain/texto/texto-libre.ts"
import { nombreDeLectura } from "../../texts/fecha-escrita.ts"
import type { Command, CommandContext, Completes, Question } from "../definition/definition.ts"
import { optionsOf } from "../definition/options.ts"
import { argOf, parseAction } from "../parser/action.ts"
import type { Values } from "../parser/values.ts"
import { hasForm } from "./form.ts"
import { saysWhatIsKept } from "./understood.ts"
import { targetOf, usageOf } from "./usage.ts"
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
  const answers = alone ? answersOf(only) : choicesOf(command, problems)
  if (answers.length === 0 && (!hasForm(command) || doubts.length === 0))
    return conDondeVer(opcionesInvalidas(messages, usageOf(command)), command, problems)
  return questionCard(asked, { card, answers }, context)
}

/** Where what a reference may name is listed. */
const LISTA: Readonly<Partial<Record<Completes, readonly [command: string, label: string]>>> = {
  sesion: ["sesion.lista", "Ver las sesiones"],
  acuerdo: ["acuerdo.lista", "Ver los acuerdos"],
  compromiso: ["compromiso.lista", "Ver los compromisos"],
}

/** Whoever left out a clave is shown where the claves are. */
function conDondeVer(card: Card, command: Command, problems: readonly FormProblem[]): Card {
  const [problem, ...others] = problems
  const option = optionsOf(command).find(({ name }) => name === problem?.field)
  const [list, label] = (others.length === 0 && LISTA[option?.completes ?? "persona"]) || []
  return list && label ? { ...card, actions: [...boton(list, "", label), ...card.actions] } : card
}

const answersOf = ({ offers }: Doubt): Question["answers"] =>
  offers.map(({ lectura, values }) => ({ label: nombreDeLectura(lectura), values, confirms: false }))

/** What is missing or was not understood is one of a short list, and nothing else is wrong. */
function choicesOf(command: Command, problems: readonly FormProblem[]): Question["answers"] {
  const [problem, ...others] = problems
  const option = optionsOf(command).find(({ name }) => name === problem?.field)
  if (!option?.values || others.length > 0 || option.values.length > MAX_ANSWERS) return []
  return option.values.map((value) => ({
    label: option.labels[value] ?? value,
    values: { [option.name]: value },
    confirms: false,
  }))
}

/** The question with its buttons: each asks for the same again, and the last one goes back to what was written. */
export async function questionCard(asked: Asked, question: Question, context: CommandContext): Promise<Card> {
  const { command, filledIn, read } = asked
  const values = keepable(asked.values, (datos) => datos.every((dato) => context.dispensados.includes(dato)))
  const answers = question.answers
    .slice(0, MAX_ANSWERS)
    .map((answer) => ({ ...answer, values: { ...read, ...answer.values } }))
  const direct = answers.map((answer) =>
    filledIn || answer.confirms ? null : directId(command, { ...values, ...answer.values }, context),
  )
  const changed = question.answers.flatMap((answer) => Object.keys(answer.values))
  const formed =
    hasForm(command) && (changed.length === 0 || changed.some((name) => command.form.fields.includes(name)))
  const kept = formed || direct.includes(null) ? await keep({ ...asked, values }, answers, context) : ""
  const actions = answers.map(
    ({ label }, i): Action => ({
      id: direct[i] ?? `plenaria.responder:${kept}.${i}`,
      label,
      style: i === 0 ? "primary" : "normal",
    }),
  )
  const card = filledIn ? question.card : saysWhatIsKept(question.card, command, values, changed)
  return {
    ...card,
    actions: [...actions, ...(formed ? boton("plenaria.corregir", kept, "Corregir") : []), ...card.actions],
  }
}

/** What was written, without the texts that are not to be kept: no question stores them or says them again. */
export const keepable = (values: Values, pasan: (datos: readonly DatoProtegido[]) => boolean): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => {
      const reparo = reparoDeTexto(value)
      return reparo === null || (reparo.kind === "datos_protegidos" && pasan(reparo.datos))
    }),
  )

/** Without what must be kept nowhere. */
export const sinSecretos = (command: Command, values: Values): Values => {
  const secretos = optionsOf(command).filter(({ kind }) => kind === "secreto")
  if (secretos.length === 0) return values
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => secretos.every((secreto) => secreto.name !== name)),
  )
}

/** The id of a button that asks for this. */
export async function actionIdFor(
  command: Command,
  values: Values,
  context: Asker,
  filledIn = false,
): Promise<string> {
  const direct = filledIn ? null : directId(command, values, context)
  if (direct !== null) return direct
  const asked = { command, values, filledIn, read: {} }
  return `plenaria.responder:${await keep(asked, [{ values: {}, confirms: false }], context)}.0`
}

/** Who is asked, and about which body; `dispensados`: kinds of protected data that the texts may hold. */
export type Asker = Pick<CommandContext, "data" | "user" | "now" | "organo"> &
  Partial<Pick<CommandContext, "dispensados">>

export const keep = (
  { command, values, filledIn }: Asked,
  answers: readonly Pick<Question["answers"][number], "values" | "confirms">[],
  { data, user, now, dispensados = [] }: Asker,
): Promise<string> =>
  data.fresh.keptRequests.keep(
    user,
    {
      command: targetOf(command),
      values: sinSecretos(command, values),
      filledIn,
      answers: answers.map(({ values: changed, confirms }) => ({
        values: sinSecretos(command, changed),
        confirms,
      })),
      dispensados,
    },
    now,
  )

/** The whole request in a button's id, where there is room for it and it is read back as it was. */
function directId(command: Command, values: Values, { organo, dispensados = [] }: Asker): string | null {
  // What was said to be public is only known where it is kept.
  if (dispensados.length > 0) return null
  const given = Object.fromEntries(
    Object.entries(sinSecretos(command, values)).filter(([, value]) => value.trim() !== ""),
  )
  const arg = argOf(command, given)
  const id = arg === "" ? targetOf(command) : `${targetOf(command)}:${arg}`
  // An answer about another body names it at its end.
  if (conOrgano(id, organo.clave).length > MAX_ACTION_ID) return null
  const read = parseAction([command], id)
  return read.kind === "run" && sameValues(read.values, given) ? id : null
}

const sameValues = (one: Values, other: Values): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([name, value]) => other[name] === value)
