import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { discordConfig } from "../support/fake-discord/harness.ts"
import { FakeDiscord } from "../support/fake-discord/server.ts"
import { CREDENTIALS, FakeSlack } from "../support/fake-slack/fake-slack.ts"
import type { TestServer } from "../support/postgres.ts"
import { PlenariaProcess } from "../support/process.ts"
import { cloneDatabase } from "./database.ts"

const RESTARTS = 5
const IDLE_MS = 10_000

/** Milliseconds from the start of the process to its first answer. */
async function start(env: Readonly<Record<string, string>>) {
  const began = performance.now()
  const bot = new PlenariaProcess("src/main.ts", [], { PORT: "0", LOG_LEVEL: "warn", ...env })
  const [, url] = await bot.says(/(http:\/\/[^\s)]+)/)
  const answer = await fetch(`${url}/salud`)
  if (!answer.ok) throw new Error(`/salud: ${answer.status}`)
  return { bot, ms: performance.now() - began }
}

async function idleMemory(env: Readonly<Record<string, string>>): Promise<number> {
  const { bot } = await start(env)
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS))
  const megabytes = residentMegabytes(bot.pid)
  await bot.stop()
  return megabytes
}

/** Linux only; elsewhere it is not a number. */
function residentMegabytes(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}

export async function benchProcesses(server: TestServer): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "plenaria-bench-"))
  try {
    const env = { DATA_DIR: folder }
    await (await start(env)).bot.stop()
    const times: number[] = []
    for (let i = 0; i < RESTARTS; i += 1) {
      const { bot, ms } = await start(env)
      times.push(ms)
      await bot.stop()
    }
    const [median = Number.NaN] = times.sort((a, b) => a - b).slice(Math.floor(RESTARTS / 2))
    console.log(
      `\nRestart with embedded data to the first answer, median of ${RESTARTS}: ${(median / 1000).toFixed(2)} s. Target ≤ 2.50 s.`,
    )
    console.log(`Idle memory, embedded: ${(await idleMemory(env)).toFixed(0)} MB. Target ≤ 450.`)
    const served = { DATA_DIR: folder, DATABASE_URL: await cloneDatabase(server, "procesos") }
    const slack = await FakeSlack.start()
    const discord = await FakeDiscord.start()
    const platforms = {
      SLACK_BOT_TOKEN: CREDENTIALS.botToken,
      SLACK_SIGNING_SECRET: CREDENTIALS.signingSecret,
      SLACK_MODE: "http",
      SLACK_API_URL: slack.apiUrl,
      ...discordConfig(discord),
    }
    const both = await idleMemory({ ...served, ...platforms })
    console.log(`Idle memory, PostgreSQL with Slack and Discord: ${both.toFixed(0)} MB. Target ≤ 220.`)
    await slack.close()
    await discord.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
