import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { openDatabase } from "../../src/db/open.ts"
import type { CanalDoc, DocumentoImportacion } from "../../src/domain/importacion/documento.ts"
import { cuerpoColegiado } from "../support/cuerpo-colegiado.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { eventually } from "../support/eventually.ts"
import type { SendFault } from "../support/fake-discord/faults.ts"
import { discordConfig } from "../support/fake-discord/harness.ts"
import { readPart } from "../support/fake-discord/read.ts"
import { FakeDiscord, GUILD } from "../support/fake-discord/server.ts"
import { readMessage } from "../support/fake-slack/block-kit.ts"
import { CREDENTIALS, FakeSlack } from "../support/fake-slack/fake-slack.ts"
import { TEAM } from "../support/fake-slack/workspace.ts"
import { silentLog } from "../support/silent-log.ts"
import { Sql } from "../support/sql.ts"

const DELIVERIES = 1_000
/** On each platform. */
const CHANNELS = 50

let database: TestDatabase
let sql: Sql
let slack: FakeSlack
let discord: FakeDiscord
const workers = new Set<ChildProcess>()

beforeEach(async () => {
  database = await createTestDatabase()
  sql = await Sql.connect(database.url)
  slack = await FakeSlack.start()
  discord = await FakeDiscord.start()
})
afterEach(async () => {
  for (const worker of workers) await kill(worker)
  await slack.close()
  await discord.close()
  await sql.close()
  await database.close()
})

/** A body with a hundred channels, half of them on each platform. */
function documento(): DocumentoImportacion {
  const siglas = Array.from({ length: 2 * CHANNELS }, (_, i) => `I${i}`)
  const base = cuerpoColegiado({ instituciones: siglas })
  const canales = base.canales.map((canal, i): CanalDoc => {
    if (i % 2 === 0) {
      slack.workspace.add({ id: `C0${i}`, name: canal.clave })
      return { ...canal, adapter: "slack", workspace: TEAM, canal: `C0${i}` }
    }
    const id = `3000000000000${String(1_000 + i)}`
    discord.addChannel(id)
    return { ...canal, adapter: "discord", workspace: GUILD, canal: id }
  })
  return { ...base, canales }
}

type Environment = Readonly<Record<string, string>>

async function start(env: Environment): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ["--import", "tsx", "test/support/obrero.ts"], {
    env: {
      PATH: process.env.PATH ?? "",
      ENTREGAS: String(DELIVERIES),
      SLACK_BOT_TOKEN: CREDENTIALS.botToken,
      SLACK_SIGNING_SECRET: CREDENTIALS.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      ...discordConfig(discord),
      ...env,
    },
    stdio: ["ignore", "pipe", "inherit"],
  })
  workers.add(worker)
  await says(worker, "lista")
  return worker
}

function says(worker: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      if (chunk.toString().includes(word)) resolve()
    }
    worker.stdout?.on("data", hear)
    worker.once("exit", () => reject(new Error(`a worker ended before it said ${word}`)))
  })
}

async function kill(worker: ChildProcess): Promise<void> {
  if (!workers.delete(worker)) return
  const ended = once(worker, "exit")
  worker.kill("SIGKILL")
  await ended
}

/** The number in each message that people see, in both platforms. */
function arrived(): readonly number[] {
  const onSlack = [...slack.workspace.channels.values()].flatMap(({ messages }) => messages.map(readMessage))
  const onDiscord = discord.messages.map((message) => readPart(message))
  return [...onSlack, ...onDiscord].map(({ text }) => Number(/Aviso (\d+)\./.exec(text)?.[1]))
}

const states = async () =>
  Object.fromEntries(
    (await sql.rows('SELECT "state"::text, count(*)::int AS n FROM "delivery" GROUP BY 1')).map(
      ({ state, n }) => [String(state), Number(n)],
    ),
  )

/** The same run of luck every time. */
function luck(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const FAULTS: readonly SendFault[] = ["server_error", "cut_before_read", "cut_after_read", "hang"]

/** What the next send on each platform meets, until it is told to stop. */
function trouble(random: () => number): () => void {
  const timer = setInterval(() => {
    const fault = FAULTS[Math.floor(random() * FAULTS.length)] ?? "server_error"
    if (random() < 0.5) discord.failNextSend(random() < 0.2 ? "rate_limited" : fault)
    else if (fault !== "rate_limited") slack.api.failNext("chat.postMessage", fault as "server_error")
  }, 400)
  return () => clearInterval(timer)
}

/** Kills workers at random moments and starts others, until all that was to arrive has been accepted. */
async function surviving(workersAtOnce: number, kills: number, env: Environment): Promise<void> {
  const random = luck(20_240_216)
  const calm = trouble(random)
  let team = await Promise.all(Array.from({ length: workersAtOnce }, () => start(env)))
  for (let i = 0; i < kills; i += 1) {
    const more = Math.min(arrived().length + 10 + Math.floor(random() * 80), DELIVERIES)
    await eventually(
      () => arrived().length,
      (n) => n >= more,
      60_000,
    )
    const victim = team[Math.floor(random() * team.length)]
    if (victim === undefined) throw new Error("there is always one")
    await kill(victim)
    team = [...team.filter((worker) => worker !== victim), await start(env)]
  }
  calm()
  await Promise.race(team.map((worker) => says(worker, "completas")))
}

describe("a thousand deliveries by workers that die at any moment", () => {
  it("arrive once each, all of them, with two workers on PostgreSQL", async () => {
    await database.importacion.apply(documento(), new Date().toISOString())
    await surviving(2, 6, { DATABASE_URL: database.url })
    expect(await states()).toEqual({ accepted: DELIVERIES })
    expect([...arrived()].sort((a, b) => a - b)).toEqual(Array.from({ length: DELIVERIES }, (_, i) => i))
  }, 180_000)

  it("arrive once each, all of them, with one worker on the embedded database", async () => {
    const folder = mkdtempSync(join(tmpdir(), "plenaria-muerte-"))
    try {
      const embedded = await openDatabase({ databaseUrl: null, dataDir: folder }, silentLog)
      await embedded.importacion.apply(documento(), new Date().toISOString())
      await embedded.close()
      await surviving(1, 4, { DATA_DIR: folder })
      expect([...arrived()].sort((a, b) => a - b)).toEqual(Array.from({ length: DELIVERIES }, (_, i) => i))
    } finally {
      for (const worker of workers) await kill(worker)
      rmSync(folder, { recursive: true, force: true })
    }
  }, 180_000)
})
