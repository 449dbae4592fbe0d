import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabaseOfToday } from "../support/demo-database.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))
let database: TestDatabase
let npm: ChildProcess
let said = ""

beforeEach(async () => {
  database = await createDemoDatabaseOfToday()
  said = ""
  const { PATH = "", HOME = "" } = process.env
  npm = spawn("npm", ["start"], {
    cwd: root,
    env: { PATH, HOME, DATABASE_URL: database.url, PORT: "0", LOG_LEVEL: "warn", npm_config_logs_max: "0" },
    stdio: ["ignore", "pipe", "inherit"],
    // A group of its own, as a terminal gives to what is typed in it.
    detached: true,
  })
  npm.stdout?.on("data", (chunk) => {
    said += chunk
  })
})
afterEach(async () => {
  try {
    process.kill(-Number(npm.pid), "SIGKILL")
  } catch {
    // All of it has ended.
  }
  await database.close()
})

async function address(): Promise<string> {
  while (npm.exitCode === null) {
    const [, url] = /Consola web: (http:\S+)/.exec(said) ?? []
    if (url) return new URL(url).origin
    await Promise.race([once(npm.stdout ?? npm, "data"), once(npm, "exit")])
  }
  throw new Error(`npm ended with ${npm.exitCode}: ${said}`)
}

/** npm has ended, how, and what still answers then. */
async function ended(url: string) {
  const [status, signal] = await once(npm, "exit")
  const answers = await fetch(`${url}/salud`).then(
    () => true,
    () => false,
  )
  return { status, signal, answers }
}

const farewells = () => said.match(/Plenaria se detiene/g) ?? []

describe("npm start", () => {
  it("stops the bot cleanly when npm gets SIGTERM, and leaves nothing behind", async () => {
    const url = await address()
    npm.kill("SIGTERM")
    expect(await ended(url)).toEqual({ status: 0, signal: null, answers: false })
    expect(farewells()).toHaveLength(1)
  })

  it("stops the bot cleanly by Ctrl-C, which the terminal sends to npm and to the bot", async () => {
    const url = await address()
    process.kill(-Number(npm.pid), "SIGINT")
    expect(await ended(url)).toEqual({ status: 0, signal: null, answers: false })
    expect(farewells()).toHaveLength(1)
  })
})
