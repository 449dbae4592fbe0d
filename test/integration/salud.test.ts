import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { MovableClock } from "../../src/clock.ts"
import { sumarMs } from "../../src/domain/tiempo/tiempo.ts"
import { startTestBot } from "../support/bot.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { eventually } from "../support/eventually.ts"
import { FakeSlack } from "../support/fake-slack/fake-slack.ts"
import { slackEnv } from "../support/fake-slack/harness.ts"

let database: TestDatabase
let slack: FakeSlack
beforeEach(async () => {
  database = await createTestDatabase()
  slack = await FakeSlack.start()
})
afterEach(async () => {
  await slack.close()
  await database.close()
})

async function salud(url: string) {
  const response = await fetch(`${url}/salud`)
  const body = (await response.json()) as { estado: string; plataformas: readonly Record<string, unknown>[] }
  return { status: response.status, ...body }
}

describe("GET /salud", () => {
  it("tells the truth of a Slack that is gone, and calls somebody once it has been for minutes", async () => {
    const clock = new MovableClock()
    const bot = await startTestBot(database, slackEnv(slack, "socket"), { clock })
    try {
      expect(await salud(bot.url)).toMatchObject({
        status: 200,
        estado: "en servicio",
        plataformas: [
          { plataforma: "slack", estado: "en_servicio", sin_conexion_desde: null, por_enviar: 0 },
        ],
      })
      await slack.close()
      await eventually(
        () => salud(bot.url),
        ({ plataformas }) => plataformas[0]?.estado === "sin_conexion",
      )
      expect((await salud(bot.url)).status, "Slack may be back in a moment").toBe(200)
      clock.moveTo(sumarMs(clock.now(), 4 * 60_000))
      expect(await salud(bot.url)).toMatchObject({ status: 503, estado: "con fallas" })
    } finally {
      await bot.stop()
    }
  })
})
