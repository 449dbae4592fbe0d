import type { ChatAdapter, Destination } from "../../ports/chat-adapter.ts"

/** Between two messages, besides the pace: one may travel a little faster than the one before it. */
const MARGIN_MS = 10

/**
 * Keeps each channel's pace as its platform publishes it, across ticks. Real time on purpose: a demonstration clock
 * that jumps a day ahead does not make a platform faster. One process keeps it; the platform itself, by answering
 * "retry", is the judge between several.
 */
const nextFree = new WeakMap<ChatAdapter, Map<string, number>>()

/** Waits for the channel's turn and takes it. */
export async function takeTurn(adapter: ChatAdapter, to: Destination): Promise<void> {
  const turns = nextFree.get(adapter) ?? new Map<string, number>()
  nextFree.set(adapter, turns)
  const now = performance.now()
  for (const [place, free] of turns) if (free <= now) turns.delete(place)
  const place = `${to.workspace}\n${to.channel}`
  const turn = Math.max(now, turns.get(place) ?? 0)
  const every = 1000 / adapter.limits.perChannelPerSecond + MARGIN_MS
  turns.set(place, turn + every)
  if (turn <= now) return
  await new Promise((resolve) => setTimeout(resolve, turn - now))
  // A timer fires late under load. The platform counts from when the message arrives: the next one waits for that.
  const late = Math.max(0, performance.now() - turn)
  turns.set(place, (turns.get(place) ?? turn + every) + late)
}
