import { DiscordAPIError } from "discord.js"
import { describe, expect, it } from "vitest"
import { unknownChannel } from "../../adapters/consola/outcomes.ts"
import { outcomeOf } from "../../adapters/discord/outcomes.ts"
import { rejectedFor } from "../../adapters/slack/outcomes.ts"

const discord = (code: number, status: number) =>
  outcomeOf(new DiscordAPIError({ code, message: "x" }, code, status, "POST", "https://discord.test", {}))

describe("how far a rejection reaches", () => {
  it.each([
    ["is_archived", "destination"],
    ["channel_not_found", "destination"],
    ["not_in_channel", "destination"],
    ["token_revoked", "workspace"],
    ["invalid_auth", "workspace"],
    ["missing_scope", "workspace"],
    ["msg_too_long", "message"],
    ["a_code_of_tomorrow", "message"],
  ])("by Slack's %s is the %s", (code, scope) => {
    expect(rejectedFor(code)).toMatchObject({ kind: "rejected", scope })
  })

  it.each([
    [10003, 404, "destination"],
    [50001, 403, "destination"],
    [50013, 403, "destination"],
    [99999, 403, "destination"],
    [10004, 404, "workspace"],
    [0, 401, "workspace"],
    [50035, 400, "message"],
    [200000, 400, "message"],
    [10008, 404, "message"],
  ])("by Discord's %i (%i) is the %s", (code, status, scope) => {
    expect(discord(code, status)).toMatchObject({ kind: "rejected", scope })
  })

  it("by the console's unknown channel is the channel", () => {
    expect(unknownChannel("x")).toMatchObject({ kind: "rejected", scope: "destination" })
  })
})
