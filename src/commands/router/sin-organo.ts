import { opcionesInvalidas } from "../../cards/error.ts"
import type { FormProblem } from "../../cards/form.ts"
import type { Answer, Command, SinOrgano, SinOrganoContext } from "../definition/definition.ts"
import { commandOf, type Request } from "../parser/request.ts"
import type { Values } from "../parser/values.ts"
import { formOf, hasForm, needsForm } from "./form.ts"
import { keepable } from "./question.ts"
import { conOrigen } from "./registro.ts"
import { targetOf, usageOf } from "./usage.ts"
import { validateOptions } from "./validate.ts"

type Begins = Command & { readonly sinOrgano: SinOrgano }
type Asked = Extract<Request, { readonly kind: "run" | "submitted" }> & { readonly command: Begins }

const begins = (command: Command): command is Begins => command.sinOrgano !== undefined

/** Whether it has an answer before there is any body. */
export const beginsWithoutBody = (request: Request): request is Asked =>
  (request.kind === "run" || request.kind === "submitted") && begins(request.command)

/** Reads a phrase again, once its body is chosen. */
const LEER_FRASE = "plenaria.dicho"

/** What a button keeps of a request until its body is chosen; `null`: nothing that may be kept asks for anything. */
export function hastaElegir(
  request: Request,
  commands: readonly Command[],
): { readonly command: Command; readonly values: Values; readonly filledIn: boolean } | null {
  if (request.kind === "dicho") {
    const command = commands.find((one) => targetOf(one) === LEER_FRASE)
    const values = keepable({ frase: request.texto.trim() }, () => false)
    return command && values.frase ? { command, values, filledIn: false } : null
  }
  const command = commandOf(request)
  const filledIn = request.kind === "submitted"
  // What a form was to be opened with is kept nowhere, and a button would keep it: the form is opened empty.
  const values = request.kind === "run" || filledIn ? request.values : {}
  return command && { command, values, filledIn }
}

/**
 * Ask for what is missing → validate → run, for somebody of whom only the account is known. There is nobody to authorise
 * and nothing to find: what a command may do then, its `sinOrgano` decides by what is on record of the account.
 */
export function runWithoutBody(
  { kind, command, values }: Asked,
  context: SinOrganoContext,
  commands: readonly Command[],
): Promise<Answer> {
  return conOrigen(command, context, async () => {
    const filledIn = kind === "submitted"
    if (!filledIn && needsForm(command, values)) return open(command, values, context)
    const validated = validateOptions(command, values)
    if (validated.kind === "invalid") return refused(command, values, validated.problems, filledIn)
    const reply = await command.sinOrgano.run(context, validated.options)
    if ("problems" in reply) return refused(command, values, reply.problems, filledIn)
    if (!("again" in reply)) return reply
    const next = commands.find((one) => targetOf(one) === reply.again.command)
    if (next === undefined || !begins(next)) throw new Error(`${reply.again.command} needs a body`)
    return open(next, reply.again.values, context)
  })
}

async function open(command: Begins, values: Values, context: SinOrganoContext): Promise<Answer> {
  const start = (await command.sinOrgano.prepare?.(context)) ?? { values: {}, intro: null }
  if ("card" in start) return start
  if (!hasForm(command)) throw new Error(`${targetOf(command)} has no form`)
  return { form: formOf(command, { ...start.values, ...values }, [], start) }
}

function refused(
  command: Begins,
  values: Values,
  problems: readonly FormProblem[],
  filledIn: boolean,
): Answer {
  if (filledIn && hasForm(command))
    return { form: formOf(command, values, problems, { values: {}, intro: null }) }
  return {
    card: opcionesInvalidas(
      problems.map(({ message }) => message),
      usageOf(command),
    ),
  }
}
