import type { PartAsRead } from "../../contract/adapter-contract.ts"
import { readMessage } from "./block-kit.ts"
import { liveInFallback } from "./web-api.ts"

/** A message as Slack shows it, with what would be alive in its plain text too. */
export function readPart(part: unknown): PartAsRead {
  const read = readMessage(part)
  return { ...read, live: [...read.live, ...liveInFallback(String(Object(part).text))] }
}
