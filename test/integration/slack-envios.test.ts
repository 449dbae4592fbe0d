import assert from "node:assert/strict"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { Destination, Receipt } from "../../src/ports/chat-adapter.ts"
import { cardOf, RecordingInbound } from "../contract/contract-inbound.ts"
import { IMPATIENT, type SlackBot, startedBot } from "../support/fake-slack/harness.ts"
import type { Fault } from "../support/fake-slack/web-api.ts"
import { CHANNEL, TEAM } from "../support/fake-slack/workspace.ts"

let bot: SlackBot
beforeEach(async () => {
  bot = await startedBot("socket", new RecordingInbound())
})
afterEach(() => bot.close())

/** Before what never answers, the bot is one that soon gives up. */
async function becomeImpatient(): Promise<void> {
  await bot.stop()
  bot = await startedBot("socket", new RecordingInbound(), { slack: bot.slack, patience: IMPATIENT })
}

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
    if (fault === "silence") await becomeImpatient()
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

  it("tells which workspace it reaches", () => {
    expect(bot.adapter.workspaces?.reaches(TEAM)).toBe(true)
    expect(bot.adapter.workspaces?.reaches("T0OTRO")).toBe(false)
  })

  it("does not try a channel of another workspace: it waits until somebody opens that one", async () => {
    const elsewhere = { ...to, workspace: "T0OTRO" }
    expect(await send("Uno", elsewhere)).toMatchObject({
      kind: "retry",
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

describe("changing a message in Slack", () => {
  const sent = async (): Promise<Receipt> => {
    const outcome = await send()
    assert(outcome.kind === "accepted")
    return outcome.receipt
  }
  const edit = async (receipt: Receipt, text = "Dos") =>
    bot.adapter.editing?.edit({ receipt, card: cardOf(text), part: 0, key: "edicion" })
  const updates = () => bot.slack.api.requests.filter(({ method }) => method === "chat.update")

  it("says the text literally, and leaves the metadata as they were", async () => {
    await edit(await sent(), "<!channel> https://example.org")
    expect(updates()).toHaveLength(1)
    const args = updates()[0]?.args
    expect(args).toMatchObject({ channel: CHANNEL, parse: "none", link_names: "false" })
    expect(args).not.toHaveProperty("metadata")
    expect(args?.text).toContain("&lt;!channel&gt;")
  })

  it.each<[Fault | { error: string }, string]>([
    ["rate_limited", "retry"],
    ["rate_limited_bare", "retry"],
    ["server_error", "retry"],
    ["not_json", "retry"],
    ["cut_before_read", "retry"],
    ["cut_after_read", "retry"],
    ["silence", "retry"],
    ["hang", "retry"],
    [{ error: "update_failed" }, "retry"],
    [{ error: "external_channel_migrating" }, "retry"],
    [{ error: "edit_window_closed" }, "rejected"],
    [{ error: "block_mismatch" }, "rejected"],
    [{ error: "a_code_of_tomorrow" }, "rejected"],
  ])("after %j the outcome is %s, and one request was made", async (fault, kind) => {
    const receipt = await sent()
    if (fault === "hang" || fault === "silence") await becomeImpatient()
    bot.slack.api.failNext("chat.update", fault)
    expect((await edit(receipt))?.kind).toBe(kind)
    expect(updates()).toHaveLength(1)
  })

  it("explains what cannot be changed, each by its reason", async () => {
    const receipt = await sent()
    const channel = bot.slack.workspace.channels.get(CHANNEL)
    const foreign = { ts: bot.slack.workspace.nextTs(), user: "U0OTRO", text: "ajeno", blocks: [] }
    channel?.messages.push({ ...foreign, metadata: undefined, options: {} })
    expect(await edit({ ...receipt, messageId: foreign.ts })).toMatchObject({
      platformCode: "cant_update_message",
      reason: expect.stringContaining("otra cuenta"),
    })
    bot.slack.api.editWindowClosed = true
    expect(await edit(receipt)).toMatchObject({
      platformCode: "edit_window_closed",
      reason: expect.stringContaining("antigüedad"),
    })
    expect(await edit({ ...receipt, workspace: "T0OTRO" })).toMatchObject({ kind: "retry" })
    expect(await edit({ ...receipt, channel: "C0ARCHIVO" })).toMatchObject({ platformCode: "is_inactive" })
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
