import { randomInt } from "node:crypto"
import type { Card } from "../../cards/card.ts"
import { errorInesperado, servicioNoDisponible } from "../../cards/error.ts"
import type { AdapterId } from "../../domain/tipos/canal.ts"
import type { Logger } from "../../ports/logger.ts"

/** No 0/O, 1/I/L, 5/S, 8/B, 2/Z: a reference is read aloud over the telephone. */
const ALPHABET = "34679ACDEFGHJKMNPQRTUVWXY"
const LENGTH = 4

/** `REF-7K3Q`: of a request, on every line of the log about it; shown to the person where it failed. */
export function newReference(): string {
  return `REF-${Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("")}`
}

/** The same log, each line of which names the request that it is about. */
export function conReferencia(log: Logger, reference: string): Logger {
  return {
    debug: (fields, message) => log.debug({ reference, ...fields }, message),
    info: (fields, message) => log.info({ reference, ...fields }, message),
    warn: (fields, message) => log.warn({ reference, ...fields }, message),
    error: (fields, message) => log.error({ reference, ...fields }, message),
  }
}

/** What was typed stays out of the log: it may hold what must not be kept. */
export function explainFailure(
  { log, reference }: { readonly log: Logger; readonly reference: string },
  error: unknown,
  adapter: AdapterId,
  eventId: string,
): Card {
  const unavailable = isDatabaseUnavailable(error)
  const fields = { error, adapter, eventId }
  log.error(fields, unavailable ? "database unavailable while answering" : "answering failed")
  return unavailable ? servicioNoDisponible(reference) : errorInesperado(reference)
}

/** Socket errors of Node; SQLSTATE of connection loss, shutdown and too many connections; Prisma's own codes. */
const UNAVAILABLE_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EPIPE",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "08000",
  "08001",
  "08003",
  "08004",
  "08006",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2037",
])
const UNAVAILABLE_TEXT =
  /DatabaseUnavailable|DatabaseNotReachable|ConnectionClosed|connection terminated|PGlite is closed|Can't reach database|timeout exceeded when trying to connect/iu
const MAX_DEPTH = 6

/** The database cannot be reached now: an answer of its own, because trying again later helps. */
export function isDatabaseUnavailable(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > MAX_DEPTH) return false
  const fields = error as Readonly<Record<string, unknown>>
  const codes = [fields.code, fields.originalCode, fields.errorCode]
  if (codes.some((code) => typeof code === "string" && UNAVAILABLE_CODES.has(code))) return true
  const texts = [fields.name, fields.kind, fields.message]
  if (texts.some((text) => typeof text === "string" && UNAVAILABLE_TEXT.test(text))) return true
  const inner = Array.isArray(fields.errors) ? fields.errors : []
  return [fields.cause, ...inner].some((cause) => isDatabaseUnavailable(cause, depth + 1))
}
