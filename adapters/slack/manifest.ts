import { shorten } from "../../src/domain/texto/cut.ts"
import { type CommandDescription, ofMessages } from "../../src/ports/command-description.ts"
import { CHANNEL_EVENTS } from "./channel-news.ts"
import { AUTHORISED } from "./limits.ts"

/** How Slack reaches the bot. */
export type ManifestMode = { readonly mode: "socket" } | { readonly mode: "http"; readonly url: string }

const EVENTS_PATH = "/slack/events"
/** Published limits of a manifest (docs.slack.dev: app manifest reference). */
const MAX = { command: 32, description: 2_000, usageHint: 1_000, shortcut: 150 }

/**
 * What the bot asks for. commands: órdenes. chat:write: avisos. pins:write: fijar el resumen. channels/groups: comprobar un
 * canal, saber que cambió y no repetir un envío dudoso. im:history y app_mentions:read: contestar en privado a quien le
 * escribe un mensaje directo o lo menciona. users:read:
 * saber si quien entra a un canal es una persona invitada o de otra organización.
 */
export const SCOPES = [
  "commands",
  "chat:write",
  "pins:write",
  "channels:read",
  "groups:read",
  "channels:history",
  "groups:history",
  "im:history",
  "app_mentions:read",
  "users:read",
] as const

/** The application's manifest: the same commands as everywhere, and no permission that is not used. */
export function slackManifest(commands: readonly CommandDescription[], how: ManifestMode): object {
  const url = how.mode === "http" ? `${how.url.replace(/\/$/, "")}${EVENTS_PATH}` : undefined
  return {
    display_information: {
      name: "Plenaria",
      description: "Sesiones, acuerdos y compromisos de su órgano colegiado",
      background_color: "#6b1532",
    },
    features: {
      // Without its Messages tab nobody can write to the bot, and what it answers there is refused. Its Home tab is each
      // person's own page.
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      // In the menu of a message that somebody wrote.
      shortcuts: ofMessages(commands).map(({ menu, name, subcommand, summary }) => ({
        name: menu,
        type: "message",
        callback_id: `${name}.${subcommand}`,
        description: shorten(summary, MAX.shortcut),
      })),
      bot_user: { display_name: "Plenaria", always_online: false },
      slash_commands: commands.map((command) => ({
        command: `/${command.name}`.slice(0, MAX.command),
        description: shorten(command.summary, MAX.description),
        usage_hint: shorten(command.subcommands.map(({ name }) => name).join(" | "), MAX.usageHint),
        should_escape: false,
        ...(url ? { url } : {}),
      })),
    },
    oauth_config: {
      ...(how.mode === "http" ? { redirect_urls: [`${how.url.replace(/\/$/, "")}${AUTHORISED.path}`] } : {}),
      scopes: {
        bot: [...SCOPES],
      },
    },
    settings: {
      event_subscriptions: {
        bot_events: [
          "app_home_opened",
          "message.im",
          "app_mention",
          "app_uninstalled",
          "tokens_revoked",
          ...CHANNEL_EVENTS,
        ],
        ...(url ? { request_url: url } : {}),
      },
      interactivity: { is_enabled: true, ...(url ? { request_url: url } : {}) },
      socket_mode_enabled: how.mode === "socket",
      org_deploy_enabled: false,
      token_rotation_enabled: false,
    },
  }
}
