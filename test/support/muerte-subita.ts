import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { openDatabase } from "../../src/db/open.ts"
import type { CanalDoc, DocumentoImportacion } from "../../src/domain/importacion/documento.ts"
import { compiledPath } from "./compilado.ts"
import { cuerpoColegiado } from "./cuerpo-colegiado.ts"
import { createDataFolder } from "./data-folder.ts"
import { createTestDatabase, type TestDatabase } from "./database.ts"
import { eventually } from "./eventually.ts"
import type { SendFault } from "./fake-discord/faults.ts"
import { discordConfig } from "./fake-discord/harness.ts"
import { readPart } from "./fake-discord/read.ts"
import { FakeDiscord, GUILD } from "./fake-discord/server.ts"
import { readMessage } from "./fake-slack/block-kit.ts"
import { CREDENTIALS, FakeSlack } from "./fake-slack/fake-slack.ts"
import { TEAM } from "./fake-slack/workspace.ts"
import { silentLog } from "./silent-log.ts"
import { Sql } from "./sql.ts"

interface Siege {
  readonly deliveries: number
  /** On each platform. */
  readonly channels: number
  /** How often a worker is killed: on PostgreSQL, where two work at once, and on the embedded database, which takes one. */
  /**
   * After this a claim belongs to a worker that died. A machine so busy that a living one stands still for longer would
   * have its messages sent twice.
   */
  readonly leaseMs: number
  readonly kills: { readonly served: number; readonly embedded: number }
}

/** Only for what hangs: however many other things the machine does, the deliveries arrive before. */
const PATIENCE_MS = 900_000

type Environment = Readonly<Record<string, string>>

const FAULTS: readonly SendFault[] = ["server_error", "cut_before_read", "cut_after_read", "hang"]

/** Deliveries by workers that are killed at random moments, while the platforms fail at random too. */
export function describeSuddenDeath({ deliveries, channels, leaseMs, kills }: Siege): void {
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

  /** A body whose channels are half of them on each platform. */
  function documento(): DocumentoImportacion {
    const siglas = Array.from({ length: 2 * channels }, (_, i) => `I${i}`)
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

  async function start(env: Environment): Promise<ChildProcess> {
    const worker = spawn(process.execPath, [await compiledPath("obrero.mjs")], {
      env: {
        PATH: process.env.PATH ?? "",
        ENTREGAS: String(deliveries),
        LEASE_MS: String(leaseMs),
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

  async function kill(worker: ChildProcess): Promise<void> {
    if (!workers.delete(worker)) return
    const ended = once(worker, "exit")
    worker.kill("SIGKILL")
    await ended
  }

  const slackMessages = () => [...slack.workspace.channels.values()].flatMap(({ messages }) => messages)
  const posted = () => slackMessages().length + discord.messages.length

  /** The number in each message that people see, in both platforms. */
  function arrived(): readonly number[] {
    const onSlack = slackMessages().map((message) => readMessage(message))
    const onDiscord = discord.messages.map((message) => readPart(message))
    return [...onSlack, ...onDiscord].map(({ text }) => Number(/Aviso (\d+)\./.exec(text)?.[1]))
  }

  const states = async () =>
    Object.fromEntries(
      (await sql.rows('SELECT "state"::text, count(*)::int AS n FROM "delivery" GROUP BY 1')).map(
        ({ state, n }) => [String(state), Number(n)],
      ),
    )

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
  async function surviving(workersAtOnce: number, deaths: number, env: Environment): Promise<void> {
    const random = luck(20_240_216)
    const calm = trouble(random)
    let team = await Promise.all(Array.from({ length: workersAtOnce }, () => start(env)))
    for (let i = 0; i < deaths; i += 1) {
      const more = Math.min(posted() + 10 + Math.floor(random() * 0.08 * deliveries), deliveries)
      await eventually(posted, (n) => n >= more, PATIENCE_MS)
      const victim = team[Math.floor(random() * team.length)]
      if (victim === undefined) throw new Error("there is always one")
      await kill(victim)
      team = [...team.filter((worker) => worker !== victim), await start(env)]
    }
    calm()
    await Promise.race(team.map((worker) => says(worker, "completas")))
  }

  describe(`${deliveries} deliveries by workers that die at any moment`, () => {
    it(
      "arrive once each, all of them, with two workers on PostgreSQL",
      async () => {
        await database.importacion.apply(documento(), new Date().toISOString())
        await surviving(2, kills.served, { DATABASE_URL: database.url })
        expect(await states()).toEqual({ accepted: deliveries })
        expect([...arrived()].sort((a, b) => a - b)).toEqual(Array.from({ length: deliveries }, (_, i) => i))
      },
      PATIENCE_MS,
    )

    it(
      "arrive once each, all of them, with one worker on the embedded database",
      async () => {
        const folder = await createDataFolder("tables")
        try {
          const embedded = await openDatabase({ databaseUrl: null, dataDir: folder.path }, silentLog)
          await embedded.importacion.apply(documento(), new Date().toISOString())
          await embedded.close()
          await surviving(1, kills.embedded, { DATA_DIR: folder.path })
          expect([...arrived()].sort((a, b) => a - b)).toEqual(
            Array.from({ length: deliveries }, (_, i) => i),
          )
        } finally {
          for (const worker of workers) await kill(worker)
          folder.remove()
        }
      },
      PATIENCE_MS,
    )
  })
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

/** The same run of luck every time. */
function luck(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
