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

/** One whose level may be changed while it writes. */
interface LevelledLogger extends Logger {
  level: string
}

/** How long a detailed log is written before it is as it was. */
const DETALLE_MS = 10 * 60_000

/**
 * Writes all details for ten minutes; asked again meanwhile, no longer. For a signal: it needs no port and no data, and
 * a container passes it on.
 */
export function alternarDetalle(log: Logger): () => void {
  let back: (() => void) | null = null
  return () => {
    if (back !== null) return back()
    if (!isLevelled(log)) return
    const before = log.level
    const timer = setTimeout(() => back?.(), DETALLE_MS)
    timer.unref()
    back = () => {
      clearTimeout(timer)
      back = null
      // Said while it is still heard, whatever the level.
      log.info({ logLevel: before }, "La bitácora técnica vuelve a su nivel.")
      log.level = before
    }
    log.level = "debug"
    log.info(
      { logLevel: "debug", minutes: DETALLE_MS / 60_000 },
      "La bitácora técnica se escribe con detalle.",
    )
  }
}

const isLevelled = (log: Logger): log is LevelledLogger => "level" in log

/** JSON lines on standard error, so that commands keep standard output for their answer. */
export function createLogger(
  level: string,
  destination: pino.DestinationStream = pino.destination(2),
): LevelledLogger {
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
