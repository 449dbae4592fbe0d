import type { ChatAdapter, Destination } from "../../ports/chat-adapter.ts"
import type { DispatchDeps } from "./envio.ts"

/** Between two messages, besides the pace: one may travel a little faster than the one before it. */
const MARGIN_MS = 10

/**
 * Keeps each channel's pace as its platform publishes it, across ticks. Real time on purpose: a demonstration clock
 * that jumps a day ahead does not make a platform faster. One process keeps it; the platform itself, by answering
 * "retry", is the judge between several.
 */
const nextFree = new WeakMap<ChatAdapter, Map<string, number>>()

/** Waits until a request may be sent to the channel, for its own pace and for what the platform takes in all. */
export async function takeTurn(
  deps: Pick<DispatchDeps, "data">,
  adapter: ChatAdapter,
  to: Destination,
): Promise<void> {
  await takeChannelTurn(adapter, to)
  if (adapter.limits.budget === null) return
  await takeFromBudget(deps, adapter, to)
  // The channel's next one waits from when this one really leaves.
  const turns = nextFree.get(adapter)
  const place = placeOf(to)
  turns?.set(place, Math.max(turns.get(place) ?? 0, performance.now() + everyOf(adapter)))
}

const placeOf = ({ workspace, channel }: Destination) => `${workspace}\n${channel}`
const everyOf = ({ limits }: ChatAdapter) => 1000 / limits.perChannelPerSecond + MARGIN_MS

/** Waits for the channel's turn and takes it. */
async function takeChannelTurn(adapter: ChatAdapter, to: Destination): Promise<void> {
  const turns = nextFree.get(adapter) ?? new Map<string, number>()
  nextFree.set(adapter, turns)
  const now = performance.now()
  for (const [place, free] of turns) if (free <= now) turns.delete(place)
  const place = placeOf(to)
  const turn = Math.max(now, turns.get(place) ?? 0)
  const every = everyOf(adapter)
  turns.set(place, turn + every)
  if (turn <= now) return
  await new Promise((resolve) => setTimeout(resolve, turn - now))
  // A timer fires late under load. The platform counts from when the message arrives: the next one waits for that.
  const late = Math.max(0, performance.now() - turn)
  turns.set(place, (turns.get(place) ?? turn + every) + late)
}

/**
 * Of a platform's rate, what is used: what leaves evenly may arrive unevenly, and a second that begins with one that was
 * held up on its way must not take one more than it is allowed.
 */
const USED = 0.97
/** What leaves within this, in milliseconds, is taken at once, or one: a process that dies keeps no more from the others. */
const LOT_MS = 20
/** So much of what a platform takes is under way at once: all that can leave, and no more than others wait for. */
const UNDER_WAY_MS = 1_000

interface Gate {
  /** Resolves when all that asked before have left. */
  last: Promise<unknown>
  /** Moments that were taken and not used, by the process's own clock. */
  readonly kept: number[]
}

const gates = new WeakMap<ChatAdapter, Map<string, Gate>>()

/** How many claims of a platform one process sends at once; `null`: as many as it claims. */
export function underWayAtOnce({ limits: { budget } }: Pick<ChatAdapter, "limits">): number | null {
  return budget && Math.ceil((budget.perSecond * UNDER_WAY_MS) / 1000)
}

/** Waits until one more request may be sent, of all that all processes send there. Those who ask first, go first. */
export async function takeFromBudget(
  deps: Pick<DispatchDeps, "data">,
  adapter: ChatAdapter,
  to: Destination,
): Promise<void> {
  const { budget } = adapter.limits
  if (budget === null) return
  const workspace = budget.of === "bot" ? "" : to.workspace
  const everyMs = 1000 / (budget.perSecond * USED)
  const gate = gateOf(adapter, workspace)
  const turn = gate.last.then(async () => {
    while (gate.kept.length === 0) {
      const sends = Math.max(1, Math.floor(LOT_MS / everyMs))
      const got = await deps.data.read.deliveries.takeSends({
        adapter: adapter.id,
        workspace,
        everyMs,
        sends,
      })
      const now = performance.now()
      if (got.kind === "wait") await until(now + got.after)
      else gate.kept.push(...Array.from({ length: sends }, (_, i) => now + i * everyMs))
    }
    await until(gate.kept.shift() ?? 0)
  })
  gate.last = turn.catch(() => {})
  await turn
}

function gateOf(adapter: ChatAdapter, workspace: string): Gate {
  const known = gates.get(adapter) ?? new Map<string, Gate>()
  gates.set(adapter, known)
  const gate = known.get(workspace) ?? { last: Promise.resolve(), kept: [] }
  known.set(workspace, gate)
  return gate
}

async function until(moment: number): Promise<void> {
  const wait = moment - performance.now()
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
}
