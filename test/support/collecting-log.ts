import { createLogger } from "../../src/config/log.ts"
import type { Logger } from "../../src/ports/logger.ts"

/** The process's own log at its most talkative, and all that it wrote. */
export function collectingLog(): { readonly log: Logger; text(): string } {
  let written = ""
  const log = createLogger("debug", {
    write: (line: string) => {
      written += line
    },
  })
  return { log, text: () => written }
}
