import { LogLevel } from "@slack/bolt"
import type { Logger } from "../../src/ports/logger.ts"

/**
 * Bolt's words in the process's log. Its debug lines hold whole payloads (what people typed, addresses that answer in
 * their name, connection tickets), so they are written nowhere.
 */
export function boltLogger(log: Logger) {
  const words = (parts: readonly unknown[]) => parts.map(String).join(" ")
  return {
    debug: () => undefined,
    info: (...parts: unknown[]) => log.debug({ adapter: "slack" }, words(parts)),
    warn: (...parts: unknown[]) => log.warn({ adapter: "slack" }, words(parts)),
    error: (...parts: unknown[]) => log.error({ adapter: "slack" }, words(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  }
}
