import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { RunningBot } from "../../src/composition.ts"
import { carpetaDeDatos } from "../../src/demo/demostracion.ts"
import { startTestBot } from "../support/bot.ts"
import { addressPrinted, entered } from "../support/consola.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
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

const opened = (bot: RunningBot) =>
  entered(addressPrinted(bot.platforms.map(({ status }) => status).join("\n")))
const stateOf = async (bot: RunningBot) => {
  const { url, headers } = opened(bot)
  return (await (await fetch(`${url}/api/estado`, { headers })).json()) as { reloj: object }
}
const post = (bot: RunningBot, avance: string) =>
  fetch(`${bot.url}/api/reloj`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: bot.url, ...opened(bot).headers },
    body: JSON.stringify({ avance }),
  })

describe("the demonstration and reality", () => {
  it("never meet: what a demonstration filled is refused to a real platform, with how to begin clean", async () => {
    const bot = await startTestBot(database, {})
    await bot.stop()
    const refused = startTestBot(database, slackEnv(slack, "http"))
    await expect(refused).rejects.toMatchObject({
      message: expect.stringContaining("datos de demostración"),
      hint: expect.stringContaining("DATABASE_URL"),
    })
    expect(slack.api.requests, "nothing was asked of the platform").toEqual([])
  })

  it("do not share a clock: beside a real platform the console cannot move it", async () => {
    const bot = await startTestBot(database, { ...slackEnv(slack, "http"), CONSOLA: "si" })
    try {
      const state = await stateOf(bot)
      expect(state.reloj).toMatchObject({ movido: false, movible: false })
      const answer = await post(bot, "dia")
      expect(answer.status).toBe(409)
      expect(await answer.json()).toMatchObject({
        error: expect.stringContaining("cuando la consola está sola"),
      })
      const after = await stateOf(bot)
      expect(after.reloj).toMatchObject({ movido: false })
    } finally {
      await bot.stop()
    }
  })

  it("alone, the console moves its clock", async () => {
    const bot = await startTestBot(database, {})
    try {
      expect((await post(bot, "hora")).status).toBe(200)
      const state = await stateOf(bot)
      expect(state.reloj).toMatchObject({ movido: true, movible: true })
    } finally {
      await bot.stop()
    }
  })

  it("have a folder each: what was imported is opened, and only without it the demonstration's own", () => {
    const there = mkdtempSync(join(tmpdir(), "plenaria-carpeta-"))
    try {
      expect(carpetaDeDatos(there, true)).toBe(there)
      expect(carpetaDeDatos(join(there, "data"), true)).toBe(join(there, "data-demostracion"))
      expect(carpetaDeDatos(join(there, "data"), false)).toBe(join(there, "data"))
    } finally {
      rmSync(there, { recursive: true, force: true })
    }
  })
})
