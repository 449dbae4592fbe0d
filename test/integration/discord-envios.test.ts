import assert from "node:assert/strict"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { referenceOf } from "../../adapters/discord/identity.ts"
import type { Card } from "../../src/cards/card.ts"
import type { Receipt } from "../../src/ports/chat-adapter.ts"
import { cardOf, RecordingInbound } from "../contract/contract-inbound.ts"
import { expectSpanish } from "../contract/expect-spanish.ts"
import type { SendFault } from "../support/fake-discord/faults.ts"
import { startDiscord } from "../support/fake-discord/harness.ts"

let discord: Awaited<ReturnType<typeof startDiscord>>
beforeEach(async () => {
  discord = await startDiscord(new RecordingInbound())
})
afterEach(() => discord.close())

const KEY = "4d".repeat(32)
const send = (text = "Uno") =>
  discord.adapter.send({ to: discord.destination, card: cardOf(text), part: 0, key: KEY })
const sent = async (): Promise<Receipt> => {
  const outcome = await send()
  assert(outcome.kind === "accepted")
  return outcome.receipt
}
const edit = (receipt: Receipt, text = "Dos") => {
  const { editing } = discord.adapter
  assert(editing)
  return editing.edit({ receipt, card: cardOf(text), part: 0, key: "edicion" })
}
const requests = (method: string) =>
  discord.fake.requests.filter((route) => route.startsWith(`${method} /channels/`))

const FAULTS: readonly (readonly [SendFault, afterSend: string, afterEdit: string])[] = [
  ["rate_limited", "retry", "retry"],
  ["rate_limited_global", "retry", "retry"],
  ["rate_limited_shared", "retry", "retry"],
  ["rate_limited_bare", "retry", "retry"],
  ["server_error", "uncertain", "retry"],
  ["not_json", "uncertain", "retry"],
  ["cut_before_read", "uncertain", "retry"],
  ["cut_after_read", "uncertain", "retry"],
  ["hang", "uncertain", "retry"],
  ["revoked", "rejected", "rejected"],
  // Of a proxy, or of Cloudflare: nobody knows what it let through.
  [{ status: 403 }, "uncertain", "retry"],
  [{ status: 502 }, "uncertain", "retry"],
  [{ status: 503 }, "retry", "retry"],
  [{ status: 400, code: 20016 }, "retry", "retry"],
  [{ status: 400, code: 30046 }, "retry", "retry"],
  [{ status: 400, code: 50083 }, "rejected", "rejected"],
  [{ status: 403, code: 50001 }, "rejected", "rejected"],
  [{ status: 404, code: 10003 }, "rejected", "rejected"],
  [{ status: 400, code: 999_999 }, "rejected", "rejected"],
]

describe("Discord's answers", () => {
  it("tells in which servers the bot is", () => {
    const { adapter, destination } = discord
    expect(adapter.workspaces?.reaches(destination.workspace)).toBe(true)
    expect(adapter.workspaces?.reaches("999999999999999999")).toBe(false)
  })

  it.each(FAULTS)("to a send, after %j: %s; it is not sent again", async (fault, kind) => {
    await discord.makeNextSend(fault)
    expect((await send()).kind).toBe(kind)
    expect(requests("POST")).toHaveLength(1)
  })

  it.each(FAULTS)("to a change, after %j: not %s but %s; one request", async (fault, _send, kind) => {
    const receipt = await sent()
    await discord.makeNextEdit(fault)
    const outcome = await edit(receipt)
    expect(outcome.kind).toBe(kind)
    if (outcome.kind === "retry" || outcome.kind === "rejected") expectSpanish(outcome.reason)
    expect(requests("PATCH")).toHaveLength(1)
  })

  it.each([
    ["rate_limited", 1_000],
    ["rate_limited_global", 3_000],
    ["rate_limited_shared", 1_000],
    ["rate_limited_bare", 30_000],
  ] as const)("%s: waits as long as Discord asks", async (fault, ms) => {
    discord.fake.failNextSend(fault)
    const outcome = await send()
    assert(outcome.kind === "retry")
    expect(outcome.after).toBeGreaterThanOrEqual(ms)
    expect(outcome.after).toBeLessThan(ms + 2_000)
  })
})

describe("whom a message to Discord mentions", () => {
  it("is whom the card addresses, outside of the embed, and nobody whom somebody typed", async () => {
    const card: Card = {
      ...cardOf("@everyone <@400000000000000002> <@&400000000000000003>"),
      blocks: [
        {
          kind: "text",
          text: ["A la atención de ", { kind: "mention", user: "400000000000000009", text: "Ana" }, " @here"],
        },
        { kind: "note", text: [{ kind: "mention", user: "U0SLACK", text: "Luis" }] },
      ],
    }
    await discord.adapter.send({ to: discord.destination, card, part: 0, key: KEY })
    expect(discord.fake.bodies.at(-1)).toMatchObject({
      content: "<@400000000000000009>",
      allowed_mentions: { parse: [], users: ["400000000000000009"] },
    })
  })

  it("is nobody when the card addresses nobody", async () => {
    await sent()
    expect(discord.fake.bodies.at(-1)).toMatchObject({
      content: "",
      allowed_mentions: { parse: [], users: [] },
    })
  })
})

describe("changing a message in Discord", () => {
  it("mentions nobody, keeps the reference it is found by, and gives no nonce", async () => {
    const receipt = await sent()
    await edit(receipt, "@everyone <@1>")
    const [message] = discord.fake.messages
    expect(message).toMatchObject({
      id: receipt.messageId,
      allowed_mentions: { parse: [] },
      embeds: [{ footer: { text: referenceOf(KEY) } }],
    })
    const body = discord.fake.bodies.at(-1)
    expect(body).not.toHaveProperty("nonce")
    expect(body).not.toHaveProperty("enforce_nonce")
  })

  it("explains that another's message is not the bot's to change", async () => {
    const receipt = await sent()
    const [message] = discord.fake.messages
    assert(message)
    discord.fake.messages[0] = { ...message, author: { id: "500000000000000005", bot: false } }
    expect(await edit(receipt)).toMatchObject({
      kind: "rejected",
      platformCode: "50005",
      reason: expect.stringContaining("otra cuenta"),
    })
  })

  it("tells a deleted message from a deleted channel", async () => {
    const receipt = await sent()
    await discord.deleteMessage(receipt)
    expect(await edit(receipt)).toMatchObject({ kind: "rejected", platformCode: "10008" })
    expect(await edit({ ...receipt, channel: "300000000000000009" })).toMatchObject({
      kind: "rejected",
      platformCode: "10003",
    })
  })
})

describe("a file in Discord", () => {
  const FILE = {
    name: "SO-23.ics",
    mediaType: "text/calendar; charset=utf-8",
    content: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    label: "Agregar a su calendario",
    url: "https://ejemplo.mx/calendario/sesion/abc.ics",
  }
  const card = cardOf("Se convoca.", { file: FILE })
  const lines = async () =>
    (await discord.received()).map(({ files, buttons }) => ({ files, links: buttons.map(({ url }) => url) }))

  it("goes in the request of its message", async () => {
    expect(await discord.adapter.send({ to: discord.destination, card, part: 0, key: KEY })).toMatchObject({
      kind: "accepted",
    })
    expect(requests("POST")).toHaveLength(1)
    expect(await lines()).toEqual([{ files: [{ name: FILE.name, content: FILE.content }], links: [] }])
  })

  it("is a button where the bot may not attach it: Discord would refuse the whole message", async () => {
    discord.fake.gateway.permissions &= ~(1n << 15n)
    await discord.forms.restart()
    const outcome = await discord.adapter.send({ to: discord.destination, card, part: 0, key: KEY })
    assert(outcome.kind === "accepted")
    expect(await lines()).toEqual([{ files: [], links: [FILE.url] }])
    const { editing } = discord.adapter
    expect(await editing?.edit({ receipt: outcome.receipt, card, part: 0, key: "edicion" })).toMatchObject({
      kind: "accepted",
    })
    expect(await lines()).toEqual([{ files: [], links: [FILE.url] }])
  })
})
