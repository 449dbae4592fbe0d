import { createHash } from "node:crypto"
import type { KnownBlock } from "@slack/types"
import { ErrorCode, type WebClient } from "@slack/web-api"
import type { Instante } from "../../src/domain/tipos.ts"
import type {
  Destination,
  DestinationCheck,
  LookupResult,
  Receipt,
  SendOutcome,
  SendRequest,
} from "../../src/ports/chat-adapter.ts"
import type { Clock } from "../../src/ports/clock.ts"
import { outcomeOf, rejectedFor } from "./outcomes.ts"
import { render, type SlackPayload } from "./render.ts"

/** The key travels in the message's metadata, which Slack gives back with the channel's history. */
const EVENT_TYPE = "plenaria_entrega"
const PAGE = 200
const MAX_PAGES = 10
/** Slack's clock and ours may differ. */
const SKEW_SECONDS = 120

/** One HTTP request. */
export async function send(
  client: WebClient,
  clock: Clock,
  { to, card, part, key }: SendRequest,
): Promise<SendOutcome> {
  const payload = render(card).parts[part] as SlackPayload | undefined
  if (!payload)
    return { kind: "rejected", reason: "El mensaje no tiene esa parte.", platformCode: "part_unknown" }
  try {
    const answer = await client.chat.postMessage({
      channel: to.channel,
      text: payload.text,
      blocks: payload.blocks as unknown as KnownBlock[],
      mrkdwn: false,
      parse: "none",
      link_names: false,
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: EVENT_TYPE, event_payload: { key } },
    })
    if (!answer.ts) return { kind: "uncertain", detail: "Slack aceptó el mensaje sin identificarlo." }
    return {
      kind: "accepted",
      receipt: receiptOf(to, answer.channel ?? to.channel, answer.ts, key, clock.now(), payload),
    }
  } catch (error) {
    return outcomeOf(error)
  }
}

export async function checkDestination(client: WebClient, to: Destination): Promise<DestinationCheck> {
  try {
    const { channel } = await client.conversations.info({ channel: to.channel })
    if (channel?.is_archived) return unusable("is_archived")
    if (channel?.is_member === false && !channel.is_im) return unusable("not_in_channel")
    return { kind: "ok", name: channel?.name ?? to.channel }
  } catch (error) {
    const outcome = outcomeOf(error)
    if (outcome.kind === "rejected") return { ...outcome, kind: "unusable" }
    const detail =
      outcome.kind === "accepted" ? "" : outcome.kind === "retry" ? outcome.reason : outcome.detail
    return {
      kind: "unusable",
      reason: `${detail} Vuelva a intentarlo en unos minutos.`,
      platformCode: outcome.kind,
    }
  }
}

function unusable(code: string): DestinationCheck {
  return { ...rejectedFor(code), kind: "unusable" }
}

/** Reads the channel back from `since` until it finds the key; absent only when all of it was read. */
export async function find(
  client: WebClient,
  to: Destination,
  key: string,
  since: Instante,
): Promise<LookupResult> {
  const oldest = String(Math.floor(new Date(since).getTime() / 1_000) - SKEW_SECONDS)
  let cursor: string | undefined
  try {
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const history = await client.conversations.history({
        channel: to.channel,
        oldest,
        limit: PAGE,
        include_all_metadata: true,
        ...(cursor ? { cursor } : {}),
      })
      for (const message of history.messages ?? []) {
        const payload = message.metadata?.event_payload
        if (message.ts && Reflect.get(Object(payload), "key") === key) {
          const acceptedAt = new Date(Number(message.ts) * 1_000).toISOString()
          return {
            kind: "found",
            receipt: receiptOf(to, to.channel, message.ts, key, acceptedAt, message.blocks),
          }
        }
      }
      cursor = history.response_metadata?.next_cursor || undefined
      if (!cursor) return { kind: "absent" }
    }
    return { kind: "unknown", detail: "El canal tiene demasiados mensajes desde el envío." }
  } catch (error) {
    const code =
      Reflect.get(Object(error), "code") === ErrorCode.PlatformError
        ? String(Reflect.get(Object(Reflect.get(Object(error), "data")), "error"))
        : "sin respuesta"
    return { kind: "unknown", detail: `Slack no permitió leer el canal (${code}).` }
  }
}

function receiptOf(
  to: Destination,
  channel: string,
  messageId: string,
  key: string,
  acceptedAt: Instante,
  content: unknown,
): Receipt {
  const contentHash = createHash("sha256")
    .update(JSON.stringify(content ?? null))
    .digest("hex")
  return { adapter: "slack", workspace: to.workspace, channel, messageId, acceptedAt, key, contentHash }
}
