import pino from "pino"
import type { Logger } from "../ports/logger.ts"

/** Field names whose values never reach the log, at any of the depths in which SDKs put them. */
const SECRET_FIELDS = [
  "token",
  "botToken",
  "appToken",
  "signingSecret",
  "password",
  "authorization",
  "databaseUrl",
  "secret",
]
const REDACTED = SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`])

/** Shapes of credentials, wherever they stand in a text: Slack tokens, Discord tokens, calendars, passwords inside URLs. */
const SECRET_SHAPES: readonly (readonly [RegExp, string])[] = [
  [/\bx(?:ox[abeprs]|app)-[A-Za-z0-9-]{6,}/g, "[oculto]"],
  [/\b[A-Za-z0-9_-]{23,28}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,}/g, "[oculto]"],
  // The address of a calendar is the right to read it.
  [/(\/calendario\/(?:sesion\/)?)[A-Za-z0-9_-]{16,}/g, "$1[oculto]"],
  [/(\w+:\/\/[^\s:/@]+:)[^\s@/]+@/g, "$1[oculto]@"],
]

/** Removes anything that looks like a credential from a text. */
export function redactSecrets(text: string): string {
  return SECRET_SHAPES.reduce((clean, [shape, replacement]) => clean.replace(shape, replacement), text)
}

/** JSON lines on standard error, so that commands keep standard output for their answer. */
export function createLogger(
  level: string,
  destination: pino.DestinationStream = pino.destination(2),
): Logger {
  const stream = { write: (line: string) => destination.write(redactSecrets(line)) }
  return pino(
    {
      level,
      base: null,
      redact: { paths: REDACTED, censor: "[oculto]" },
      serializers: { error: pino.stdSerializers.err },
    },
    stream,
  )
}
