import { createHash } from "node:crypto"
import type { AckFn, App, BlockAction, BlockElementAction, MessageShortcut, RespondFn } from "@slack/bolt"
import type { KnownBlock } from "@slack/types"
import type { WebClient } from "@slack/web-api"
import type { Card } from "../../src/cards/card.ts"
import { cardOfAnswer } from "../../src/cards/form.ts"
import type { Way } from "../../src/cards/in-parts.ts"
import { ordenDe } from "../../src/domain/lenguaje/orden-escrita.ts"
import type { ExternalUser, InboundAnswer, InboundHandler } from "../../src/ports/chat-adapter.ts"
import type { Clock } from "../../src/ports/clock.ts"
import type { Logger } from "../../src/ports/logger.ts"
import { refusedView } from "./form.ts"
import type { Forms, Trigger } from "./forms.ts"
import { homeOf, teamOf, type Vouched } from "./identity.ts"
import { FOLLOW_UPS } from "./limits.ts"
import { PrivateAnswer } from "./private-answer.ts"
import { render, type SlackPayload } from "./render.ts"
import { Submission, type Submitted } from "./submission.ts"
import { within } from "./within.ts"
import { isFromPerson, literalDe, sinMencion, type Written } from "./written.ts"

interface ReceiveDeps {
  readonly clock: Clock
  readonly log: Logger
  readonly client: WebClient
  readonly answerWithinMs: number
  /** Changes when the connection that brings events does. */
  readonly connection: () => number
  readonly forms: Forms
  readonly vouched: Vouched
}

/** Who asked, where, and what opens a form for them. */
interface Asked {
  readonly actor: ExternalUser
  /** `null`: on their own page, which is no channel. */
  readonly channel: string | null
  readonly trigger: Trigger
  /** What it is about somebody wrote to others: no draft holds it. */
  readonly ofOthers?: boolean
}

const BY_DIRECT_MESSAGE =
  "La respuesta le llegó por mensaje directo: está en la pestaña «Mensajes» de Plenaria."
const AWAY = "Plenaria se está reiniciando. Vuelva a intentarlo en un minuto."

/** Slash commands, buttons and forms. Every answer is ephemeral; when an ephemeral answer fails nothing is posted instead. */
export class Conversation {
  readonly #deps: ReceiveDeps
  readonly #underWay = new Set<Promise<void>>()
  #inbound: InboundHandler | null = null

  constructor(deps: ReceiveDeps) {
    this.#deps = deps
  }

  listen(app: App): void {
    const { clock, vouched } = this.#deps
    app.command(/.*/, ({ command, ack, respond }) =>
      this.#track(async () => {
        if (!this.#inbound) return ack({ response_type: "ephemeral", text: AWAY })
        const acknowledge = this.#acknowledgement(ack)
        const actor = vouched.actor(command.team_id, command.user_id)
        const asked = askedBy(actor, command.channel_id, command.trigger_id)
        const work = this.#inbound.command({
          eventId: eventIdOf(command.trigger_id, command.response_url),
          actor: asked.actor,
          place: vouched.place(command.team_id, command.channel_id),
          name: command.command.replace(/^\//, ""),
          rawOptions: { kind: "text", text: command.text ?? "" },
          receivedAt: clock.now(),
        })
        await this.#answerCommand(work, asked, acknowledge, respond)
      }),
    )
    app.action<BlockAction>({ type: "block_actions" }, ({ body, action, ack, respond }) =>
      this.#track(async () => {
        const actor = vouched.actor(teamOf(body), body.user.id)
        const channel: string | null = body.channel?.id ?? body.container.channel_id ?? null
        const asked = askedBy(actor, channel, body.trigger_id)
        await this.#acknowledgement(ack)()
        // A button that opens a page also reports the press.
        if (Reflect.get(action, "url")) return
        if (channel === null) return this.#answerOnHome(body, action, asked)
        if (!this.#inbound) {
          await respond({ response_type: "ephemeral", replace_original: false, text: AWAY })
          return
        }
        const kept = await this.#deps.forms.kept(action.action_id, asked.actor)
        const answer: InboundAnswer = kept
          ? { kind: "form", form: kept }
          : await this.#inbound.action({
              eventId: eventIdOf(body.trigger_id, body.response_url),
              actor: asked.actor,
              place: vouched.place(homeOf(body), channel),
              actionId: action.action_id,
              receivedAt: clock.now(),
            })
        // Only the asker's own ephemeral message may be replaced: a channel's message belongs to everybody.
        const own = body.container.is_ephemeral === true
        const replaces = own && answer.kind === "reply" && answer.replaces
        await this.#show(answer, asked, byResponseUrl(respond, replaces))
      }),
    )
    app.shortcut<MessageShortcut>({ type: "message_action" }, ({ shortcut, body, ack, respond }) =>
      this.#track(async () => {
        const actor = vouched.actor(teamOf(body), body.user.id)
        const asked = { ...askedBy(actor, shortcut.channel.id, shortcut.trigger_id), ofOthers: true }
        await this.#acknowledgement(ack)()
        if (!this.#inbound) {
          await respond({ response_type: "ephemeral", replace_original: false, text: AWAY })
          return
        }
        const [name = "", subcommand = ""] = shortcut.callback_id.split(".")
        const answer = await this.#inbound.command({
          eventId: eventIdOf(shortcut.trigger_id, shortcut.response_url),
          actor,
          place: vouched.place(homeOf(body), shortcut.channel.id),
          name,
          rawOptions: { kind: "message", subcommand, text: literalDe(shortcut.message.text ?? "") },
          receivedAt: clock.now(),
        })
        await this.#show(answer, asked, byResponseUrl(respond, false))
      }),
    )
    app.message(({ message, body }) =>
      this.#track(async () => {
        if (isFromPerson(message)) await this.#converse(message, body.team_id, null)
      }),
    )
    app.event("app_mention", ({ event, body }) =>
      this.#track(async () => {
        if (event.user && !event.bot_id)
          await this.#converse({ ...event, user: event.user }, body.team_id, event.channel)
      }),
    )
    app.event("app_home_opened", ({ event, body }) =>
      this.#track(async () => {
        const actor = vouched.actor(body.team_id, event.user)
        const { workspace } = vouched.place(body.team_id, event.channel)
        // The bot has a page only for those of its own workspace.
        if (event.tab === "home" && actor.workspace === workspace)
          await this.#inbound?.opened({ eventId: body.event_id, actor })
      }),
    )
    app.view({ type: "view_submission", callback_id: /^/ }, (submitted) =>
      this.#track(async () => {
        const arguments_ = submitted as Submitted
        const acknowledge = this.#acknowledgement(arguments_.ack)
        if (!this.#inbound) {
          const view = refusedView(arguments_.view as unknown as Parameters<typeof refusedView>[0], AWAY)
          await acknowledge({ response_action: "update", view })
          return
        }
        const submission = new Submission(this.#deps, arguments_, clock.now())
        await submission.answer(this.#inbound, acknowledge, this.#deps.answerWithinMs)
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
    asked: Asked,
    acknowledge: (answer?: CommandAnswer) => Promise<boolean>,
    respond: RespondFn,
  ): Promise<void> {
    const inTime = await within(work, this.#deps.answerWithinMs)
    if (inTime === null || inTime.kind === "form") {
      await acknowledge()
      return this.#show(inTime ?? (await work), asked, byResponseUrl(respond, false))
    }
    if (inTime.kind === "duplicate") return void (await acknowledge())
    const byAcknowledgement: Way<SlackPayload> = async (payload) => {
      if (!(await acknowledge({ response_type: "ephemeral", ...bodyOf(payload) })))
        throw new Error("The connection that brought the command is gone.")
    }
    await this.#show(inTime, asked, [byAcknowledgement, ...byResponseUrl(respond, false)])
  }

  async #show(answer: InboundAnswer, asked: Asked, granted: readonly Way<SlackPayload>[]): Promise<void> {
    const parts = await this.#payloadsOf(answer, asked)
    const { actor, channel } = asked
    const whole = await new PrivateAnswer(this.#deps, actor.user, channel, granted).show(parts)
    if (!whole) this.#deps.log.warn({ adapter: "slack" }, "An answer could not be shown whole.")
  }

  /**
   * A button on somebody's own page, where nothing can be answered: it is by direct message, and they are told where. A form
   * opens as anywhere; should no direct message get to them, they read the answer there and then.
   */
  async #answerOnHome(body: BlockAction, action: BlockElementAction, asked: Asked): Promise<void> {
    const { clock, vouched, forms } = this.#deps
    const { actor, trigger } = asked
    if (!this.#inbound) return forms.notice(trigger, AWAY)
    const kept = await forms.kept(action.action_id, actor)
    const answer: InboundAnswer = kept
      ? { kind: "form", form: kept }
      : await this.#inbound.action({
          eventId: eventIdOf(body.trigger_id, body.view?.id ?? ""),
          actor,
          // Where its answer is read: their own conversation with the bot.
          place: { ...vouched.place(homeOf(body), actor.user), direct: true },
          actionId: action.action_id,
          receivedAt: clock.now(),
        })
    const parts = await this.#payloadsOf(answer, asked)
    if (parts.length === 0) return
    const whole = await new PrivateAnswer(this.#deps, actor.user, null).show(parts)
    await forms.notice(trigger, whole ? BY_DIRECT_MESSAGE : parts.map(({ text }) => text).join("\n\n"))
  }

  /**
   * What somebody wrote to the bot: answered to its writer alone. `channel`: where it was mentioned; `null`: it is a
   * direct message.
   */
  async #converse(message: Written, team: string, channel: string | null): Promise<void> {
    if (!this.#inbound) return
    const { clock, vouched } = this.#deps
    const texto = sinMencion(message.text ?? "")
    const { name, text, llano } = ordenDe(texto)
    const answer = await this.#inbound.command({
      // The same whichever of Slack's events brought it, and however often.
      eventId: `${message.channel}:${message.ts}`,
      actor: vouched.actor(message.user_team ?? message.team ?? team, message.user),
      place: vouched.place(team, message.channel),
      name,
      rawOptions: { kind: "text", text },
      receivedAt: clock.now(),
      ...llano,
    })
    const card = cardOfAnswer(answer)
    if (card === null) return
    const whole = await new PrivateAnswer(this.#deps, message.user, channel).show(payloadsOf(card))
    if (!whole) this.#deps.log.warn({ adapter: "slack" }, "An answer could not be shown whole.")
  }

  /** The messages of an answer; a form is shown meanwhile, and is a message only where it cannot be. */
  async #payloadsOf(answer: InboundAnswer, { trigger, actor, channel, ofOthers = false }: Asked) {
    if (answer.kind === "duplicate") return []
    if (answer.kind === "reply") return payloadsOf(answer.card)
    const instead = await this.#deps.forms.open(answer.form, trigger, actor, channel ?? "", ofOthers)
    return instead === null ? [] : payloadsOf(instead)
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

function askedBy(actor: ExternalUser, channel: string | null, trigger: string): Asked {
  return { actor, channel, trigger: { id: trigger, since: performance.now() } }
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

/** Slack takes five messages for each interaction in this way. */
const byResponseUrl = (respond: RespondFn, replaces: boolean): readonly Way<SlackPayload>[] =>
  Array.from({ length: FOLLOW_UPS }, (_, i) => async (payload: SlackPayload) => {
    const replace_original = replaces && i === 0
    await respond({ response_type: "ephemeral", replace_original, ...bodyOf(payload) })
  })

const payloadsOf = (card: Card) => render(card).parts as readonly SlackPayload[]

const bodyOf = ({ text, blocks }: SlackPayload) => ({ text, blocks: blocks as unknown as KnownBlock[] })
