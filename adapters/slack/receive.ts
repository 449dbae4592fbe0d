import type { AckFn, App, BlockAction, RespondFn } from "@slack/bolt"
import type { KnownBlock } from "@slack/types"
import type { InboundAnswer, InboundHandler } from "../../src/ports/chat-adapter.ts"
import type { Clock } from "../../src/ports/clock.ts"
import type { Logger } from "../../src/ports/logger.ts"
import { actorOf, placeOf } from "./identity.ts"
import { render, type SlackPayload } from "./render.ts"

interface ReceiveDeps {
  readonly app: App
  readonly inbound: InboundHandler
  readonly clock: Clock
  readonly log: Logger
  readonly answerWithinMs: number
  readonly underWay: Set<Promise<unknown>>
}

/** Slash commands and buttons. Every answer is ephemeral; when an ephemeral answer fails nothing is posted instead. */
export function listen(deps: ReceiveDeps): void {
  const { app, inbound, clock } = deps
  app.command(/.*/, ({ command, ack, respond }) =>
    track(deps, () => {
      const work = inbound.command({
        eventId: eventIdOf(command.trigger_id, command),
        actor: actorOf(command.team_id, command.user_id),
        place: placeOf(command.team_id, command.channel_id),
        name: command.command.replace(/^\//, ""),
        rawOptions: { kind: "text", text: command.text ?? "" },
        receivedAt: clock.now(),
      })
      return answerCommand(deps, work, ack, respond)
    }),
  )
  app.action<BlockAction>({ type: "block_actions" }, ({ body, action, ack, respond }) =>
    track(deps, async () => {
      await ack()
      const team = body.team?.id ?? body.user.team_id ?? ""
      const channel = body.channel?.id ?? body.container.channel_id
      if (Reflect.get(Object(action), "url")) return
      const answer = await inbound.action({
        eventId: eventIdOf(body.trigger_id, { id: action.action_id, ts: action.action_ts }),
        actor: actorOf(team, body.user.id),
        place: placeOf(team, channel),
        actionId: action.action_id,
        receivedAt: clock.now(),
      })
      // Only the asker's own ephemeral message may be replaced: a channel's message belongs to everybody.
      const own = body.container.is_ephemeral === true
      await followUp(deps, respond, payloadsOf(answer), own && answer.kind === "reply" && answer.replaces)
    }),
  )
}

/** The trigger is unique to the event, also when Slack delivers it again. */
function eventIdOf(trigger: string | undefined, fallback: unknown): string {
  return trigger || JSON.stringify(fallback).slice(0, 200)
}

async function answerCommand(
  deps: ReceiveDeps,
  work: Promise<InboundAnswer>,
  ack: AckFn<CommandAnswer>,
  respond: RespondFn,
): Promise<void> {
  const inTime = await within(work, deps.answerWithinMs)
  if (inTime === null) {
    await ack()
    await followUp(deps, respond, payloadsOf(await work), false)
    return
  }
  const [first, ...rest] = payloadsOf(inTime)
  if (first) await ack({ response_type: "ephemeral", ...bodyOf(first) })
  else await ack()
  await followUp(deps, respond, rest, false)
}

type CommandAnswer = string | { response_type: "ephemeral"; text: string; blocks: KnownBlock[] }

async function followUp(
  deps: ReceiveDeps,
  respond: RespondFn,
  payloads: readonly SlackPayload[],
  replaces: boolean,
): Promise<void> {
  for (const [i, payload] of payloads.entries()) {
    const response = await respond({
      response_type: "ephemeral",
      replace_original: replaces && i === 0,
      ...bodyOf(payload),
    })
    const ok = Reflect.get(Object(response), "ok")
    if (ok === false) {
      deps.log.warn(
        { adapter: "slack", status: Reflect.get(Object(response), "status") },
        "An ephemeral answer was not accepted; nothing was posted.",
      )
      return
    }
  }
}

function payloadsOf(answer: InboundAnswer): readonly SlackPayload[] {
  return answer.kind === "reply" ? (render(answer.card).parts as readonly SlackPayload[]) : []
}

const bodyOf = ({ text, blocks }: SlackPayload) => ({ text, blocks: blocks as unknown as KnownBlock[] })

/** The value if it comes in time, otherwise `null`; the work goes on. */
async function within<T>(work: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

async function track({ underWay, log }: ReceiveDeps, work: () => Promise<void>): Promise<void> {
  const working = work().catch((error: unknown) => {
    log.error({ adapter: "slack", error }, "Answering in Slack failed; nothing was posted.")
  })
  underWay.add(working)
  await working
  underWay.delete(working)
}
