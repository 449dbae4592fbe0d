import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { describeCommands } from "../../src/commands/describe.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabase } from "../support/demo-database.ts"
import { readMessage } from "../support/fake-slack/block-kit.ts"
import { answerTo, botOnSlack, type Mode } from "../support/fake-slack/harness.ts"
import { TEAM, USER } from "../support/fake-slack/workspace.ts"
import { TestClock } from "../support/reloj.ts"
import { Sql } from "../support/sql.ts"

const SECRETARIA = "U0SECRETARIA"
const ASKERS = [USER, SECRETARIA, "U0SINVINCULAR"]
let database: TestDatabase
/** A Tuesday with the demonstration's relative dates around it. */
const clock = new TestClock("2024-06-11", "10:00")

beforeAll(async () => {
  database = await createDemoDatabase(clock.now())
  await link(USER, "enlace-sre")
  await link(SECRETARIA, "secretaria-tecnica")
})
afterAll(() => database.close())

async function link(user: string, clave: string): Promise<void> {
  const sql = await Sql.connect(database.url)
  await sql.rows(
    `INSERT INTO cuenta_chat (id, adapter, workspace, "user", persona_id, vinculada_en)
     SELECT gen_random_uuid(), 'slack', $1, $2, id, now() FROM persona WHERE clave = $3`,
    [TEAM, user, clave],
  )
  await sql.close()
}

/** What to type after a subcommand that needs something. */
const WITH: Readonly<Record<string, string>> = {
  "/sesion publicar": "SO-21",
  "/acuerdo ver": "so 21 3",
  "/compromiso ver": "CI/SO-21/02/2024/SRE",
}
const COMMANDS = describeCommands().flatMap(({ name, subcommands }) =>
  subcommands.map((subcommand) => {
    const typed = `/${name} ${subcommand.name}`
    return `${typed} ${WITH[typed] ?? ""}`.trim()
  }),
)

describe.each<Mode>(["socket", "http"])("Slack (%s) with everything behind it", (mode) => {
  let bot: Awaited<ReturnType<typeof botOnSlack>>
  beforeAll(async () => {
    bot = await botOnSlack(mode, database, { clock })
  })
  afterAll(() => bot.close())
  const ask = (text: string, user = USER) => answerTo(bot.slack.typeCommand(text, { user }))

  // What tells them apart is how the question arrives: in one of them everybody asks everything, in the other one each.
  const askersOf = (command: string) =>
    mode === "socket" ? ASKERS : ASKERS.filter((_, i) => i === COMMANDS.indexOf(command) % ASKERS.length)

  it.each(COMMANDS)("answers %s to whoever asks, in private", async (command) => {
    for (const user of askersOf(command)) {
      const answer = await ask(command, user)
      expect(answer.visibleTo).toBe("asker")
      expect(answer.text, "no failure hides behind a reference").not.toContain("REF-")
    }
  })

  it("knows who asks by the account that was linked, and by nothing else", async () => {
    expect((await ask("/compromiso mios")).text).toContain("CI/SO-21/02/2024/SRE")
    expect((await ask("/compromiso mios", "U0SINVINCULAR")).text).not.toContain("CI/SO-21")
  })

  it("answers the buttons of its answers", async () => {
    const proxima = bot.slack.typeCommand("/sesion proxima")
    await answerTo(proxima)
    const { buttons } = readMessage(proxima.shown[0]?.payload)
    expect(buttons.length).toBeGreaterThan(0)
    for (const { id } of buttons) {
      const answer = await answerTo(bot.slack.pressButton(id))
      expect(answer.visibleTo).toBe("asker")
      expect(answer.text).not.toContain("REF-")
    }
  })

  it("answers an event once, however often Slack delivers it", async () => {
    const first = bot.slack.typeCommand("/plenaria ayuda")
    await answerTo(first)
    await ask("/plenaria quien-soy")
    const once = first.shown.length
    bot.slack.repeat(first)
    await ask("/plenaria quien-soy")
    expect(first.shown).toHaveLength(once)
    expect(first.failures).toEqual([])
  })

  it.each([
    ["an unknown word", "/sesion xyzzy"],
    ["nothing", "/sesion"],
    ["markup and mentions", "/sesion <!channel> *a* `b` <@U1>"],
    ["10,000 characters", `/acuerdo ver ${"ñ<@U1>&*".repeat(1_250)}`],
  ])("answers %s with something that Slack takes and that mentions nobody", async (_, typed) => {
    const interaction = bot.slack.typeCommand(typed)
    const answer = await answerTo(interaction)
    expect(answer.visibleTo).toBe("asker")
    for (const { payload } of interaction.shown) expect(readMessage(payload).live).toEqual([])
  })
})
