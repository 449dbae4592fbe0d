import { ErrorCode, type WebAPICallError } from "@slack/web-api"
import type { SendOutcome } from "../../src/ports/chat-adapter.ts"
import { homeReasonOf, meaningOf, pinReasonOf, RATE_LIMIT_MS, scopeOf } from "./codes.ts"

/** An edit whose answer was lost is made again: soon, but not while Slack recovers. */
const AGAIN_MS = 10_000

/** Errors of getting connected: nothing can have left. The first three also occur later, in a connection's life. */
const NEVER_LEFT: ReadonlySet<string> = new Set([
  "connect EHOSTUNREACH",
  "connect ENETUNREACH",
  "connect ETIMEDOUT",
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  // A proxy that inspects TLS with a certificate unknown to this machine.
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
])

export function rejectedFor(code: string): Extract<SendOutcome, { kind: "rejected" }> {
  const meaning = meaningOf(code)
  const reason =
    meaning?.kind === "permanent"
      ? meaning.reason
      : `Slack rechazó el mensaje (${code}). Avise a la administración técnica.`
  return { kind: "rejected", reason, platformCode: code, scope: scopeOf(code) }
}

/** The platform's error code, if it gave one. */
export function platformCodeOf(error: unknown): string | null {
  return isSlackError(error) && error.code === ErrorCode.PlatformError ? error.data.error : null
}

/**
 * What a failed call to chat.postMessage means. A refusal with a code that Slack may add is taken as permanent and shown
 * to a person: Slack said that it did not post, and trying again would say no more.
 */
export function outcomeOf(error: unknown): SendOutcome {
  if (!isSlackError(error)) {
    // The SDK throws a bare error for a 429 without the header that says when to come back.
    if (error instanceof Error && error.message.startsWith("Retry header did not contain"))
      return { kind: "retry", after: RATE_LIMIT_MS, reason: "Slack pide esperar." }
    return { kind: "uncertain", detail: "El envío a Slack se interrumpió sin respuesta." }
  }
  switch (error.code) {
    case ErrorCode.PlatformError: {
      const code = error.data.error
      const meaning = meaningOf(code)
      if (meaning?.kind === "retry")
        return { kind: "retry", after: meaning.after, reason: `Slack pide esperar (${code}).` }
      if (meaning?.kind === "uncertain")
        return { kind: "uncertain", detail: `Slack falló durante el envío (${code}).` }
      // The SDK puts an answer that is not JSON (a proxy's page) where the code should be.
      if (!/^[a-z0-9_]{1,80}$/.test(code))
        return { kind: "uncertain", detail: "La respuesta no es de Slack; quizá la dio un proxy." }
      return rejectedFor(code)
    }
    case ErrorCode.RateLimitedError:
      return {
        kind: "retry",
        after: error.retryAfter * 1_000,
        reason: "Slack pide esperar: se alcanzó su límite de mensajes.",
      }
    case ErrorCode.HTTPError:
      if (error.statusCode >= 500)
        return { kind: "uncertain", detail: `Slack respondió con un error interno (${error.statusCode}).` }
      return rejectedFor(`http_${error.statusCode}`)
    case ErrorCode.RequestError:
      return neverLeft(error.original)
        ? { kind: "retry", after: 5_000, reason: "No hay conexión con Slack." }
        : { kind: "uncertain", detail: "Se cortó la conexión con Slack antes de su respuesta." }
  }
}

/** What a failed call to chat.update means. The same change made twice leaves the same message, so nothing is in doubt. */
export function editOutcomeOf(error: unknown): SendOutcome {
  const outcome = outcomeOf(error)
  if (outcome.kind !== "uncertain") return outcome
  return { kind: "retry", after: AGAIN_MS, reason: outcome.detail }
}

/** What a failed call to pins.add means; like an edit, it may be made again, and it says nothing about the channel. */
export function pinOutcomeOf(error: unknown): SendOutcome {
  const outcome = editOutcomeOf(error)
  if (outcome.kind !== "rejected") return outcome
  const { platformCode } = outcome
  return { kind: "rejected", reason: pinReasonOf(platformCode) ?? outcome.reason, platformCode }
}

/** What a failed call to views.publish means; like an edit, it may be made again, and it says nothing about a channel. */
export function homeOutcomeOf(error: unknown): SendOutcome {
  const outcome = editOutcomeOf(error)
  if (outcome.kind !== "rejected") return outcome
  const { platformCode } = outcome
  return { kind: "rejected", reason: homeReasonOf(platformCode) ?? outcome.reason, platformCode }
}

function isSlackError(error: unknown): error is WebAPICallError {
  return error instanceof Error && Object.values<unknown>(ErrorCode).includes(Reflect.get(error, "code"))
}

/** fetch wraps the network error, or several of them: one for each address it tried. */
function neverLeft(error: unknown): boolean {
  const { code, syscall, cause, errors } = Object(error)
  if (NEVER_LEFT.has(code) || NEVER_LEFT.has(`${syscall} ${code}`)) return true
  if (Array.isArray(errors)) return errors.length > 0 && errors.every(neverLeft)
  return typeof cause === "object" && cause !== null && neverLeft(cause)
}
