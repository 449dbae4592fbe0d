import type { AdapterLimits } from "../../src/ports/chat-adapter.ts"

/** The page has no limits of its own; these keep a message readable and a request small. */
export const limits: AdapterLimits = {
  textLength: 12_000,
  blocksPerMessage: 60,
  actionsPerMessage: 25,
  actionLabelLength: 120,
  actionIdLength: 100,
  perChannelPerSecond: 1_000,
}

/** Octets of a file, which is kept with its message in the bot's own database. */
export const MAX_FILE = 65_536
