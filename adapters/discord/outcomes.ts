import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js"
import type { SendOutcome } from "../../src/ports/chat-adapter.ts"
import { meaningOf, pinReasonOf, reasonOfStatus, scopeOf } from "./codes.ts"

/** For "too many requests" that does not say when to come back. */
const RATE_LIMIT_MS = 30_000
/** An edit whose answer was lost is made again: soon, but not while Discord recovers. */
export const AGAIN_MS = 10_000

const NEVER_LEFT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
])

export const NOT_DISCORD = "La respuesta no es de Discord; quizá la dio un proxy."

/** What a failed request to create a message means. */
export function outcomeOf(error: unknown): SendOutcome {
  if (error instanceof RateLimitError) {
    // Of the channel, of the route or of the whole bot (`global`): the longest of what Discord said, if it did.
    const told = Math.max(error.timeToReset, error.retryAfter, error.sublimitTimeout)
    return {
      kind: "retry",
      after: error.retryAfter > 0 ? Math.max(told, 250) : RATE_LIMIT_MS,
      reason: "Discord pide esperar: se alcanzó su límite de mensajes.",
    }
  }
  if (error instanceof DiscordAPIError) return refused(error)
  if (error instanceof HTTPError) return failed(error.status)
  return NEVER_LEFT.has(causeOf(error))
    ? { kind: "retry", after: 5_000, reason: "No hay conexión con Discord." }
    : { kind: "uncertain", detail: "Se cortó la conexión con Discord antes de su respuesta." }
}

/** What a failed request to change a message means. The same change twice leaves the same message: nothing is in doubt. */
export function editOutcomeOf(error: unknown): SendOutcome {
  const outcome = outcomeOf(error)
  if (outcome.kind !== "uncertain") return outcome
  return { kind: "retry", after: AGAIN_MS, reason: outcome.detail }
}

/** What a failed request to pin a message means; like an edit, it may be made again, and it says nothing about the channel. */
export function pinOutcomeOf(error: unknown): SendOutcome {
  const outcome = editOutcomeOf(error)
  if (outcome.kind !== "rejected") return outcome
  const { platformCode } = outcome
  return { kind: "rejected", reason: pinReasonOf(platformCode) ?? outcome.reason, platformCode }
}

const WITHOUT_PERMISSION = new Set(["50013", "50001"])

/** The same for an event of a guild, where a refusal says nothing of any channel. */
export function eventOutcomeOf(outcome: SendOutcome): SendOutcome {
  if (outcome.kind !== "rejected") return outcome
  const { reason, platformCode } = outcome
  const lacks = WITHOUT_PERMISSION.has(platformCode)
  return {
    kind: "rejected",
    reason: lacks ? "El bot no tiene permiso para crear eventos en el servidor: dele Crear eventos." : reason,
    platformCode,
  }
}

/** Discord answered 4xx with a code of its own: it did nothing. */
function refused({ code, status }: DiscordAPIError): SendOutcome {
  const told: unknown = code
  if (told === undefined) return { kind: "uncertain", detail: NOT_DISCORD }
  const platformCode = String(code)
  const meaning = meaningOf(platformCode)
  if (meaning?.kind === "retry") return meaning
  const reason =
    meaning?.reason ??
    reasonOfStatus(status) ??
    `Discord rechazó el mensaje (${platformCode}). Avise a la administración técnica.`
  return { kind: "rejected", reason, platformCode, scope: scopeOf(platformCode, status) }
}

/** Discord, or something on the way to it, answered 5xx. */
function failed(status: number): SendOutcome {
  // 503 is said before the work begins; and should the message be there, its nonce still keeps it from being repeated.
  if (status === 503)
    return { kind: "retry", after: 30_000, reason: "Discord no está disponible por el momento." }
  return { kind: "uncertain", detail: `Discord respondió con un error interno (${status}).` }
}

function causeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return ""
  const code = Reflect.get(error, "code")
  if (typeof code === "string" && code !== "") return code
  const errors = Reflect.get(error, "errors")
  return causeOf(Array.isArray(errors) ? errors[0] : Reflect.get(error, "cause"))
}

/**
 * What may be logged of an error. The SDK's own objects hold the whole request: the text of a private answer, and an
 * address with which anyone could answer in the bot's name.
 */
export function loggable(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: typeof error }
  const { name, message, stack } = error
  return { name, message, stack, code: Reflect.get(error, "code"), status: Reflect.get(error, "status") }
}
