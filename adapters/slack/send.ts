import { createHash } from "node:crypto"
import type { KnownBlock } from "@slack/types"
import type { WebClient } from "@slack/web-api"
import type { Instante } from "../../src/domain/tipos/tiempo.ts"
import {
  cuentaDeDirecto,
  type Destination,
  type DestinationCheck,
  type EditRequest,
  type LookupResult,
  type PinRequest,
  type PortadaRequest,
  type Receipt,
  type SendOutcome,
  type SendRequest,
} from "../../src/ports/chat-adapter.ts"
import type { Clock } from "../../src/ports/clock.ts"
import {
  editOutcomeOf,
  homeOutcomeOf,
  outcomeOf,
  pinOutcomeOf,
  platformCodeOf,
  rejectedFor,
} from "./outcomes.ts"
import { render, renderHome, type SlackPayload } from "./render.ts"
import { withRichText } from "./rich-text.ts"

/** The key travels in the message's metadata, which Slack gives back with the channel's history. */
const EVENT_TYPE = "plenaria_entrega"
const PAGE = 200
const MAX_PAGES = 10
/** Slack's clock and ours may differ. */
const SKEW_SECONDS = 120

/** The same for a message and for its change: nothing that a person wrote becomes a link, a mention or a preview. */
const LITERAL = { parse: "none", link_names: false } as const

/** Said to who pins a message again: it is what was asked for. */
const ALREADY_PINNED = "already_pinned"

const PART_UNKNOWN: SendOutcome = {
  kind: "rejected",
  reason: "El mensaje no tiene la parte pedida. Es un error de Plenaria: avise a la administración técnica.",
  platformCode: "part_unknown",
}

/** Posting to the channels of one workspace, checking them, and finding what was posted. */
export class Channels {
  readonly #client: WebClient
  readonly #clock: Clock

  constructor(client: WebClient, clock: Clock) {
    this.#client = client
    this.#clock = clock
  }

  /** One HTTP request. */
  async send({ to, card, part, key }: SendRequest): Promise<SendOutcome> {
    const payload = render(card).parts[part] as SlackPayload | undefined
    if (!payload) return PART_UNKNOWN
    const contentHash = hashOf(payload)
    try {
      const answer = await this.#client.chat.postMessage({
        // An account's id opens its direct messages with the bot.
        channel: cuentaDeDirecto(to.channel) ?? to.channel,
        text: payload.text,
        blocks: payload.blocks as unknown as KnownBlock[],
        mrkdwn: false,
        ...LITERAL,
        unfurl_links: false,
        unfurl_media: false,
        metadata: { event_type: EVENT_TYPE, event_payload: { key, contentHash } },
      })
      if (!answer.ts) return { kind: "uncertain", detail: "Slack aceptó el mensaje sin identificarlo." }
      const channel = answer.channel ?? to.channel
      const acceptedAt = this.#clock.now()
      return {
        kind: "accepted",
        receipt: { ...to, channel, messageId: answer.ts, acceptedAt, key, contentHash },
      }
    } catch (error) {
      return outcomeOf(error)
    }
  }

  /** One HTTP request. What it does not say stays: above all the metadata by which the message is found. */
  async edit({ receipt, card, part, key }: EditRequest): Promise<SendOutcome> {
    const payload = render(card).parts[part] as SlackPayload | undefined
    if (!payload) return PART_UNKNOWN
    try {
      await this.#client.chat.update({
        channel: receipt.channel,
        ts: receipt.messageId,
        text: payload.text,
        blocks: withRichText(payload.blocks) as unknown as KnownBlock[],
        ...LITERAL,
      })
      const acceptedAt = this.#clock.now()
      return { kind: "accepted", receipt: { ...receipt, acceptedAt, key, contentHash: hashOf(payload) } }
    } catch (error) {
      return editOutcomeOf(error)
    }
  }

  /** One HTTP request. */
  async pin({ receipt, key }: PinRequest): Promise<SendOutcome> {
    const accepted = () => ({ ...receipt, acceptedAt: this.#clock.now(), key })
    try {
      await this.#client.pins.add({ channel: receipt.channel, timestamp: receipt.messageId })
      return { kind: "accepted", receipt: accepted() }
    } catch (error) {
      if (platformCodeOf(error) === ALREADY_PINNED) return { kind: "accepted", receipt: accepted() }
      return pinOutcomeOf(error)
    }
  }

  /** One HTTP request. */
  async publish({ to, card, key }: PortadaRequest): Promise<SendOutcome> {
    const { blocks } = renderHome(card)
    try {
      const { view } = await this.#client.views.publish({
        user_id: cuentaDeDirecto(to.channel) ?? to.channel,
        view: { type: "home", blocks: blocks as unknown as KnownBlock[] },
      })
      const contentHash = hashOf({ text: "", blocks })
      const acceptedAt = this.#clock.now()
      return {
        kind: "accepted",
        receipt: { ...to, messageId: view?.id ?? "home", acceptedAt, key, contentHash },
      }
    } catch (error) {
      return homeOutcomeOf(error)
    }
  }

  async check(to: Destination): Promise<DestinationCheck> {
    const account = cuentaDeDirecto(to.channel)
    if (account !== null) return { kind: "ok", name: account }
    try {
      const { channel } = await this.#client.conversations.info({ channel: to.channel })
      if (channel?.is_archived) return unusable("is_archived")
      if (channel?.is_member === false && !channel.is_im) return unusable("not_in_channel")
      const told = {
        ...(channel?.is_private === undefined ? {} : { publico: !channel.is_private }),
        ...(channel?.is_ext_shared === undefined ? {} : { externo: channel.is_ext_shared }),
      }
      return { kind: "ok", name: channel?.name ?? to.channel, ...told }
    } catch (error) {
      const code = platformCodeOf(error)
      if (code !== null && outcomeOf(error).kind === "rejected") return unusable(code)
      const reason = "No fue posible comprobar el canal con Slack. Vuelva a intentarlo en unos minutos."
      return { kind: "unusable", reason, platformCode: code ?? "no_answer" }
    }
  }

  /** Reads the channel back from `since` until it finds the key; absent only when all of it was read. */
  async find(to: Destination, key: string, since: Instante): Promise<LookupResult> {
    const oldest = String(Math.floor(new Date(since).getTime() / 1_000) - SKEW_SECONDS)
    let cursor: string | undefined
    try {
      for (let page = 0; page < MAX_PAGES; page += 1) {
        const history = await this.#client.conversations.history({
          channel: to.channel,
          oldest,
          limit: PAGE,
          include_all_metadata: true,
          ...(cursor ? { cursor } : {}),
        })
        for (const message of history.messages ?? []) {
          const receipt = receiptIn(message, to, key)
          if (receipt) return { kind: "found", receipt }
        }
        cursor = history.response_metadata?.next_cursor || undefined
        if (!cursor) return { kind: "absent" }
      }
      return { kind: "unknown", detail: "El canal tiene demasiados mensajes desde el envío." }
    } catch (error) {
      const code = platformCodeOf(error) ?? "sin respuesta"
      return { kind: "unknown", detail: `Slack no permitió leer el canal (${code}).` }
    }
  }
}

const hashOf = (payload: SlackPayload) => createHash("sha256").update(JSON.stringify(payload)).digest("hex")

function unusable(code: string): DestinationCheck {
  const { reason, platformCode } = rejectedFor(code)
  return { kind: "unusable", reason, platformCode }
}

interface HistoryMessage {
  readonly ts?: string
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: unknown }
}

function receiptIn({ ts, metadata }: HistoryMessage, to: Destination, key: string): Receipt | null {
  const sent = Object(metadata?.event_payload)
  if (!ts || metadata?.event_type !== EVENT_TYPE || Reflect.get(sent, "key") !== key) return null
  const acceptedAt = new Date(Number(ts) * 1_000).toISOString()
  return { ...to, messageId: ts, acceptedAt, key, contentHash: String(Reflect.get(sent, "contentHash")) }
}
