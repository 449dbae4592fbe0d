import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { RecordingInbound, reply, until } from "../contract/contract-inbound.ts"
import { answerTo, HURRIED, type SlackBot, slackBot, startedBot } from "../support/fake-slack/harness.ts"
import { FORM } from "../support/fake-slack/signed-client.ts"
import { CHANNEL } from "../support/fake-slack/workspace.ts"

let bot: SlackBot
let inbound: RecordingInbound
beforeEach(async () => {
  inbound = new RecordingInbound()
  bot = await startedBot("http", inbound, { patience: HURRIED })
})
afterEach(() => bot.close())

/** Later than Slack waits for: what it shows comes by another way than the acknowledgement. */
const slow = async (text: string) => {
  await bot.slack.acknowledged()
  return reply(text)
}

describe("requests that do not come from Slack", () => {
  it.each([
    ["signed with another secret", { secret: "otro-secreto" }],
    ["not signed", { unsigned: true }],
    ["signed six minutes ago", { age: 360 }],
    ["signed for six minutes from now", { age: -360 }],
  ])("refuses one %s, and the core never hears of it", async (_, signature) => {
    expect(await bot.slack.forge("/sesion", signature)).toBe(401)
    expect(inbound.commands).toEqual([])
  })

  it("takes one that is signed well, by a clock that is some minutes off too", async () => {
    for (const age of [0, 240, -240]) expect(await bot.slack.forge("/sesion", { age })).toBe(200)
    expect(inbound.commands).toHaveLength(3)
  })

  const interactive = (payload: unknown) =>
    new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
  const user = { id: "U0ENLACESRE" }
  const view = { id: "V1", callback_id: "a.b", private_metadata: "", title: { text: "T" }, blocks: [] }
  it.each([
    ["nothing", ""],
    ["null", "null", "application/json"],
    ["a list", "[1]", "application/json"],
    ["half of its JSON", '{"type":"event_cal', "application/json"],
    ["an event that is none", '{"event":null}', "application/json"],
    ["an event without a type", '{"event":{}}', "application/json"],
    ["a field that is none of Slack's", "a=b"],
    ["a payload that is not JSON", "payload=%7B"],
    ["a payload that is null", interactive(null)],
    ["a payload without a type", interactive({ user })],
    ["two payloads", `${interactive({})}&${interactive({})}`],
    ["a command of nobody", "command=%2Fsesion&text=proxima"],
    ["a button that is none", interactive({ type: "block_actions", user, actions: [] })],
    ["a button that nobody pressed", interactive({ type: "block_actions", actions: [{ action_id: "a.b" }] })],
    ["a form without a view", interactive({ type: "view_submission", user })],
    ["a form without its fields", interactive({ type: "view_submission", user, view })],
    [
      "a form with a field that is none",
      interactive({ type: "view_submission", user, view: { ...view, state: { values: { a: null } } } }),
    ],
  ])("refuses %s as malformed, and the core never hears of it", async (_, body, contentType = FORM) => {
    expect(await bot.slack.sign(body, contentType)).toBe(400)
    expect(await bot.slack.sign(body, contentType, { secret: "otro-secreto" })).toBe(401)
    expect([inbound.commands, inbound.actions, inbound.submissions]).toEqual([[], [], []])
  })

  it("leaves other paths of the server to others", async () => {
    if (bot.slack.deliverBy === "socket") throw new Error("by HTTP")
    const response = await fetch(bot.slack.deliverBy.url.replace("/slack/events", "/salud"))
    expect(response.status).toBe(404)
    expect(response.headers.get("x-powered-by")).toBeNull()
  })
})

describe("answers in Slack", () => {
  it("go in the acknowledgement when they are ready, and by the response_url when they are not", async () => {
    const quick = bot.slack.typeCommand("/sesion proxima")
    await answerTo(quick)
    expect(quick.shown.map(({ by }) => by)).toEqual(["acknowledgement"])
    inbound.answerWith(() => slow("Con calma."))
    const late = bot.slack.typeCommand("/sesion proxima")
    await answerTo(late)
    expect(late.shown.map(({ by }) => by)).toEqual(["response_url"])
  })

  it("are never shown to everybody when they cannot be shown in private", async () => {
    inbound.answerWith(() => slow("Solo para usted."))
    const interaction = bot.slack.typeCommand("/compromiso mios")
    interaction.uses = 0
    await until(() => inbound.commands.length === 1, "the command arrives")
    await bot.adapter.stop()
    expect(interaction.shown).toEqual([])
    expect(bot.slack.workspace.channels.get(CHANNEL)?.messages).toEqual([])
  })

  it("never replace a message that belongs to the whole channel", async () => {
    inbound.answerWith(async () => reply("Publicado.", { replaces: true }))
    const interaction = bot.slack.pressButton("sesion.publicar:SO-21", { ephemeral: false })
    expect(await answerTo(interaction)).toMatchObject({ visibleTo: "asker", replaced: false })
  })

  it("are not given for a button that only opens a page", async () => {
    bot.slack.pressButton("pagina", { url: "https://www.gob.mx" })
    await answerTo(bot.slack.typeCommand("/sesion proxima"))
    expect(inbound.actions).toEqual([])
  })

  it("show nothing for an event that was answered before", async () => {
    inbound.answerWith(async () => ({ kind: "duplicate" }))
    expect(await bot.slack.forge("/sesion", {})).toBe(200)
  })

  it("keep text of 10,000 characters as it was typed", async () => {
    const text = "<!channel> *ñ* “comillas” & ".repeat(370)
    await answerTo(bot.slack.typeCommand(`/sesion ${text}`))
    expect(inbound.commands[0]?.rawOptions).toEqual({ kind: "text", text })
  })
})

describe("before it started and after it stopped", () => {
  it("asks people to come back in a minute", async () => {
    const asleep = await slackBot("http")
    try {
      expect((await answerTo(asleep.slack.typeCommand("/sesion proxima"))).text).toContain("en un minuto")
      expect((await answerTo(asleep.slack.pressButton("sesion.agenda"))).text).toContain("en un minuto")
    } finally {
      await asleep.close()
    }
    await bot.adapter.stop()
    expect((await answerTo(bot.slack.typeCommand("/sesion proxima"))).text).toContain("en un minuto")
    expect(inbound.commands).toEqual([])
  })

  it("does not wait for ever for an answer that never comes", async () => {
    const stuck = await startedBot("http", inbound, {
      patience: { answerWithinMs: 50, sendTimeoutMs: 1_000, drainMs: 100 },
    })
    inbound.answerWith(() => new Promise(() => undefined))
    stuck.slack.typeCommand("/sesion proxima")
    await until(() => inbound.commands.length === 1, "the command arrives")
    await stuck.close()
  })
})
