import { setTimeout as wait } from "node:timers/promises"
import { ErrorCode, type WebClient } from "@slack/web-api"
import { partesSinMostrar, showInParts, type Way, type Ways } from "../../src/cards/in-parts.ts"
import type { Logger } from "../../src/ports/logger.ts"
import { outcomeOf, platformCodeOf } from "./outcomes.ts"
import type { SlackPayload } from "./render.ts"
import { literal, paragraphs } from "./rich-text.ts"

export interface PrivateDeps {
  readonly client: WebClient
  readonly log: Logger
}

/** An answer for which Slack asks to wait longer than this is not waited for. */
const MOST_PATIENCE_MS = 20_000
const ATTEMPTS = 4
const REMEDY =
  "La respuesta no cabe en lo que Slack permite contestar aquí, y Plenaria no puede escribirle en este canal ni por mensaje directo. Invite al bot al canal con /invite @Plenaria y vuelva a pedirla, o pida solo una parte."

/**
 * An answer that its asker alone sees, by the ways that come with the interaction (the acknowledgement, and the uses of
 * its `response_url`) and by ephemeral messages in the channel; where the bot is not in it, in their own conversation.
 */
export class PrivateAnswer implements Ways<SlackPayload> {
  readonly granted: readonly Way<SlackPayload>[]
  readonly #deps: PrivateDeps
  readonly #user: string
  /** `null`: only the asker's own conversation with the bot is known to work. */
  #channel: string | null

  constructor(
    deps: PrivateDeps,
    user: string,
    channel: string | null,
    granted: readonly Way<SlackPayload>[] = [],
  ) {
    this.#deps = deps
    this.#user = user
    this.#channel = channel
    this.granted = granted
  }

  /** `false`: not all of it could be shown. */
  show(parts: readonly SlackPayload[]): Promise<boolean> {
    return showInParts(parts, this)
  }

  async otherwise({ text, blocks }: SlackPayload): Promise<boolean> {
    const { client } = this.#deps
    const user = this.#user
    const content = { text, blocks: blocks as unknown as [] }
    const channel = this.#channel
    if (channel !== null) {
      if (await this.#sent(() => client.chat.postEphemeral({ channel, user, ...content }))) return true
      this.#channel = null
    }
    const inert = { mrkdwn: false, unfurl_links: false, unfurl_media: false }
    return this.#sent(() => client.chat.postMessage({ channel: user, ...content, ...inert }))
  }

  notice(missing: readonly number[], total: number): SlackPayload {
    const text = partesSinMostrar(missing, total, REMEDY)
    return { text, blocks: paragraphs([literal(text)]).map(({ block }) => block) }
  }

  failed(error: unknown): void {
    this.#deps.log.info({ adapter: "slack", error }, "Slack did not take a part of an answer.")
  }

  /** Nobody else makes these again: they are no deliveries, and their asker is waiting. */
  async #sent(request: () => Promise<unknown>): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await request()
        return true
      } catch (error) {
        const after = attempt < ATTEMPTS ? retryAfter(error) : null
        if (after === null) {
          const code = platformCodeOf(error)
          this.#deps.log.warn({ adapter: "slack", code, error }, "A private answer could not be posted.")
          return false
        }
        await wait(after)
      }
    }
  }
}

/** Milliseconds that Slack asks to wait; `null`: it does not, or for too long. */
function retryAfter(error: unknown): number | null {
  if (Reflect.get(Object(error), "code") !== ErrorCode.RateLimitedError) return null
  const outcome = outcomeOf(error)
  return outcome.kind === "retry" && outcome.after <= MOST_PATIENCE_MS ? outcome.after : null
}
