import { describe, expect, it } from "vitest"
import { slackManifest } from "../../adapters/slack/manifest.ts"
import { describeCommands } from "../../src/commands/describe.ts"

const socket = Object(slackManifest(describeCommands(), { mode: "socket" }))
const http = Object(slackManifest(describeCommands(), { mode: "http", url: "https://bot.example.gob.mx/" }))

/** What people write to it, what becomes of its access, and how its channels change. */
const EVENTS = [
  "app_home_opened",
  "message.im",
  "app_mention",
  "app_uninstalled",
  "tokens_revoked",
  "channel_archive",
  "channel_unarchive",
  "channel_deleted",
  "channel_left",
  "channel_unshared",
  "group_archive",
  "group_unarchive",
  "group_deleted",
  "group_left",
  "channel_rename",
  "group_rename",
  "channel_shared",
  "member_joined_channel",
]

describe("Slack's manifest", () => {
  it("offers each command with its subcommands, inside Slack's limits", () => {
    const commands: readonly Record<string, string>[] = socket.features.slash_commands
    expect(commands.map(({ command }) => command).sort()).toEqual([
      "/acuerdo",
      "/compromiso",
      "/directorio",
      "/plenaria",
      "/sesion",
    ])
    for (const { command = "", description = "", usage_hint = "" } of commands) {
      expect(command).toMatch(/^\/[a-z]{1,31}$/)
      expect(description).toMatch(/\S/)
      expect(description.length).toBeLessThanOrEqual(2_000)
      expect(usage_hint.length).toBeLessThanOrEqual(1_000)
    }
    expect(commands.find(({ command }) => command === "/sesion")?.usage_hint).toContain("proxima")
    expect(socket.display_information.name.length).toBeLessThanOrEqual(35)
    expect(socket.display_information.description.length).toBeLessThanOrEqual(140)
    expect(socket.display_information.background_color).toMatch(/^#[0-9a-f]{6}$/)
  })

  it("asks only for what the bot does: commands, posting, pinning, and reading back where it posts", () => {
    expect(socket.oauth_config.scopes).toEqual({
      bot: [
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
      ],
    })
  })

  it("offers on a message what a message becomes, inside Slack's limits", () => {
    expect(socket.features.shortcuts).toMatchObject([
      { name: "Proponer como punto", type: "message", callback_id: "sesion.proponer" },
      { name: "Registrar como acuerdo", type: "message", callback_id: "acuerdo.registrar" },
    ])
    for (const { name, description } of socket.features.shortcuts) {
      expect(name.length).toBeLessThanOrEqual(24)
      expect(description.length).toBeLessThanOrEqual(150)
    }
  })

  it("lets people write to the bot, without which Slack refuses also what it answers there", () => {
    expect(socket.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    })
    expect(socket.settings.event_subscriptions).toEqual({
      bot_events: EVENTS,
    })
    expect(http.settings.event_subscriptions).toEqual({
      bot_events: EVENTS,
      request_url: "https://bot.example.gob.mx/slack/events",
    })
  })

  it("needs no address in Socket Mode, and gives the bot's own by HTTP", () => {
    expect(socket.settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } })
    expect(JSON.stringify(socket)).not.toContain("url")
    expect(http.oauth_config).toMatchObject({
      redirect_urls: ["https://bot.example.gob.mx/slack/autorizado"],
    })
    expect(http.settings).toMatchObject({
      socket_mode_enabled: false,
      interactivity: { request_url: "https://bot.example.gob.mx/slack/events" },
    })
    for (const { url } of http.features.slash_commands)
      expect(url).toBe("https://bot.example.gob.mx/slack/events")
  })
})
