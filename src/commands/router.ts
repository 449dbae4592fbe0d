import { type Conexiones, SIN_NOTICIAS } from "../app/canal/recepcion.ts"
import { abrirPortada } from "../app/inicio/portada.ts"
import type { Rastros } from "../app/mensaje/rastros.ts"
import type { Card } from "../cards/card.ts"
import { sinOrganoCard } from "../cards/comienzo/codigo.ts"
import { conOrgano, deOtroOrgano } from "../cards/de-otro-organo.ts"
import { cuentaEnSuspensoCard } from "../cards/directorio/suspendida.ts"
import { botonDesconocido, elegirOrgano, textoDemasiadoLargo } from "../cards/error.ts"
import type { Plataformas } from "../domain/tipos/canal.ts"
import type {
  InboundAction,
  InboundAnswer,
  InboundCommand,
  InboundCompletion,
  InboundHandler,
  InboundOpening,
  InboundSubmission,
} from "../ports/chat-adapter.ts"
import type { Clock } from "../ports/clock.ts"
import type { DireccionPublica } from "../ports/direccion-publica.ts"
import type { Libros } from "../ports/hojas/libro.ts"
import type { Imagenes } from "../ports/imagen/imagenes.ts"
import type { Logger } from "../ports/logger.ts"
import type { Medidas } from "../ports/medidas.ts"
import type { UnitOfWork } from "../ports/repositories/unit-of-work.ts"
import { alcanceDe, mayUse } from "./definition/audience.ts"
import type {
  Answer,
  Command,
  CommandContext,
  QuienOpera,
  SinOrganoContext,
} from "./definition/definition.ts"
import { parseAction } from "./parser/action.ts"
import { type Nombres, nombresDe, SIN_NOMBRES } from "./parser/nombres.ts"
import { MAX_TYPED } from "./parser/parse.ts"
import { commandOf, parseCommand, parseSubmission, type Request } from "./parser/request.ts"
import { allCommands } from "./registry.ts"
import type { Exhausted, Limits } from "./router/admision/buckets.ts"
import { completingOnRecord } from "./router/complete.ts"
import { conReferencia, explainFailure, newReference } from "./router/failures.ts"
import { Admission, isNeverRefused, overflowCard, refusedForNow } from "./router/limits.ts"
import { type Llano, responderDicho, trasLaDiagonal } from "./router/llano/dicho.ts"
import { organoNombrado } from "./router/organo-nombrado.ts"
import { actionIdFor } from "./router/question.ts"
import { runCommand } from "./router/run.ts"
import { openScope, organoPorNombrar, type Scope } from "./router/scope.ts"
import { beginsWithoutBody, hastaElegir, runWithoutBody } from "./router/sin-organo.ts"
import { chooseCard, extraWordsCard, unknownCard } from "./router/suggest.ts"
import { targetOf } from "./router/usage.ts"

export interface RouterDeps {
  readonly data: UnitOfWork
  readonly clock: Clock
  readonly log: Logger
  /** Only for the local command line, where the operator already holds the data: `user` is a persona's clave. */
  readonly identifyByClave?: boolean
  /** And who that operator is. */
  readonly opera?: QuienOpera
  /** What makes the files that spreadsheets open. */
  readonly libros: Libros
  /** What makes pictures out of drawings. */
  readonly imagenes: Imagenes
  /** For the addresses that an answer gives; without it, the demonstration's own. */
  readonly direccion?: DireccionPublica
  readonly plataformas: Plataformas
  /** Whether messages can leave for a place now; without it, nothing is known against it. */
  readonly conexiones?: Conexiones
  /** Remembers which messages a request put in the queue; without it nobody does. */
  readonly rastros?: Rastros
  /** Where what is answered is timed; without it, nowhere. */
  readonly medidas?: Medidas
  /** How many times their usual size the limits are (1), and what measures their time. */
  readonly limits?: Partial<Limits>
  /** The registry, unless a test plants commands of its own. */
  readonly commands?: readonly Command[]
}

type Inbound = InboundCommand | InboundAction | InboundSubmission

interface Routing extends RouterDeps {
  /** Of the request that is answered. */
  readonly reference: string
  readonly commands: readonly Command[]
  readonly admission: Admission
  readonly completeOption: ReturnType<typeof completingOnRecord>
}

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

export const scopeOf = (
  {
    data,
    clock,
    identifyByClave = false,
    opera,
    direccion,
    libros,
    imagenes,
    plataformas,
    conexiones = SIN_NOTICIAS,
    commands = allCommands,
  }: RouterDeps,
  { actor: user, place }: Pick<Inbound, "actor" | "place">,
  organo: string | null = null,
  sinElegir = false,
) => ({
  data,
  user,
  place,
  now: clock.now(),
  identifyByClave,
  opera: opera ?? null,
  ...(direccion ? { direccion } : {}),
  libros,
  imagenes,
  plataformas,
  conexiones,
  organo,
  sinElegir,
  commands,
})

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

async function answerRequest(request: Request, context: CommandContext, routing: Routing): Promise<Answer> {
  const { commands, log, admission, rastros, reference } = routing
  const rastro = (keys: readonly string[]) => rastros?.anotar(keys, reference)
  const usable = (command: Command) => mayUse(command, context.actor, context.organo.id)
  switch (request.kind) {
    case "run":
    case "submitted":
    case "opened": {
      const running = {
        context,
        commands,
        log,
        factor: admission.factor,
        rastro,
        opens: request.kind === "opened",
      }
      return runCommand(request.command, request.values, running, request.kind === "submitted")
    }
    case "extra_words":
      return (
        (await trasLaDiagonal(request.escrito, request.command.name, llanoDe(context, routing))) ?? {
          card: await extraWordsCard(request, context),
        }
      )
    case "dicho":
      return responderDicho(request, llanoDe(context, routing))
    case "too_long":
      return { card: textoDemasiadoLargo(request.length, request.limit) }
    case "unknown_action":
      return { card: botonDesconocido() }
    case "ambiguous": {
      const { typed, name } = request
      const candidates = request.candidates.filter(({ command }) => usable(command))
      const [only] = candidates
      if (only && candidates.length === 1 && only.command.acts === false)
        return answerRequest({ kind: "run", ...only }, context, routing)
      const dicha = await trasLaDiagonal(request.escrito, name, llanoDe(context, routing))
      if (dicha !== null) return dicha
      if (candidates.length < 2)
        return { card: await unknownCard({ typed, name, nearest: only ?? null }, commands, context) }
      return { card: await chooseCard(typed, candidates, context) }
    }
    case "unknown":
      return (
        (await trasLaDiagonal(request.escrito, request.name, llanoDe(context, routing))) ?? {
          card: await unknownCard(request, commands, context),
        }
      )
  }
}

/** Runs what was understood as the router runs what is typed. */
const llanoDe = (context: CommandContext, routing: Routing): Llano => ({
  context,
  commands: routing.commands,
  run: (command, values) => answerRequest({ kind: "run", command, values }, context, routing),
})

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

async function completeInTurn(routing: Routing, input: InboundCompletion) {
  const { admission } = routing
  if (admission.enter(input.actor, "sugerencia") !== null || admission.overflows(input.actor)) return []
  return admission.inTurn(input.actor, "sugerencia", () => completeSafely(routing, input))
}

async function completeSafely(routing: Routing, input: InboundCompletion) {
  const { commands, log } = routing
  try {
    const command = commands.find(
      (c) => c.name === input.name && c.subcommand === input.subcommand && !c.hidden,
    )
    if (!command || input.typed.length > MAX_TYPED) return []
    await routing.data.read.inboundEvents.catchUp()
    const scope = await openScope(scopeOf(routing, input))
    if (scope.kind !== "ready") return []
    const { context } = scope
    const alcance = alcanceDe(command, context.actor, context.organo.id)
    if (alcance === "nada") return []
    return await routing.completeOption(
      { ...context, alcance },
      command,
      input.option,
      input.typed,
      input.given,
    )
  } catch (error) {
    // Suggestions are a convenience: without them the text can still be typed.
    log.warn({ error, adapter: input.actor.adapter }, "completion failed")
    return []
  }
}

function reply(card: Card): InboundAnswer {
  return { kind: "reply", card, replaces: false }
}
