import { afterEach, describe, expect, it } from "vitest"
import { isConfigured, schema } from "../../adapters/slack/config.ts"
import { OperatorError } from "../../src/domain/operator-error.ts"
import { RecordingInbound, reply, until } from "../contract/contract-inbound.ts"
import { collectingLog } from "../support/collecting-log.ts"
import { CREDENTIALS } from "../support/fake-slack/fake-slack.ts"
import { answerTo, type Mode, type SlackBot, slackBot, startedBot } from "../support/fake-slack/harness.ts"

const bots: SlackBot[] = []
afterEach(async () => {
  for (const bot of bots.splice(0)) await bot.close()
})
const kept = (bot: SlackBot) => {
  bots.push(bot)
  return bot
}

describe("the connection with Slack", () => {
  it("is made again at once when Slack renews it", async () => {
    const inbound = new RecordingInbound()
    const { slack } = kept(await startedBot("socket", inbound))
    for (const connections of [2, 3]) {
      slack.sockets.renew()
      await until(() => slack.sockets.connections === connections, "it connects again")
      await answerTo(slack.typeCommand("/sesion proxima"))
    }
    expect(inbound.commands).toHaveLength(2)
  })

  it("comes back after the network failed, however often Slack refuses in between", async () => {
    const inbound = new RecordingInbound()
    const { slack } = kept(await startedBot("socket", inbound))
    for (const fault of ["cut_before_read", "server_error", { error: "internal_error" }] as const)
      slack.api.failNext("apps.connections.open", fault)
    slack.sockets.cut()
    await until(() => slack.sockets.connections === 2, "it connects again")
    await answerTo(slack.typeCommand("/sesion proxima"))
    expect(inbound.commands).toHaveLength(1)
  })

  it("does not lose an answer when it breaks before the acknowledgement", async () => {
    const inbound = new RecordingInbound()
    const { slack } = kept(await startedBot("socket", inbound))
    inbound.answerWith(async () => {
      slack.sockets.cut()
      await until(() => slack.sockets.connections === 2, "it connects again")
      return reply("Llegué por otro camino.")
    })
    const interaction = slack.typeCommand("/sesion proxima")
    await until(() => interaction.shown.length === 1, "the answer is shown")
    expect(interaction.shown[0]).toMatchObject({ by: "response_url", visibleTo: "asker" })
  })

  it("can be stopped while it is being made again", async () => {
    const { slack, adapter } = kept(await startedBot("socket", new RecordingInbound()))
    const refused = { error: "internal_error" }
    for (let i = 0; i < 50; i += 1) slack.api.failNext("apps.connections.open", refused)
    const attempts = () =>
      slack.api.requests.filter(({ method }) => method === "apps.connections.open").length
    slack.sockets.cut()
    await until(() => attempts() >= 2, "it tries again")
    await adapter.stop()
    const before = attempts()
    expect(slack.sockets.connected).toBe(false)
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(attempts()).toBe(before)
  })
})

describe("starting with Slack", () => {
  it.each<[string, Mode, object, string, RegExp]>([
    [
      "a bot token that Slack does not know",
      "http",
      { SLACK_BOT_TOKEN: "xoxb-otro-000000000000" },
      "SLACK_BOT_TOKEN",
      /Genere otro token/,
    ],
    [
      "an app token that Slack does not know",
      "socket",
      { SLACK_APP_TOKEN: "xapp-otro-00000000000" },
      "SLACK_APP_TOKEN",
      /connections:write/,
    ],
  ])("refuses %s, and says which and how to mend it", async (_, mode, env, credential, hint) => {
    const { log, text } = collectingLog()
    const bot = kept(await slackBot(mode, { env, log }))
    const problem = await bot.adapter.start(new RecordingInbound()).catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(OperatorError)
    expect(problem).toMatchObject({
      message: `Slack no aceptó ${credential} (invalid_auth).`,
      hint: expect.stringMatching(hint),
    })
    for (const secret of Object.values({ ...CREDENTIALS, ...env })) expect(text()).not.toContain(secret)
  })

  it("refuses a token that was revoked", async () => {
    const bot = kept(await slackBot("http"))
    bot.slack.api.revoked = true
    await expect(bot.adapter.start(new RecordingInbound())).rejects.toMatchObject({
      message: "Slack no aceptó SLACK_BOT_TOKEN (token_revoked).",
      hint: expect.stringContaining("El token se revocó."),
    })
  })

  it.each(["not_json", "server_error", "cut_before_read"] as const)(
    "says that Slack cannot be reached after %s",
    async (fault) => {
      const bot = kept(await slackBot("http"))
      bot.slack.api.failNext("auth.test", fault)
      await expect(bot.adapter.start(new RecordingInbound())).rejects.toMatchObject({
        message: "No fue posible conectar con Slack.",
      })
    },
  )

  it("never writes a credential, nor what people type, to the log", async () => {
    const { log, text } = collectingLog()
    const { slack, adapter } = kept(await startedBot("socket", new RecordingInbound(), { log }))
    await answerTo(slack.typeCommand("/compromiso mios secretoso"))
    slack.api.failNext("chat.postMessage", "server_error")
    const to = { adapter: "slack", workspace: "T0PLENARIA", channel: "C0SRE" } as const
    const card = { title: "Uno", tone: "aviso", blocks: [], actions: [] } as const
    await adapter.send({ to, card, part: 0, key: "k" })
    slack.sockets.cut()
    await until(() => slack.sockets.connections === 2, "it connects again")
    for (const secret of [...Object.values(CREDENTIALS), "secretoso", "/response/", "ticket="])
      expect(text()).not.toContain(secret)
  })
})

describe("the settings for Slack", () => {
  const problems = (env: Record<string, string>) => {
    const parsed = schema.safeParse(env)
    return parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)
  }
  const bot = { SLACK_BOT_TOKEN: "xoxb-1" }

  it("are complete with a token for the bot and one for the connection, or with the signing secret", () => {
    expect(problems({ ...bot, SLACK_APP_TOKEN: "xapp-1" })).toEqual([])
    expect(problems({ ...bot, SLACK_MODE: "http", SLACK_SIGNING_SECRET: "12345678" })).toEqual([])
  })

  it.each<[Record<string, string>, RegExp]>([
    [{ ...bot }, /SLACK_APP_TOKEN: falta/],
    [{ ...bot, SLACK_APP_TOKEN: "  " }, /SLACK_APP_TOKEN: falta/],
    [{ ...bot, SLACK_MODE: "http" }, /SLACK_SIGNING_SECRET: falta/],
    [{ SLACK_APP_TOKEN: "xapp-1" }, /SLACK_BOT_TOKEN: falta/],
    [{ SLACK_BOT_TOKEN: "xapp-1", SLACK_APP_TOKEN: "xapp-1" }, /SLACK_BOT_TOKEN: debe comenzar con xoxb-/],
    [{ ...bot, SLACK_APP_TOKEN: "xoxb-1" }, /SLACK_APP_TOKEN: debe comenzar con xapp-/],
    [{ ...bot, SLACK_MODE: "correo" }, /SLACK_MODE: debe ser socket o http/],
    [{ ...bot, SLACK_APP_TOKEN: "xapp-1", SLACK_API_URL: "slack" }, /SLACK_API_URL: debe ser una dirección/],
  ])("say what is missing or wrong in %j, without repeating the value", (env, expected) => {
    expect(problems(env).join("\n")).toMatch(expected)
  })

  it("count as written when any credential is there", () => {
    expect(isConfigured({})).toBe(false)
    expect(isConfigured({ SLACK_BOT_TOKEN: " ", SLACK_MODE: "http" })).toBe(false)
    expect(isConfigured({ SLACK_SIGNING_SECRET: "x" })).toBe(true)
  })
})
