import { randomInt } from "node:crypto"

/** No 0/O, 1/I/L, 5/S, 8/B, 2/Z: a reference is read aloud over the telephone. */
const ALPHABET = "34679ACDEFGHJKMNPQRTUVWXY"
const LENGTH = 4

/** `REF-7K3Q`: shown to the person and written to the log, so that one finds the other. */
export function newReference(): string {
  return `REF-${Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("")}`
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
