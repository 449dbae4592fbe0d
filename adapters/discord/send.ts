import { createHash } from "node:crypto"
import { type REST, Routes, SnowflakeUtil } from "discord.js"
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
import { nonceOf, referenceOf } from "./identity.ts"
import { outcomeOf } from "./outcomes.ts"
import { type DiscordPayload, render } from "./render.ts"

const PAGE = 100
const MAX_PAGES = 20
/** Discord's clock and ours may differ. */
const SKEW_MS = 120_000

interface ApiMessage {
  readonly id: string
  readonly channel_id: string
  readonly timestamp: string
  readonly author: { readonly id: string }
  readonly embeds: readonly { readonly footer?: { readonly text?: string } }[]
}

/** One HTTP request: the REST client neither retries nor waits for a rate limit. */
export async function send(
  rest: REST,
  clock: Clock,
  { to, card, part, key }: SendRequest,
): Promise<SendOutcome> {
  const payload = render(card).parts[part] as DiscordPayload | undefined
  if (!payload)
    return { kind: "rejected", reason: "El mensaje no tiene esa parte.", platformCode: "part_unknown" }
  const [embed] = payload.embeds
  const body = {
    ...payload,
    embeds: [{ ...embed, footer: { text: referenceOf(key) } }],
    allowed_mentions: { parse: [] },
    nonce: nonceOf(key),
    enforce_nonce: true,
  }
  try {
    const message = (await rest.post(Routes.channelMessages(to.channel), { body })) as ApiMessage
    return { kind: "accepted", receipt: receiptOf(to, message.id, key, clock.now(), body.embeds) }
  } catch (error) {
    return outcomeOf(error)
  }
}

export async function checkDestination(rest: REST, to: Destination): Promise<DestinationCheck> {
  try {
    const channel = (await rest.get(Routes.channel(to.channel))) as { readonly name?: string }
    return { kind: "ok", name: channel.name ?? to.channel }
  } catch (error) {
    const outcome = outcomeOf(error)
    if (outcome.kind === "rejected") return { ...outcome, kind: "unusable" }
    const why = outcome.kind === "retry" ? outcome.reason : outcome.kind === "uncertain" ? outcome.detail : ""
    return {
      kind: "unusable",
      reason: `${why} Vuelva a intentarlo en unos minutos.`,
      platformCode: outcome.kind,
    }
  }
}

/**
 * Reads the bot's own messages of the channel since then and looks for the reference in their footer: Discord does not
 * give the nonce back. A bot sees its own embeds without any privileged intent.
 */
export async function find(
  rest: REST,
  botId: string,
  to: Destination,
  key: string,
  since: Instante,
): Promise<LookupResult> {
  const reference = referenceOf(key)
  let after = SnowflakeUtil.generate({ timestamp: new Date(since).getTime() - SKEW_MS }).toString()
  try {
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const query = new URLSearchParams({ limit: String(PAGE), after })
      const messages = (await rest.get(Routes.channelMessages(to.channel), {
        query,
      })) as readonly ApiMessage[]
      const found = messages.find(
        ({ author, embeds }) =>
          author.id === botId && embeds.some(({ footer }) => footer?.text === reference),
      )
      if (found)
        return {
          kind: "found",
          receipt: receiptOf(to, found.id, key, new Date(found.timestamp).toISOString(), found.embeds),
        }
      if (messages.length < PAGE) return { kind: "absent" }
      after = messages
        .map(({ id }) => BigInt(id))
        .reduce((a, b) => (a > b ? a : b))
        .toString()
    }
    return { kind: "unknown", detail: "El canal tiene demasiados mensajes desde el envío." }
  } catch {
    return { kind: "unknown", detail: "Discord no permitió leer el canal." }
  }
}

function receiptOf(
  to: Destination,
  messageId: string,
  key: string,
  acceptedAt: Instante,
  content: unknown,
): Receipt {
  const contentHash = createHash("sha256").update(JSON.stringify(content)).digest("hex")
  return { ...to, messageId, acceptedAt, key, contentHash }
}
