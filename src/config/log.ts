import pino from "pino"
import type { Logger } from "../ports/logger.ts"
import { redactSecrets } from "./redact.ts"

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
