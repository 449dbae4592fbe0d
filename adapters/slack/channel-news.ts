import type { App } from "@slack/bolt"
import type { WebClient } from "@slack/web-api"
import type { CambioDeCanal } from "../../src/domain/tipos/canal.ts"
import type { Logger } from "../../src/ports/logger.ts"

/** What a workspace tells of one of its channels. `cambio`: who else can read it from now on. */
type Changed = (team: string, channel: string, cambio: CambioDeCanal | null) => void

/** docs.slack.dev: each names the channel by its id alone. */
const BY_ID = [
  "channel_archive",
  "channel_unarchive",
  "channel_deleted",
  "channel_left",
  "channel_unshared",
  "group_archive",
  "group_unarchive",
  "group_deleted",
  "group_left",
] as const

/** The events that the application subscribes to for it: what the manifest asks for. */
export const CHANNEL_EVENTS = [
  ...BY_ID,
  "channel_rename",
  "group_rename",
  "channel_shared",
  "member_joined_channel",
] as const

/**
 * Tells of channels that changed. That one was made public Slack tells nobody: those are found when they are looked at, once
 * a day. Of a person who joins it is asked whether they are a guest, or of another organisation.
 */
export function watchChannels(
  app: App,
  { client, log }: { client: WebClient; log: Logger },
  changed: Changed,
) {
  for (const name of BY_ID)
    app.event(name, async ({ event, body }) => changed(body.team_id, event.channel, null))
  for (const name of ["channel_rename", "group_rename"] as const)
    app.event(name, async ({ event, body }) => changed(body.team_id, event.channel.id, null))
  app.event("channel_shared", async ({ event, body }) => changed(body.team_id, event.channel, "externo"))
  app.event("member_joined_channel", async ({ event, body }) => {
    const cambio = await whoJoined(client, log, event.user)
    if (cambio !== null) changed(body.team_id, event.channel, cambio)
  })
}

async function whoJoined(client: WebClient, log: Logger, user: string): Promise<CambioDeCanal | null> {
  try {
    const { user: found = {} } = await client.users.info({ user })
    if (found.is_stranger) return "externo"
    return found.is_restricted || found.is_ultra_restricted ? "invitados" : null
  } catch (error) {
    log.warn(
      { adapter: "slack", error },
      "Slack did not tell whether somebody who joined a channel is a guest.",
    )
    return null
  }
}
