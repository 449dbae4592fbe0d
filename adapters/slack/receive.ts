import { createHash } from "node:crypto"
import type { AckFn, App, BlockAction, RespondFn } from "@slack/bolt"
import type { KnownBlock } from "@slack/types"
import { cardOfAnswer } from "../../src/cards/form.ts"
import type { InboundAnswer, InboundHandler } from "../../src/ports/chat-adapter.ts"
import type { Clock } from "../../src/ports/clock.ts"
import type { Logger } from "../../src/ports/logger.ts"
import { actorOf, placeOf } from "./identity.ts"
import { FOLLOW_UPS } from "./limits.ts"
import { render, type SlackPayload } from "./render.ts"

interface ReceiveDeps {
  readonly clock: Clock
  readonly log: Logger
  readonly answerWithinMs: number
  /** Changes when the connection that brings events does. */
  readonly connection: () => number
}

const AWAY = "Plenaria se está reiniciando. Vuelva a intentarlo en un minuto."
const TOO_LONG = "La respuesta es demasiado larga para Slack. Pida una parte, por ejemplo un solo acuerdo."

/** Slash commands and buttons. Every answer is ephemeral; when an ephemeral answer fails nothing is posted instead. */
export class Conversation {
  readonly #deps: ReceiveDeps
  readonly #underWay = new Set<Promise<void>>()
  #inbound: InboundHandler | null = null

  constructor(deps: ReceiveDeps) {
    this.#deps = deps
  }

  listen(app: App): void {
    const { clock } = this.#deps
    app.command(/.*/, ({ command, ack, respond }) =>
      this.#track(async () => {
        if (!this.#inbound) return ack({ response_type: "ephemeral", text: AWAY })
        const acknowledge = this.#acknowledgement(ack)
        const work = this.#inbound.command({
          eventId: eventIdOf(command.trigger_id, command.response_url),
          actor: actorOf(command.team_id, command.user_id),
          place: placeOf(command.team_id, command.channel_id),
          name: command.command.replace(/^\//, ""),
          rawOptions: { kind: "text", text: command.text ?? "" },
          receivedAt: clock.now(),
        })
        await this.#answerCommand(work, acknowledge, respond)
      }),
    )
    app.action<BlockAction>({ type: "block_actions" }, ({ body, action, ack, respond }) =>
      this.#track(async () => {
        await this.#acknowledgement(ack)()
        // A button that opens a page also reports the press.
        if (Reflect.get(action, "url")) return
        if (!this.#inbound) {
          await respond({ response_type: "ephemeral", replace_original: false, text: AWAY })
          return
        }
        const team = body.team?.id ?? body.user.team_id ?? ""
        const answer = await this.#inbound.action({
          eventId: eventIdOf(body.trigger_id, body.response_url),
          actor: actorOf(team, body.user.id),
          place: placeOf(team, body.channel?.id ?? body.container.channel_id),
          actionId: action.action_id,
          receivedAt: clock.now(),
        })
        // Only the asker's own ephemeral message may be replaced: a channel's message belongs to everybody.
        const own = body.container.is_ephemeral === true
        await followUp(respond, payloadsOf(answer), own && answer.kind === "reply" && answer.replaces)
      }),
    )
  }

  open(inbound: InboundHandler): void {
    this.#inbound = inbound
  }

  /** Takes nothing new, and waits for the answers under way. */
  async close(drainMs: number): Promise<void> {
    this.#inbound = null
    await within(this.#drained(), drainMs)
  }

  async #drained(): Promise<true> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
    return true
  }

  async #answerCommand(
    work: Promise<InboundAnswer>,
    acknowledge: (answer?: CommandAnswer) => Promise<boolean>,
    respond: RespondFn,
  ): Promise<void> {
    const inTime = await within(work, this.#deps.answerWithinMs)
    if (inTime === null) {
      await acknowledge()
      return followUp(respond, payloadsOf(await work), false)
    }
    const [first, ...rest] = payloadsOf(inTime)
    const taken = await acknowledge(first && { response_type: "ephemeral", ...bodyOf(first) })
    await followUp(respond, first && !taken ? [first, ...rest] : rest, false)
  }

  /** A connection that was lost takes no acknowledgement (`false`); the answer then goes by the `response_url` alone. */
  #acknowledgement<Answer>(ack: AckFn<Answer>): (answer?: Answer) => Promise<boolean> {
    const { connection, log } = this.#deps
    const arrivedBy = connection()
    return async (answer) => {
      if (connection() !== arrivedBy) return false
      try {
        await ack(answer)
        return true
      } catch (error) {
        log.warn({ adapter: "slack", error }, "Slack was not there to take the acknowledgement.")
        return false
      }
    }
  }

  async #track(work: () => Promise<void>): Promise<void> {
    const working = work().catch((error: unknown) => {
      this.#deps.log.error({ adapter: "slack", error }, "Answering in Slack failed; nothing was posted.")
    })
    this.#underWay.add(working)
    await working
    this.#underWay.delete(working)
  }
}

interface CommandAnswer {
  readonly response_type: "ephemeral"
  readonly text: string
  readonly blocks: KnownBlock[]
}

/** The trigger is unique to the event, also when Slack delivers it again. */
function eventIdOf(trigger: string | undefined, responseUrl: string): string {
  return trigger || createHash("sha256").update(responseUrl).digest("hex")
}

async function followUp(
  respond: RespondFn,
  payloads: readonly SlackPayload[],
  replaces: boolean,
): Promise<void> {
  const fits = payloads.length <= FOLLOW_UPS
  for (const [i, payload] of payloads.slice(0, fits ? FOLLOW_UPS : FOLLOW_UPS - 1).entries())
    await respond({
      response_type: "ephemeral",
      replace_original: replaces && i === 0,
      ...bodyOf(payload),
    })
  if (!fits) await respond({ response_type: "ephemeral", replace_original: false, text: TOO_LONG })
}

function payloadsOf(answer: InboundAnswer): readonly SlackPayload[] {
  const card = cardOfAnswer(answer)
  return card === null ? [] : (render(card).parts as readonly SlackPayload[])
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
