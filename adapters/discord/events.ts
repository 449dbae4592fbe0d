import { createHash } from "node:crypto"
import { GuildScheduledEventEntityType, GuildScheduledEventPrivacyLevel, Routes } from "discord.js"
import { shorten } from "../../src/domain/texto/cut.ts"
import { legible } from "../../src/domain/texto/legible.ts"
import type { Instante } from "../../src/domain/tipos/tiempo.ts"
import type { Destination, EventoAgendado, EventoRequest, SendOutcome } from "../../src/ports/chat-adapter.ts"
import type { Clock } from "../../src/ports/clock.ts"
import { referenceOf } from "./identity.ts"
import { eventLimits } from "./limits.ts"
import { escapeMarkdown } from "./markdown.ts"
import { editOutcomeOf, eventOutcomeOf, NOT_DISCORD, outcomeOf } from "./outcomes.ts"
import type { DiscordRest } from "./rest.ts"

/** discord.com/developers/docs/resources/guild-scheduled-event; of those that are over Discord lists none. */
interface ApiEvent {
  readonly id: string
  readonly creator_id?: string | null
  readonly description?: string | null
  readonly status: number
}

const SCHEDULED = 1
const CANCELED = 4
const NONE = "ninguno"

/**
 * Looks for the session's event in the guild and changes it, or makes it: what is there is asked for first, so that one
 * of which nobody heard is not made twice. Only events of the bot's own are changed.
 */
export async function putEvent(
  rest: DiscordRest,
  clock: Clock,
  botId: string,
  { to, key, evento }: EventoRequest,
): Promise<SendOutcome> {
  const receipt = (id: string) => ({
    kind: "accepted" as const,
    receipt: receiptOf(to, key, id, clock.now()),
  })
  const events = Routes.guildScheduledEvents(to.workspace)
  let there: ApiEvent | undefined
  try {
    there = await findEvent(rest, botId, to, key)
    if (there !== undefined || evento === null) {
      if (there === undefined) return receipt(NONE)
      // Of one that has begun nothing is changed.
      if (there.status !== SCHEDULED) return receipt(there.id)
      const body = evento === null ? { status: CANCELED } : bodyOf(evento, key)
      await rest.patch(Routes.guildScheduledEvent(to.workspace, there.id), { body })
      return receipt(there.id)
    }
  } catch (error) {
    return eventOutcomeOf(editOutcomeOf(error))
  }
  try {
    const { id } = Object(await rest.post(events, { body: bodyOf(evento, key) }))
    return typeof id === "string" ? receipt(id) : { kind: "uncertain", detail: NOT_DISCORD }
  } catch (error) {
    return eventOutcomeOf(outcomeOf(error))
  }
}

async function findEvent(
  rest: DiscordRest,
  botId: string,
  { workspace }: Destination,
  key: string,
): Promise<ApiEvent | undefined> {
  const found = await rest.get(Routes.guildScheduledEvents(workspace))
  if (!Array.isArray(found)) throw new Error(NOT_DISCORD)
  return (found as readonly ApiEvent[]).find(
    ({ creator_id: by, description }) => by === botId && description?.endsWith(referenceOf(key)) === true,
  )
}

function bodyOf({ nombre, descripcion, lugar, inicio, fin }: EventoAgendado, key: string) {
  const line = (text: string, max: number) => shorten(legible(text).replaceAll(/\s+/g, " ").trim(), max)
  const reference = `\n${referenceOf(key)}`
  // Each character may become two; what is cut is cut before it is escaped.
  const said = escapeMarkdown(shorten(legible(descripcion), (eventLimits.description - reference.length) / 2))
  return {
    name: line(nombre, eventLimits.name),
    description: `${said}${reference}`,
    entity_metadata: { location: line(lugar, eventLimits.location) },
    scheduled_start_time: inicio,
    scheduled_end_time: fin,
    privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
    entity_type: GuildScheduledEventEntityType.External,
    channel_id: null,
  }
}

function receiptOf(to: Destination, key: string, messageId: string, acceptedAt: Instante) {
  return {
    ...to,
    messageId,
    acceptedAt,
    key,
    contentHash: createHash("sha256").update(messageId).digest("hex"),
  }
}
