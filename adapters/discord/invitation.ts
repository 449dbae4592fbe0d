import { OAuth2Scopes, PermissionFlagsBits, PermissionsBitField } from "discord.js"
import type { DiscordConfig } from "./config.ts"

/** What the bot does in a channel, and nothing more: publish, attach, look for what it sent, keep the summary in sight; and the sessions in the guild's calendar. */
const PERMISSIONS = new PermissionsBitField([
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.EmbedLinks,
  PermissionFlagsBits.AttachFiles,
  PermissionFlagsBits.ReadMessageHistory,
  PermissionFlagsBits.PinMessages,
  // Enough to change and call off those that it made.
  PermissionFlagsBits.CreateEvents,
])

/** Where whoever administers a server adds the bot to it (discord.com/developers/docs: bot authorization flow). */
export function invitationOf({ DISCORD_APP_ID }: DiscordConfig): string {
  const address = new URL("https://discord.com/oauth2/authorize")
  address.search = new URLSearchParams({
    client_id: DISCORD_APP_ID ?? "",
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(" "),
    permissions: PERMISSIONS.bitfield.toString(),
  }).toString()
  return address.href
}
