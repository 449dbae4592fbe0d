import { afterEach, describe, expect, it } from "vitest"
import { cardOf, RecordingInbound, until } from "../contract/contract-inbound.ts"
import type { FakeSlack } from "../support/fake-slack/fake-slack.ts"
import { answerTo, connectionOf, type Mode, type SlackBot, slackBot } from "../support/fake-slack/harness.ts"
import { FakeSlacks } from "../support/fake-slack/several.ts"
import { CHANNEL } from "../support/fake-slack/workspace.ts"

let slacks: FakeSlacks
let bot: SlackBot
afterEach(async () => {
  await bot.stop()
  await slacks.close()
})

const TEAMS = ["T0GOBERNACION", "T0RELACIONES", "T0MIGRACION"] as const
type Three = readonly [own: FakeSlack, second: FakeSlack, third: FakeSlack]

/** The first by the settings, the others as their institutions connected them. */
async function started(mode: Mode, inbound: RecordingInbound): Promise<Three> {
  slacks = await FakeSlacks.start(TEAMS)
  const [own, second, third] = slacks.all
  if (!own || !second || !third) throw new Error("Three workspaces were asked for.")
  bot = await slackBot(mode, { slack: own, env: { SLACK_API_URL: slacks.apiUrl } })
  for (const other of [second, third]) other.deliverBy = own.deliverBy
  await bot.adapter.start(inbound)
  await bot.adapter.serving?.serve([second, third].map((one) => connectionOf(one, mode)))
  return [own, second, third]
}

const send = (workspace: string, text: string) => {
  const to = { adapter: "slack", workspace, channel: CHANNEL } as const
  return bot.adapter.send({ to, card: cardOf(text), part: 0, key: `clave-${workspace}` })
}
const postedIn = ({ workspace }: FakeSlack) => workspace.channels.get(CHANNEL)?.messages.length

describe.each<Mode>(["socket", "http"])("several workspaces of Slack, by %s", (mode) => {
  it("are each answered where they asked, and each gets its own messages", async () => {
    const inbound = new RecordingInbound()
    const three = await started(mode, inbound)
    for (const slack of three) {
      const answer = await answerTo(slack.typeCommand("/sesion proxima"))
      expect(answer).toMatchObject({ visibleTo: "asker", text: expect.stringContaining("Respuesta") })
      expect(await send(slack.team, slack.team)).toMatchObject({
        kind: "accepted",
        receipt: { workspace: slack.team },
      })
    }
    expect(inbound.commands.map(({ actor, place }) => [actor.workspace, place.workspace])).toEqual(
      TEAMS.map((team) => [team, team]),
    )
    expect(three.map(postedIn)).toEqual([1, 1, 1])
    expect(TEAMS.map((team) => bot.adapter.workspaces?.reaches(team))).toEqual([true, true, true])
  })

  it("stop nobody else when one is revoked, closed or connected again", async () => {
    const [own, second, third] = await started(mode, new RecordingInbound())
    second.api.revoked = true
    expect(await send(second.team, "espera")).toMatchObject({ kind: "retry" })
    expect(bot.adapter.workspaces?.reaches(second.team)).toBe(false)
    expect(await send(third.team, "llega")).toMatchObject({ kind: "accepted" })

    await bot.adapter.serving?.serve([third].map((one) => connectionOf(one, mode)))
    expect(bot.adapter.workspaces?.reaches(second.team)).toBe(false)
    expect(await send(second.team, "espera")).toMatchObject({ kind: "retry" })

    // Its institution connects it again, with a token that Slack does not take yet.
    await bot.adapter.serving?.serve([second, third].map((one) => connectionOf(one, mode)))
    expect(bot.adapter.connection?.lostSince(second.team)).not.toBeNull()
    expect(bot.adapter.connection?.lostSince(third.team)).toBeNull()
    const why = bot.adapter.connection?.why?.(second.team)
    expect(why).toBe(
      "Slack ya no acepta el token de ese espacio: la aplicación se retiró o su token se revocó.",
    )
    expect(await send(second.team, "espera")).toMatchObject({ kind: "retry" })

    second.api.revoked = false
    await bot.adapter.serving?.serve([second, third].map((one) => connectionOf(one, mode)))
    expect(await send(second.team, "llega")).toMatchObject({ kind: "accepted" })
    for (const slack of [own, second, third]) await answerTo(slack.typeCommand("/sesion proxima"))
    if (mode === "socket") expect(third.sockets.connections, "it was never disturbed").toBe(1)
  })
})

describe("an application that an institution connected", () => {
  it("is not opened with a token of another workspace, in which its messages would appear", async () => {
    const [, second, third] = await started("socket", new RecordingInbound())
    await bot.adapter.serving?.serve([{ ...connectionOf(third, "socket"), workspace: second.team }])
    expect(await send(second.team, "no llega a ninguno")).toMatchObject({ kind: "retry" })
    expect([second, third].map(postedIn)).toEqual([0, 0])
    expect(bot.adapter.connection?.why?.(second.team)).toContain("es de otro espacio")
  })

  it("says what Slack did not take, and names no setting: what an institution handed over is in none", async () => {
    const [, second] = await started("socket", new RecordingInbound())
    const { workspace, medio, credentials } = connectionOf(second, "socket")
    const wrong = { workspace, medio, credentials: { ...credentials, bot: "xoxb-equivocado-000000" } }
    await bot.adapter.serving?.serve([wrong])
    expect(bot.adapter.connection?.why?.(workspace)).toBe("Slack no aceptó el token del bot (invalid_auth).")
  })

  it("cannot speak of another workspace, whoever holds its secret", async () => {
    const inbound = new RecordingInbound()
    const [own, second] = await started("http", inbound)
    const stolen = new URLSearchParams({
      team_id: own.team,
      channel_id: CHANNEL,
      user_id: "U0SECRETARIA",
      command: "/sesion",
      text: "proxima",
      response_url: `${slacks.apiUrl}nadie`,
      trigger_id: "1.2.3",
    }).toString()
    expect(await second.sign(stolen, "application/x-www-form-urlencoded")).toBe(200)
    await until(() => inbound.commands.length === 1, "it arrives")
    expect(inbound.commands[0]).toMatchObject({
      actor: { workspace: `${second.team}/externo`, user: "U0SECRETARIA" },
      place: { workspace: second.team },
    })
  })

  it("is not heard with a secret that nobody gave", async () => {
    const inbound = new RecordingInbound()
    const [own, second] = await started("http", inbound)
    const body = new URLSearchParams({ team_id: second.team, command: "/sesion" }).toString()
    for (const slack of [own, second])
      expect(
        await slack.sign(body, "application/x-www-form-urlencoded", { secret: "otro-secreto-cualquiera" }),
      ).toBe(401)
    expect(inbound.commands).toEqual([])
  })
})

describe("an application that was installed for an Enterprise Grid", () => {
  it("serves each of its workspaces as itself, and nobody else's", async () => {
    const inbound = new RecordingInbound()
    const [, second, third] = await started("socket", inbound)
    second.api.grid = { id: "E0GOBIERNO", teams: [second.team, "T0OTRODELGRUPO"] }
    await bot.adapter.serving?.serve([{ ...connectionOf(second, "socket"), workspace: "E0GOBIERNO" }])
    const reached = [second.team, "T0OTRODELGRUPO", third.team].map((team) =>
      bot.adapter.workspaces?.reaches(team),
    )
    expect(reached).toEqual([true, true, false])
    await answerTo(second.typeCommand("/sesion proxima"))
    expect(inbound.commands.at(-1)).toMatchObject({
      actor: { workspace: second.team },
      place: { workspace: second.team },
    })
    expect(await send(second.team, "llega")).toMatchObject({ kind: "accepted" })
  })
})
