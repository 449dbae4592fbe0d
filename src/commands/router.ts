import { type Conexiones, SIN_NOTICIAS } from "../app/canal/recepcion.ts"
import type { Card } from "../cards/card.ts"
import { conOrgano, deOtroOrgano } from "../cards/de-otro-organo.ts"
import {
  botonDesconocido,
  elegirOrgano,
  errorInesperado,
  servicioNoDisponible,
  sinOrgano,
  textoDemasiadoLargo,
} from "../cards/error.ts"
import type { Plataformas } from "../domain/tipos/canal.ts"
import type {
  InboundAction,
  InboundAnswer,
  InboundCommand,
  InboundCompletion,
  InboundHandler,
  InboundSubmission,
} from "../ports/chat-adapter.ts"
import type { Clock } from "../ports/clock.ts"
import type { DireccionPublica } from "../ports/direccion-publica.ts"
import type { Logger } from "../ports/logger.ts"
import type { UnitOfWork } from "../ports/repositories/unit-of-work.ts"
import type { Command, CommandContext } from "./definition/definition.ts"
import { optionsOf } from "./definition/options.ts"
import { parseAction } from "./parser/action.ts"
import { MAX_TYPED, parseTyped } from "./parser/parse.ts"
import type { Parsed } from "./parser/parsed.ts"
import type { Values } from "./parser/values.ts"
import { allCommands } from "./registry.ts"
import { completeOption } from "./router/complete.ts"
import { isDatabaseUnavailable, newReference } from "./router/failures.ts"
import { MAX_SUBMITTED } from "./router/form.ts"
import { organoNombrado } from "./router/organo-nombrado.ts"
import { actionIdFor } from "./router/question.ts"
import { type Answer, runCommand } from "./router/run.ts"
import { mayUse, openScope, type Scope } from "./router/scope.ts"
import { chooseCard, extraWordsCard, unknownCard } from "./router/suggest.ts"

export interface RouterDeps {
  readonly data: UnitOfWork
  readonly clock: Clock
  readonly log: Logger
  /** Only for the local command line, where the operator already holds the data: `user` is a persona's clave. */
  readonly identifyByClave?: boolean
  /** For the addresses that an answer gives; without it, the demonstration's own. */
  readonly direccion?: DireccionPublica
  readonly plataformas: Plataformas
  /** Whether messages can leave for a place now; without it, nothing is known against it. */
  readonly conexiones?: Conexiones
  /** The registry, unless a test plants commands of its own. */
  readonly commands?: readonly Command[]
}

type Request =
  | Parsed
  | { readonly kind: "unknown_action" }
  | { readonly kind: "submitted"; readonly command: Command; readonly values: Values }
type Inbound = InboundCommand | InboundAction | InboundSubmission

/** Deduplicate → identify → authorise → validate → run → reply. Everything that throws is caught here, once. */
export function createRouter(deps: RouterDeps): InboundHandler {
  const commands = deps.commands ?? allCommands
  return {
    command: (input) => answerOnce(deps, input, (own) => parseCommand(commands, own), commands),
    action: (input) => answerOnce(deps, input, (own) => parseAction(commands, own.actionId), commands),
    submit: (input) => answerOnce(deps, input, (own) => parseSubmission(commands, own), commands),
    complete: (input) => completeSafely(deps, input, commands),
  }
}

/**
 * An event is claimed before it is handled, and the claim is never taken back, not even when the handler crashes:
 * nobody can tell whether a write had been committed, and a platform's redelivery must not do it twice. The person gets
 * the error with its reference and asks again, which is a new event. Only when the claim itself fails (the database is
 * down) does nothing stay behind; then the redelivery is answered as if it were the first.
 */
async function answerOnce<T extends Inbound>(
  deps: RouterDeps,
  received: T,
  parse: (input: T) => Request,
  commands: readonly Command[],
): Promise<InboundAnswer> {
  const { input, organo } = organoNombrado(received)
  try {
    const { data, clock } = deps
    const { adapter } = input.actor
    const [isNew, scope] = await Promise.all([
      data.read.inboundEvents.claim(adapter, input.eventId, input.receivedAt),
      openScope({
        data,
        user: input.actor,
        place: input.place,
        now: clock.now(),
        identifyByClave: deps.identifyByClave ?? false,
        ...(deps.direccion ? { direccion: deps.direccion } : {}),
        plataformas: deps.plataformas,
        conexiones: deps.conexiones ?? SIN_NOTICIAS,
        organo,
      }),
    ])
    if (!isNew) return { kind: "duplicate" }
    if (scope.kind === "no_body") return reply(await whichBody(deps, input, parse(input), scope.reason))
    const answer = ofBody(await answerRequest(parse(input), scope.context, commands, deps.log), organo)
    if ("form" in answer) return { kind: "form", form: answer.form }
    return { kind: "reply", card: answer.card, replaces: "actionId" in input && (answer.replaces ?? false) }
  } catch (error) {
    return reply(explainFailure(deps.log, error, input))
  }
}

/** Nothing says which body is asked: a button for each asks it for the same, with all that was written. */
async function whichBody(
  { data, clock }: RouterDeps,
  { actor: user }: Inbound,
  request: Request,
  reason: Extract<Scope, { readonly kind: "no_body" }>["reason"],
): Promise<Card> {
  if (reason.kind === "ninguno") return sinOrgano()
  const { organos } = reason
  // The longest clave: what has room for it has room for all.
  const [organo] = [...organos].sort((a, b) => b.clave.length - a.clave.length)
  if (organo === undefined || (request.kind !== "run" && request.kind !== "submitted"))
    return elegirOrgano(organos, null)
  const asker = { data, user, now: clock.now(), organo, dispensados: [] }
  const filledIn = request.kind === "submitted"
  return elegirOrgano(organos, await actionIdFor(request.command, request.values, asker, filledIn))
}

function parseCommand(commands: readonly Command[], input: InboundCommand): Request {
  const { name, rawOptions } = input
  if (rawOptions.kind === "text") return parseTyped(commands, name, rawOptions.text)
  const { subcommand, values } = rawOptions
  const length = Object.values(values).reduce((sum, value) => sum + value.length, 0)
  if (length > MAX_TYPED) return { kind: "too_long", length, limit: MAX_TYPED }
  const command = commands.find((c) => c.name === name && c.subcommand === subcommand && !c.hidden)
  return command ? { kind: "run", command, values } : parseTyped(commands, name, subcommand)
}

/** What the form's id carries and what was filled in; a field that is not the command's own is nobody's. */
function parseSubmission(commands: readonly Command[], { formId, values }: InboundSubmission): Request {
  const length = Object.values(values).reduce((sum, value) => sum + value.length, 0)
  if (length > MAX_SUBMITTED) return { kind: "too_long", length, limit: MAX_SUBMITTED }
  const parsed = parseAction(commands, formId)
  if (parsed.kind !== "run") return parsed
  const own = optionsOf(parsed.command).map(({ name }) => name)
  const filled = Object.entries(values).filter(([name]) => own.includes(name))
  return {
    kind: "submitted",
    command: parsed.command,
    values: { ...parsed.values, ...Object.fromEntries(filled) },
  }
}

/** What is answered about a body that was named goes on about it: its buttons and its form name it too. */
function ofBody(answer: Answer, organo: string | null): Answer {
  if (organo === null) return answer
  if ("form" in answer) return { form: { ...answer.form, id: conOrgano(answer.form.id, organo) } }
  return { ...answer, card: deOtroOrgano(answer.card, organo) }
}

async function answerRequest(
  request: Request,
  context: CommandContext,
  commands: readonly Command[],
  log: Logger,
): Promise<Answer> {
  const usable = (command: Command) => mayUse(command, context.actor, context.organo.id)
  switch (request.kind) {
    case "run":
    case "submitted":
      return runCommand(
        request.command,
        request.values,
        { context, commands, log },
        request.kind === "submitted",
      )
    case "extra_words":
      return { card: await extraWordsCard(request, context) }
    case "too_long":
      return { card: textoDemasiadoLargo(request.length, request.limit) }
    case "unknown_action":
      return { card: botonDesconocido() }
    case "ambiguous": {
      const { typed, name } = request
      const candidates = request.candidates.filter(({ command }) => usable(command))
      const [only] = candidates
      if (only && candidates.length === 1 && only.command.acts === false)
        return answerRequest({ kind: "run", ...only }, context, commands, log)
      if (candidates.length < 2)
        return { card: await unknownCard({ typed, name, nearest: only ?? null }, commands, context) }
      return { card: await chooseCard(typed, candidates, context) }
    }
    case "unknown":
      return { card: await unknownCard(request, commands, context) }
  }
}

async function completeSafely(deps: RouterDeps, input: InboundCompletion, commands: readonly Command[]) {
  try {
    const command = commands.find(
      (c) => c.name === input.name && c.subcommand === input.subcommand && !c.hidden,
    )
    if (!command || input.typed.length > MAX_TYPED) return []
    const scope = await openScope({
      data: deps.data,
      user: input.actor,
      place: input.place,
      now: deps.clock.now(),
      identifyByClave: deps.identifyByClave ?? false,
      ...(deps.direccion ? { direccion: deps.direccion } : {}),
      plataformas: deps.plataformas,
      conexiones: deps.conexiones ?? SIN_NOTICIAS,
    })
    if (scope.kind === "no_body") return []
    const { context } = scope
    if (!mayUse(command, context.actor, context.organo.id)) return []
    return await completeOption(context, command, input.option, input.typed)
  } catch (error) {
    // Suggestions are a convenience: without them the text can still be typed.
    deps.log.warn({ error, adapter: input.actor.adapter }, "completion failed")
    return []
  }
}

/** What was typed stays out of the log: it may hold what must not be kept. */
function explainFailure(log: Logger, error: unknown, input: Inbound): Card {
  const reference = newReference()
  const unavailable = isDatabaseUnavailable(error)
  const fields = { reference, error, adapter: input.actor.adapter, eventId: input.eventId }
  log.error(fields, unavailable ? "database unavailable while answering" : "answering failed")
  return unavailable ? servicioNoDisponible(reference) : errorInesperado(reference)
}

function reply(card: Card): InboundAnswer {
  return { kind: "reply", card, replaces: false }
}
