import { createHash } from "node:crypto"
import { ChannelType, type Client, PermissionFlagsBits, Routes, SnowflakeUtil } from "discord.js"
import type { Card } from "../../src/cards/card.ts"
import { bytesOf, fittingFile, withoutFile } from "../../src/cards/card-file.ts"
import type { Instante } from "../../src/domain/tipos/tiempo.ts"
import {
  cuentaDeDirecto,
  type Destination,
  type DestinationCheck,
  type EditRequest,
  type LookupResult,
  type PinRequest,
  type Receipt,
  type SendOutcome,
  type SendRequest,
} from "../../src/ports/chat-adapter.ts"
import type { Clock } from "../../src/ports/clock.ts"
import { nonceOf, referenceOf } from "./identity.ts"
import { MAX_FILE } from "./limits.ts"
import { mentionedUsers } from "./mentions.ts"
import { AGAIN_MS, editOutcomeOf, NOT_DISCORD, outcomeOf, pinOutcomeOf } from "./outcomes.ts"
import { canView, missingOf, type Overwrite, permissionsIn } from "./permissions.ts"
import { type DiscordPayload, render } from "./render.ts"
import type { DiscordRest } from "./rest.ts"

const PAGE = 100
const MAX_PAGES = 20
/** Discord's clock and ours may differ. */
const SKEW_MS = 120_000

interface ApiMessage {
  readonly id: string
  readonly channel_id: string
  readonly timestamp: string
  readonly author: { readonly id: string }
  readonly embeds: readonly ApiEmbed[]
}

interface ApiEmbed {
  readonly title?: string
  readonly description?: string
  readonly footer?: { readonly text?: string }
}

/** `publico`: anybody of the server reads it; left out: it is not known. */
interface Access {
  readonly missing: readonly string[]
  readonly publico?: boolean
}

export interface ApiChannel {
  readonly id: string
  readonly permission_overwrites?: readonly Overwrite[]
  /** Of a thread: the channel that it hangs from, whose permissions hold. */
  readonly parent_id?: string | null
  readonly type: ChannelType
  readonly name?: string
  readonly guild_id?: string
  readonly last_message_id?: string | null
}

const WITHOUT_MESSAGES: ReadonlySet<ChannelType> = new Set([
  ChannelType.GuildCategory,
  ChannelType.GuildDirectory,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
])

const PART_UNKNOWN: SendOutcome = {
  kind: "rejected",
  reason: "El mensaje no tiene la parte pedida. Es un error de Plenaria: avise a la administración técnica.",
  platformCode: "part_unknown",
}

/** The channel that a message is for; an account's direct messages have one, which is opened or there already. */
async function channelOf(rest: DiscordRest, { channel }: Destination): Promise<string> {
  const recipient = cuentaDeDirecto(channel)
  if (recipient === null) return channel
  const { id } = Object(await rest.post(Routes.userChannels(), { body: { recipient_id: recipient } }))
  return String(id)
}

/** One HTTP request, but for direct messages: the REST client neither retries nor waits for a rate limit. */
export async function send(
  rest: DiscordRest,
  clock: Clock,
  { to, card, part, key }: SendRequest,
): Promise<SendOutcome> {
  const message = messageBody(card, part, key)
  if (!message) return PART_UNKNOWN
  const { attachments, files } = attached(card, message.last)
  const body = {
    ...message.body,
    ...(files.length > 0 ? { attachments } : {}),
    nonce: nonceOf(key),
    enforce_nonce: true,
  }
  try {
    const channel = await channelOf(rest, to)
    const { id } = Object(await rest.post(Routes.channelMessages(channel), { body, files }))
    if (typeof id !== "string") return { kind: "uncertain", detail: NOT_DISCORD }
    return { kind: "accepted", receipt: receiptOf({ ...to, channel }, id, key, clock.now(), body.embeds) }
  } catch (error) {
    return outcomeOf(error)
  }
}

/** One HTTP request. The reference of the first sending stays, so that the message is still found by its key. */
export async function edit(
  rest: DiscordRest,
  clock: Clock,
  { receipt, card, part, key }: EditRequest,
): Promise<SendOutcome> {
  const message = messageBody(card, part, receipt.key)
  if (!message) return PART_UNKNOWN
  const { attachments, files } = attached(card, message.last)
  // The list is of what is kept and what is new: an earlier version's file goes.
  const body = { ...message.body, attachments }
  const { adapter, workspace, channel, messageId } = receipt
  try {
    const { id } = Object(await rest.patch(Routes.channelMessage(channel, messageId), { body, files }))
    if (id !== messageId) return { kind: "retry", after: AGAIN_MS, reason: NOT_DISCORD }
    const to = { adapter, workspace, channel }
    return { kind: "accepted", receipt: receiptOf(to, messageId, key, clock.now(), body.embeds) }
  } catch (error) {
    return editOutcomeOf(error)
  }
}

/** One HTTP request; Discord takes it again for a message that is pinned already. */
export async function pin(
  rest: DiscordRest,
  clock: Clock,
  { receipt, key }: PinRequest,
): Promise<SendOutcome> {
  try {
    await rest.put(Routes.channelMessagesPin(receipt.channel, receipt.messageId))
    return { kind: "accepted", receipt: { ...receipt, acceptedAt: clock.now(), key } }
  } catch (error) {
    return pinOutcomeOf(error)
  }
}

/** Mentions those whom the card addresses and nobody else, whatever the text says. `null`: the card has no such part. */
function messageBody(card: Card, part: number, reference: string) {
  const { parts } = render(card)
  const payload = parts[part] as DiscordPayload | undefined
  if (!payload) return null
  const [embed] = payload.embeds
  const users = part === 0 ? mentionedUsers(card) : []
  const body = {
    ...payload,
    content: users.map((user) => `<@${user}>`).join(" "),
    embeds: [{ ...embed, footer: { text: referenceOf(reference) } }],
    allowed_mentions: { parse: [], users },
  }
  return { body, last: part === parts.length - 1 }
}

/** The file goes with the last part, in the same request. */
function attached({ file }: Card, last: boolean) {
  if (file === undefined || !last) return { attachments: [], files: [] }
  const { name, mediaType, alt } = file
  return {
    attachments: [{ id: "0", filename: name, ...(alt === undefined ? {} : { description: alt }) }],
    files: [{ name, data: Buffer.from(bytesOf(file)), contentType: mediaType }],
  }
}

/** Where the bot may not attach files, the message goes without one: Discord would refuse all of it. */
export function sendable(client: Client, channelId: string, card: Card): Card {
  const channel = client.channels.cache.get(channelId)
  const held = client.user && channel && !channel.isDMBased() ? channel.permissionsFor(client.user) : null
  return held?.has(PermissionFlagsBits.AttachFiles) === false
    ? withoutFile(card)
    : fittingFile(card, MAX_FILE)
}

/** `look`: what the bot may do in that channel, by whatever means it is known. */
export async function checkDestination(
  rest: DiscordRest,
  look: (channel: ApiChannel) => Promise<Access>,
  to: Destination,
): Promise<DestinationCheck> {
  const account = cuentaDeDirecto(to.channel)
  if (account !== null) return { kind: "ok", name: account }
  try {
    const channel = (await rest.get(Routes.channel(to.channel))) as ApiChannel
    if (channel.guild_id !== to.workspace)
      return unusable(
        "El canal es de otro servidor de Discord. Registre uno de este servidor.",
        "other_guild",
      )
    if (WITHOUT_MESSAGES.has(channel.type))
      return unusable("Ese tipo de canal no admite mensajes. Registre un canal de texto.", "channel_type")
    const { missing, ...told } = await look(channel)
    if (missing.length > 0)
      return unusable(`Al bot le faltan permisos en el canal: dele ${missing.join(", ")}.`, "50013")
    return { kind: "ok", name: channel.name ?? to.channel, ...told }
  } catch (error) {
    const outcome = outcomeOf(error)
    if (outcome.kind === "rejected") return unusable(outcome.reason, outcome.platformCode)
    const why = outcome.kind === "retry" ? outcome.reason : outcome.kind === "uncertain" ? outcome.detail : ""
    return unusable(`${why} Vuelva a intentarlo en unos minutos.`, outcome.kind)
  }
}

const unusable = (reason: string, platformCode: string): DestinationCheck => ({
  kind: "unusable",
  reason,
  platformCode,
})

/** As the gateway told them: who is not connected yet learns of a missing permission by the first send. */
export const asTheGatewayTold =
  (client: Client) =>
  async ({ id, guild_id = "", type, permission_overwrites: overwrites }: ApiChannel): Promise<Access> => {
    const channel = client.channels.cache.get(id)
    if (!client.user || !channel || channel.isDMBased()) return { missing: [] }
    const held = channel.permissionsFor(client.user)
    const missing = held ? missingOf(held.bitfield, channel.isThread()) : []
    const everyone = client.guilds.cache.get(guild_id)?.roles.cache.get(guild_id)
    // Of a thread it is not known here what it hangs from.
    if (everyone === undefined || overwrites === undefined || channel.isThread()) return { missing }
    const guild = {
      id: guild_id,
      roles: [{ id: guild_id, permissions: String(everyone.permissions.bitfield) }],
    }
    const anybody = permissionsIn(guild, overwrites, { user: null, roles: [] })
    return { missing, publico: type !== ChannelType.PrivateThread && canView(anybody) }
  }

/**
 * Reads the bot's own messages of the channel since then and looks for the reference in their footer: Discord gives the
 * nonce back only when a message is created, and remembers it for some minutes only. A bot sees its own embeds without
 * any privileged intent.
 */
export async function find(
  rest: DiscordRest,
  botId: string,
  to: Destination,
  key: string,
  since: Instante,
): Promise<LookupResult> {
  const reference = referenceOf(key)
  let after = SnowflakeUtil.generate({ timestamp: new Date(since).getTime() - SKEW_MS }).toString()
  try {
    const place = { ...to, channel: await channelOf(rest, to) }
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const query = new URLSearchParams({ limit: String(PAGE), after })
      const messages = (await rest.get(Routes.channelMessages(place.channel), {
        query,
      })) as readonly ApiMessage[]
      const found = messages.find(
        ({ author, embeds }) =>
          author.id === botId && embeds.some(({ footer }) => footer?.text === reference),
      )
      if (found)
        return {
          kind: "found",
          receipt: receiptOf(place, found.id, key, new Date(found.timestamp).toISOString(), found.embeds),
        }
      if (page === 0 && messages.length === 0) return nothingListed(rest, place, after)
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

/**
 * Discord lists nothing to whom may not read the history, without saying so. Taken for an absence it would repeat the
 * message, so the channel's own last message has to be older too.
 */
async function nothingListed(rest: DiscordRest, to: Destination, after: string): Promise<LookupResult> {
  const { last_message_id: last } = (await rest.get(Routes.channel(to.channel))) as ApiChannel
  if (!last || BigInt(last) <= BigInt(after)) return { kind: "absent" }
  return {
    kind: "unknown",
    detail: "Discord no muestra los mensajes del canal: dé al bot el permiso Leer el historial de mensajes.",
  }
}

/** The hash covers what Discord gives back as it was sent: it adds fields to embeds, and trims their text. */
function receiptOf(
  to: Destination,
  messageId: string,
  key: string,
  acceptedAt: Instante,
  embeds: readonly ApiEmbed[],
): Receipt {
  const content = embeds.map(({ title, description }) => [title?.trim() ?? "", description?.trim() ?? ""])
  const contentHash = createHash("sha256").update(JSON.stringify(content)).digest("hex")
  return { ...to, messageId, acceptedAt, key, contentHash }
}
