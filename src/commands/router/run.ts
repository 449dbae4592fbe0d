import { renovarPropia } from "../../app/inicio/portada.ts"
import { anotandoActos } from "../../app/mensaje/enqueue.ts"
import type { Card } from "../../cards/card.ts"
import { actionsOf, withActions } from "../../cards/card-actions.ts"
import { comando } from "../../cards/comando.ts"
import {
  botonDesconocido,
  requiereDesignacion,
  requiereVinculacion,
  soloBitacora,
} from "../../cards/error.ts"
import type { FormProblem } from "../../cards/form.ts"
import { organoCerradoCard } from "../../cards/organo/cerrado.ts"
import { nota } from "../../cards/respuesta.ts"
import { estaCerrado } from "../../domain/directorio/suborgano.ts"
import { soloVigila } from "../../domain/visibilidad/visibilidad.ts"
import type { Logger } from "../../ports/logger.ts"
import { AUDIENCES, alcanceDe, mayUse } from "../definition/audience.ts"
import type { Answer, Command, CommandContext, RequestAgain } from "../definition/definition.ts"
import { optionsOf } from "../definition/options.ts"
import type { Values } from "../parser/values.ts"
import { conDescarga } from "./archivo.ts"
import { cabiendo, formAgain, hasForm, needsForm, openForm, type WithForm } from "./form.ts"
import { countMessages, noRoomFor, refusedForNow } from "./limits.ts"
import { type Against, protegidoCard } from "./protegido.ts"
import { type Asked, questionCard, refusedCard } from "./question.ts"
import { conLoQueNoSale } from "./recepcion.ts"
import { anotar, anotarFormulario, anotarRespuesta, conOrigen } from "./registro.ts"
import { capacities } from "./scope.ts"
import { saysWhatWasUnderstood } from "./understood.ts"
import { targetOf } from "./usage.ts"
import { fueraDeDominio, validateOptions } from "./validate.ts"
import { type Doubt, readWritten } from "./written.ts"

interface Running {
  readonly context: CommandContext
  /** How many times their usual size the limits are. */
  readonly factor: number
  readonly commands: readonly Command[]
  /** Of this request. */
  readonly log: Logger
  /** Remembers which messages it put in the queue. */
  readonly rastro: (keys: readonly string[]) => void
  /** `true`: its form is opened, whatever was given. */
  readonly opens?: boolean
}

/** Authorise → ask for what is missing → validate → run. `filledIn`: the values come from a form. */
export async function runCommand(
  command: Command,
  values: Values,
  running: Running,
  filledIn = false,
): Promise<Answer> {
  const ran = await tryCommand(command, values, running, filledIn)
  return "again" in ran ? goOn(ran.again, running) : ran
}

const tryCommand = (
  command: Command,
  values: Values,
  running: Running,
  filledIn: boolean,
): Promise<Answer | { readonly again: RequestAgain }> =>
  conOrigen(command, running.context, () => attempt(command, values, running, filledIn))

async function attempt(
  command: Command,
  values: Values,
  running: Running,
  filledIn: boolean,
): Promise<Answer | { readonly again: RequestAgain }> {
  const { log, factor } = running
  const { actor, organo, platform, hoy } = running.context
  const target = targetOf(command)
  const as = capacities(actor, organo.id)
  const alcance = alcanceDe(command, actor, organo.id)
  if (alcance === "nada") {
    log.info({ command: target, platform, as }, "command refused")
    await anotar(running.context, "orden.rechazada", { motivo: "sin_permiso" })
    return { card: refusal(command, running.context) }
  }
  if (
    organo.cerradoEl !== null &&
    estaCerrado(organo, hoy) &&
    command.acts !== false &&
    command.aunCerrado !== true
  ) {
    await anotar(running.context, "orden.rechazada", { motivo: "organo_cerrado" })
    return { card: organoCerradoCard(organo, organo.cerradoEl) }
  }
  const { data, encoladas, asentado } = anotandoActos(running.context.data)
  const context = { ...contextOf(command, values, running.context, filledIn), data }
  if (running.opens && hasForm(command)) return open(command, values, context, SIN_GUARDAR)
  if (!filledIn && needsForm(command, values)) return open(command, values, context)
  const { read, doubts, values: asRead } = await readWritten(command, values, context)
  const asked = { command, values, filledIn, read }
  const validated = validateOptions(command, asRead, context.dispensados)
  const problems = validated.kind === "invalid" ? validated.problems : []
  const fuera = await fueraDeDominio(command, asRead, context)
  if (validated.kind === "invalid" || doubts.length > 0 || fuera.length > 0)
    return refuse(
      asked,
      {
        problems: inOrder(command, [...doubts.map(problemOf), ...problems, ...fuera]),
        doubts,
        reparos: validated.kind === "invalid" ? validated.reparos : [],
      },
      context,
    )
  const exhausted = await noRoomFor(command, context, factor)
  if (exhausted !== null) {
    await anotar(context, "orden.rechazada", { motivo: "limite" })
    return refusedForNow(asked, exhausted, context)
  }
  log.debug({ command: target, platform, as }, "command runs")
  const { options } = validated
  const result = await command.run(context, options)
  const deliveries = encoladas.map(({ key }) => key)
  running.rastro(deliveries)
  if (asentado() || deliveries.length > 0)
    log.info({ command: target, platform, acted: asentado(), deliveries }, "command ran")
  if (asentado()) await renovarSuPortada(running)
  await countMessages(encoladas.length, context, factor)
  if ("again" in result) return result
  await anotarRespuesta(command, context, result, { options, asentado: asentado() })
  if ("problems" in result)
    return refuse(asked, { problems: result.problems, doubts: [], reparos: [] }, context)
  if ("question" in result) return { card: await questionCard(asked, result.question, context) }
  const dicha = await conLoQueNoSale(context, conSusBotones(result.card, running), encoladas)
  const card = await conDescarga(dicha, context)
  if (filledIn || context.purpose === "reading") return { ...result, card }
  return { ...result, card: saysWhatWasUnderstood(card, command, values) }
}

/** What was done is done: should this fail, the log tells it to the page a little later. */
async function renovarSuPortada({ context: { data, now, user }, log }: Running): Promise<void> {
  try {
    await renovarPropia({ data, now }, user)
  } catch (error) {
    log.warn({ error, platform: user.adapter }, "The asker's page could not be asked for.")
  }
}

/** A command as it is asked for, before its options are read. */
export const contextOf = (
  command: Command,
  values: Values,
  context: CommandContext,
  filledIn: boolean,
): CommandContext => ({
  ...context,
  command: targetOf(command),
  purpose: command.acts === false ? "reading" : "acting",
  alcance: alcanceDe(command, context.actor, context.organo.id),
  filledIn,
  typed: values,
  asunto: { objeto: null, anotado: false },
})

/** Before anything is looked for: what it names is answered the same whether it exists or not. */
function refusal(command: Command, { actor, organo }: CommandContext): Card {
  const pedido = comando(targetOf(command))
  if (soloVigila(actor, organo.id)) return soloBitacora(pedido, organo.nombreCorto)
  const { label, invita } = AUDIENCES[command.audience]
  return invita && actor.kind === "sin_vincular"
    ? requiereVinculacion(pedido)
    : requiereDesignacion(pedido, label, organo.nombreCorto)
}

/** A button that would be refused is not offered; where it was the next step, whose it is is said. */
function conSusBotones(card: Card, { commands, context: { actor, organos } }: Running): Card {
  const refused = actionsOf(card).flatMap(({ id, style }) => {
    const command = commands.find((one) => targetOf(one) === id.split(":", 1)[0])
    return command === undefined || organos.some(({ id: de }) => mayUse(command, actor, de))
      ? []
      : [{ id, style, command }]
  })
  if (refused.length === 0) return card
  const next = refused.find(({ style, command: { acts } }) => style === "primary" && acts !== false)
  const suya = next ? [nota(`Continuar corresponde a ${AUDIENCES[next.command.audience].label}.`)] : []
  const theirs = withActions(card, (action) => (refused.some(({ id }) => id === action.id) ? null : action))
  return { ...theirs, blocks: [...theirs.blocks, ...suya] }
}

async function refuse(asked: Asked, against: Against, context: CommandContext): Promise<Answer> {
  const { command, values, filledIn } = asked
  const { problems, doubts } = against
  const protegido = await protegidoCard(asked, against, context)
  if (protegido !== null) return { card: protegido }
  if (!filledIn || !hasForm(command)) return { card: await refusedCard(asked, problems, doubts, context) }
  return again(command, values, problems, context)
}

async function again(
  command: WithForm,
  values: Values,
  problems: readonly FormProblem[],
  context: CommandContext,
): Promise<Answer> {
  const form = await formAgain(command, values, problems, context)
  await anotarFormulario(command, context)
  return { form }
}

/** A question keeps nothing of what the form was opened with. */
const SIN_GUARDAR: Values = {}

async function open(
  command: WithForm,
  values: Values,
  context: CommandContext,
  kept: Values = values,
): Promise<Answer> {
  const opened = await openForm(command, values, context)
  if ("form" in opened) {
    await anotarFormulario(command, context)
    // What was typed is never cut; what was written elsewhere is still there.
    return kept === values ? opened : { form: cabiendo(opened.form) }
  }
  await anotarRespuesta(command, context, opened, { options: null, asentado: false })
  if (!("question" in opened)) return opened
  const asked = { command, values: kept, filledIn: false, read: {} }
  return { card: await questionCard(asked, opened.question, context) }
}

/** Goes on with what was asked for before. The answer takes the place of the question. */
async function goOn(request: RequestAgain, running: Running): Promise<Answer> {
  const { command: name, values, filledIn, confirmed, dispensados, asForm } = request
  const command = running.commands.find((one) => targetOf(one) === name)
  if (!command) return { card: botonDesconocido() }
  const { actor, organo } = running.context
  const alcance = alcanceDe(command, actor, organo.id)
  const context = { ...running.context, command: name, alcance, confirmed, dispensados }
  if (asForm && hasForm(command) && alcance !== "nada")
    return conOrigen(command, context, () =>
      filledIn ? again(command, values, [], context) : open(command, values, context),
    )
  const ran = await tryCommand(command, values, { ...running, context }, filledIn)
  if ("again" in ran) {
    // A command may hand over to another, once: what was said of the text still holds there.
    if (ran.again.command === name) throw new Error(`${name} goes on with itself`)
    return goOn({ ...ran.again, dispensados: [...ran.again.dispensados, ...dispensados] }, running)
  }
  return "card" in ran ? { ...ran, replaces: true } : ran
}

const problemOf = ({ option, message }: Doubt): FormProblem => ({ field: option, message })

/** As the command names its options, whoever found the problem. */
function inOrder(command: Command, problems: readonly FormProblem[]): readonly FormProblem[] {
  const names = optionsOf(command).map(({ name }) => name)
  const place = ({ field }: FormProblem) => (field === null ? names.length : names.indexOf(field))
  return problems.toSorted((a, b) => place(a) - place(b))
}
