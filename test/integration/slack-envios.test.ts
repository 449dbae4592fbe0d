import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { outcomeOf, rejectedFor } from "../../adapters/slack/outcomes.ts"
import type { Destination } from "../../src/ports/chat-adapter.ts"
import { cardOf, RecordingInbound } from "../contract/contract-inbound.ts"
import { PATIENCE, type SlackBot, startedBot } from "../support/fake-slack/harness.ts"
import type { Fault } from "../support/fake-slack/web-api.ts"
import { CHANNEL, TEAM } from "../support/fake-slack/workspace.ts"

let bot: SlackBot
beforeEach(async () => {
  bot = await startedBot("socket", new RecordingInbound(), {
    patience: { ...PATIENCE, sendTimeoutMs: 300 },
  })
})
afterEach(() => bot.close())

const to: Destination = { adapter: "slack", workspace: TEAM, channel: CHANNEL }
const KEY = "clave-1"
const send = (text = "Uno", where = to, key = KEY) =>
  bot.adapter.send({ to: where, card: cardOf(text), part: 0, key })
const posts = () => bot.slack.api.requests.filter(({ method }) => method === "chat.postMessage")
const sinceNow = () => new Date(Date.now() - 60_000).toISOString()

describe("sending to Slack", () => {
  it("posts literal text: no links made of it, no previews, and the key in the metadata", async () => {
    await send("<!channel> https://example.org")
    expect(posts()).toHaveLength(1)
    expect(posts()[0]?.args).toMatchObject({
      mrkdwn: "false",
      parse: "none",
      link_names: "false",
      unfurl_links: "false",
      unfurl_media: "false",
      metadata: { event_type: "plenaria_entrega", event_payload: { key: KEY } },
    })
    expect(posts()[0]?.args.text).toContain("&lt;!channel&gt;")
  })

  it.each<[Fault | { error: string }, string]>([
    ["rate_limited", "retry"],
    ["rate_limited_bare", "retry"],
    ["server_error", "uncertain"],
    ["not_json", "uncertain"],
    ["cut_before_read", "uncertain"],
    ["cut_after_read", "uncertain"],
    ["silence", "uncertain"],
    [{ error: "internal_error" }, "uncertain"],
    [{ error: "ratelimited" }, "retry"],
    [{ error: "restricted_action" }, "rejected"],
    [{ error: "a_code_of_tomorrow" }, "rejected"],
  ])("after %j the outcome is %s, and it is not sent again", async (fault, kind) => {
    bot.slack.api.failNext("chat.postMessage", fault)
    expect((await send()).kind).toBe(kind)
    expect(posts()).toHaveLength(1)
  })

  it("waits as long as Slack asks", async () => {
    bot.slack.api.failNext("chat.postMessage", "rate_limited")
    expect(await send()).toMatchObject({ kind: "retry", after: 7_000 })
  })

  it("tries again when nothing can have left", async () => {
    await bot.slack.close()
    // The first may still go into the connection that was open.
    await send()
    expect(await send()).toMatchObject({ kind: "retry", after: 5_000 })
  })

  it("does not try a channel of another workspace", async () => {
    const elsewhere = { ...to, workspace: "T0OTRO" }
    expect(await send("Uno", elsewhere)).toMatchObject({
      kind: "rejected",
      platformCode: "other_workspace",
      reason: expect.stringContaining("T0OTRO"),
    })
    expect(await bot.adapter.checkDestination(elsewhere)).toMatchObject({ kind: "unusable" })
    expect(posts()).toEqual([])
  })

  it("posts every part of a hostile text of 10,000 characters", async () => {
    const card = cardOf("<!channel> *a* `b` <@U1> &amp; ".repeat(340))
    const { parts } = bot.adapter.render(card)
    for (const part of parts.keys())
      expect(await bot.adapter.send({ to, card, part, key: `${KEY}:${part}` })).toMatchObject({
        kind: "accepted",
      })
  })
})

describe("finding an earlier message in Slack", () => {
  it("reads page after page until it finds the key", async () => {
    await send("La que se busca", to, "buscada")
    for (let i = 0; i < 250; i += 1)
      bot.slack.workspace.channels.get(CHANNEL)?.messages.push({
        ts: bot.slack.workspace.nextTs(),
        user: "U0OTRO",
        text: `${i}`,
        blocks: [],
        metadata: undefined,
        options: {},
      })
    expect(await bot.adapter.lookup?.find(to, "buscada", sinceNow())).toMatchObject({ kind: "found" })
    expect(bot.slack.api.requests.filter(({ method }) => method === "conversations.history")).toHaveLength(2)
  })

  it("does not take another application's metadata for its own", async () => {
    bot.slack.workspace.channels.get(CHANNEL)?.messages.push({
      ts: bot.slack.workspace.nextTs(),
      user: "U0OTRO",
      text: "otra",
      blocks: [],
      metadata: { event_type: "otra_cosa", event_payload: { key: KEY } },
      options: {},
    })
    expect(await bot.adapter.lookup?.find(to, KEY, sinceNow())).toEqual({ kind: "absent" })
  })

  it.each(["server_error", "rate_limited", { error: "missing_scope" }] as const)(
    "after %j it does not know, and never says that the message is absent",
    async (fault) => {
      bot.slack.api.failNext("conversations.history", fault)
      expect(await bot.adapter.lookup?.find(to, KEY, sinceNow())).toMatchObject({ kind: "unknown" })
    },
  )
})

describe("checking a channel in Slack", () => {
  it("tells an archived channel from one that the bot is not in, and from one that does not exist", async () => {
    const check = (channel: string) => bot.adapter.checkDestination({ ...to, channel })
    expect(await check("C0ARCHIVO")).toMatchObject({ platformCode: "is_archived" })
    expect(await check("C0AJENO")).toMatchObject({ platformCode: "not_in_channel" })
    expect(await check("C0NADA")).toMatchObject({ platformCode: "channel_not_found" })
  })

  it("says that it could not be checked when Slack does not answer", async () => {
    bot.slack.api.failNext("conversations.info", "server_error")
    expect(await bot.adapter.checkDestination(to)).toMatchObject({
      kind: "unusable",
      reason: expect.stringContaining("Vuelva a intentarlo"),
    })
  })
})

/** docs.slack.dev, chat.postMessage and the errors common to all methods. */
const PUBLISHED = `access_denied accesslimited account_inactive app_access_restricted as_user_not_supported
  attachment_payload_limit_exceeded cannot_reply_to_message channel_not_found deprecated_endpoint draft_already_deleted
  draft_already_sent draft_has_conflict draft_not_found duplicate_channel_not_found duplicate_message_not_found
  ekm_access_denied enterprise_is_restricted invalid_arg_name invalid_arguments invalid_array_arg invalid_auth
  invalid_blocks invalid_blocks_format invalid_charset invalid_form_data invalid_metadata_format
  invalid_metadata_schema invalid_post_type is_archived markdown_text_conflict messages_tab_disabled
  metadata_must_be_sent_from_app metadata_too_large method_deprecated missing_file_data missing_post_type missing_scope
  msg_blocks_too_long no_permission no_text not_allowed_token_type not_authed not_in_channel restricted_action
  restricted_action_non_threadable_channel restricted_action_read_only_channel restricted_action_thread_locked
  restricted_action_thread_only_channel send_on_behalf_not_allowed slack_connect_canvas_sharing_blocked
  slack_connect_file_link_sharing_blocked slack_connect_lists_sharing_blocked team_access_not_granted team_not_found
  token_expired token_revoked too_many_attachments too_many_contact_cards two_factor_setup_required`.split(
  /\s+/,
)

describe("what Slack's errors mean", () => {
  it.each(PUBLISHED)("says in Spanish what to do about %s", (code) => {
    const { reason } = rejectedFor(code)
    expect(reason).not.toContain(code)
    expect(reason).toMatch(/^[A-ZÁÉÍÓÚ].*[.)]$/)
  })

  it("shows a code that is not published yet", () => {
    expect(rejectedFor("a_code_of_tomorrow").reason).toContain("a_code_of_tomorrow")
  })

  it("takes an error that is not Slack's for an unknown outcome", () => {
    expect(outcomeOf(new TypeError("x"))).toMatchObject({ kind: "uncertain" })
  })
})
