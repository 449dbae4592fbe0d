import { abrirPortada } from "../app/inicio/portada.ts"
import type { Card } from "../cards/card.ts"
import { sinOrganoCard } from "../cards/comienzo/codigo.ts"
import { conOrgano, deOtroOrgano } from "../cards/de-otro-organo.ts"
import { cuentaEnSuspensoCard } from "../cards/directorio/suspendida.ts"
import { elegirOrgano } from "../cards/error.ts"
import type { InboundAnswer, InboundHandler, InboundOpening } from "../ports/chat-adapter.ts"
import type { UnitOfWork } from "../ports/repositories/unit-of-work.ts"
import { answerRequest } from "./answer-request.ts"
import { completeInTurn } from "./complete-request.ts"
import type { Answer, Command, CommandContext, SinOrganoContext } from "./definition/definition.ts"
import { parseAction } from "./parser/action.ts"
import { type Nombres, nombresDe, SIN_NOMBRES } from "./parser/nombres.ts"
import { commandOf, parseCommand, parseSubmission, type Request } from "./parser/request.ts"
import { allCommands } from "./registry.ts"
import type { Exhausted } from "./router/admision/buckets.ts"
import { completingOnRecord } from "./router/complete.ts"
import { conReferencia, explainFailure, newReference } from "./router/failures.ts"
import { Admission, isNeverRefused, overflowCard, refusedForNow } from "./router/limits.ts"
import { organoNombrado } from "./router/organo-nombrado.ts"
import { actionIdFor } from "./router/question.ts"
import { openScope, organoPorNombrar, type Scope } from "./router/scope.ts"
import { beginsWithoutBody, hastaElegir, runWithoutBody } from "./router/sin-organo.ts"
import { targetOf } from "./router/usage.ts"
import { type Inbound, type RouterDeps, type Routing, scopeOf } from "./routing.ts"

/**
 * Admit → deduplicate → identify → authorise → validate → run → reply. Everything that throws is caught here, once.
 */
export function createRouter(deps: RouterDeps): InboundHandler {
  const commands = deps.commands ?? allCommands
  const { factor = 1, elapsed = () => performance.now() } = deps.limits ?? {}
  const admission = new Admission({ factor, elapsed })
  const shared = { ...deps, commands, admission, completeOption: completingOnRecord() }
  /** At the door each request gets its reference. */
  const routed = (): Routing => {
    const reference = newReference()
    return { ...shared, reference, log: conReferencia(deps.log, reference) }
  }
  return {
    command: (input) => answerInTurn(routed(), input, (own, nombres) => parseCommand(commands, own, nombres)),
    action: (input) => answerInTurn(routed(), input, (own) => parseAction(commands, own.actionId)),
    submit: (input) => answerInTurn(routed(), input, (own) => parseSubmission(commands, own)),
    complete: (input) => completeInTurn(routed(), input),
    opened: (input) => openInTurn(routed(), input),
  }
}

/** `nombres`: those that typed words may be. */
type Parse<T extends Inbound> = (input: T, nombres: Nombres) => Request

/** Only what was typed in words has names to be found. */
const nombresPara = async ({ read }: UnitOfWork, input: Inbound): Promise<Nombres> =>
  "rawOptions" in input && input.rawOptions.kind === "text"
    ? nombresDe(await read.instituciones.all())
    : SIN_NOMBRES

/** One account waits for what it asked before, and for nobody else's. */
async function answerInTurn<T extends Inbound>(
  routing: Routing,
  received: T,
  parse: Parse<T>,
): Promise<InboundAnswer> {
  const { admission, clock } = routing
  const { actor } = received
  const exhausted = admission.enter(actor, "orden")
  if (
    exhausted !== null &&
    admission.overflows(actor) &&
    commandOf(parse(organoNombrado(received).input, SIN_NOMBRES))?.limit !== "never"
  )
    return reply(overflowCard(exhausted, clock.now()))
  return admission.inTurn(actor, "orden", () => answerOnce(routing, received, parse, exhausted))
}

/**
 * An event is claimed before it is handled, and the claim is never taken back, not even when the handler crashes:
 * nobody can tell whether a write had been committed, and a platform's redelivery must not do it twice. The person gets
 * the error with its reference and asks again, which is a new event. Only when the claim itself fails (the database is
 * down) does nothing stay behind; then the redelivery is answered as if it were the first.
 */
async function answerOnce<T extends Inbound>(
  routing: Routing,
  received: T,
  parse: Parse<T>,
  exhausted: Exhausted | null,
): Promise<InboundAnswer> {
  const { input, organo } = organoNombrado(received)
  const begun = performance.now()
  let orden = "ninguna"
  let resultado: "contestada" | "falla" = "contestada"
  try {
    const { data, clock } = routing
    const { adapter } = input.actor
    const claim = () => data.read.inboundEvents.claim(adapter, input.eventId, input.receivedAt)
    // Before anybody is identified: whoever was unlinked meanwhile is nobody from this very request on. What may be
    // refused is not claimed: sent again later it is taken.
    if (exhausted !== null) await data.read.inboundEvents.catchUp()
    else if (!(await claim())) return { kind: "duplicate" }
    const request = parse(input, await nombresPara(data, input))
    const scope = await openScope(scopeOf(routing, input, organo, commandOf(request)?.sinElegir))
    if (scope.kind === "suspendida") return reply(cuentaEnSuspensoCard())
    if (scope.kind === "no_body") {
      if (exhausted !== null) return reply(overflowCard(exhausted, clock.now()))
      if (scope.reason.kind === "ninguno" && beginsWithoutBody(request)) {
        orden = targetOf(request.command)
        return answered(await runWithoutBody(request, sinOrganoDe(routing, input), routing.commands), input)
      }
      return reply(await whichBody(routing, input, request, scope.reason))
    }
    orden = nombreDe(commandOf(request))
    const refused = await refusedByLimits(routing, request, scope.context, exhausted)
    if (refused === null && exhausted !== null && !(await claim())) return { kind: "duplicate" }
    const answer = refused ?? (await answerRequest(request, scope.context, routing))
    return answered(ofBody(answer, organo ?? (await organoPorNombrar(input, scope.context))), input)
  } catch (error) {
    resultado = "falla"
    return reply(explainFailure(routing, error, input.actor.adapter, input.eventId))
  } finally {
    const ms = performance.now() - begun
    routing.medidas?.respuesta(orden, resultado, ms)
    const { adapter } = input.actor
    routing.log.info({ command: orden, outcome: resultado, adapter, ms: Math.round(ms) }, "request answered")
  }
}

const answered = (answer: Answer, input: Inbound): InboundAnswer =>
  "form" in answer
    ? { kind: "form", form: answer.form }
    : { kind: "reply", card: answer.card, replaces: "actionId" in input && (answer.replaces ?? false) }

/** Of the registry, which has a few hundred; what was typed may be anything. */
const nombreDe = (command: Command | null | undefined): string => (command ? targetOf(command) : "ninguna")

const sinOrganoDe = (
  { data, clock, identifyByClave = false, opera, plataformas }: RouterDeps,
  { actor: user, place }: Pick<Inbound, "actor" | "place">,
): SinOrganoContext => ({
  data,
  user,
  place,
  now: clock.now(),
  opera: opera ?? null,
  platform: identifyByClave ? "cli" : user.adapter,
  plataformas,
})

/** `exhausted`: the account's own limit was reached before anything was read. */
async function refusedByLimits(
  { admission, log }: Routing,
  request: Request,
  context: CommandContext,
  exhausted: Exhausted | null,
): Promise<Answer | null> {
  const reached = exhausted ?? admission.known(context)
  const command = commandOf(request)
  if (reached === null || (await isNeverRefused(command, context))) return null
  const { ambito, clase } = reached
  log.info({ ambito, clase, platform: context.platform }, "limit reached")
  const asked =
    request.kind === "run" || request.kind === "submitted"
      ? { command: request.command, values: request.values, filledIn: request.kind === "submitted" }
      : null
  return refusedForNow(asked, reached, context, admission.mayKeep(context.user))
}

/** Nothing says which body is asked: a button for each asks it for the same, with all that was written. */
async function whichBody(
  { data, clock, commands }: Routing,
  { actor: user }: Inbound,
  request: Request,
  reason: Extract<Scope, { readonly kind: "no_body" }>["reason"],
): Promise<Card> {
  if (reason.kind === "ninguno") return sinOrganoCard()
  const { organos } = reason
  // The longest clave: what has room for it has room for all.
  const [organo] = [...organos].sort((a, b) => b.clave.length - a.clave.length)
  const pedido = hastaElegir(request, commands)
  if (organo === undefined || pedido === null) return elegirOrgano(organos, null)
  const asker = { data, user, now: clock.now(), organo, dispensados: [] }
  return elegirOrgano(organos, await actionIdFor(pedido.command, pedido.values, asker, pedido.filledIn))
}

/** What is answered about a body that was named goes on about it: its buttons and its form name it too. */
function ofBody(answer: Answer, organo: string | null): Answer {
  if (organo === null) return answer
  if ("form" in answer) return { form: { ...answer.form, id: conOrgano(answer.form.id, organo) } }
  return { ...answer, card: deOtroOrgano(answer.card, organo) }
}

/** Who looks too often sees what was published last. */
async function openInTurn({ admission, data, clock, log }: Routing, input: InboundOpening): Promise<void> {
  const { actor, eventId } = input
  if (admission.enter(actor, "orden") !== null || admission.overflows(actor)) return
  try {
    await admission.inTurn(actor, "orden", () => abrirPortada({ data, now: clock.now() }, actor, eventId))
  } catch (error) {
    log.error({ error, adapter: actor.adapter }, "a page could not be asked for")
  }
}

function reply(card: Card): InboundAnswer {
  return { kind: "reply", card, replaces: false }
}
