import { mkdtempSync, rmSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { App, ExpressReceiver, LogLevel } from "@slack/bolt"
import express from "express"
import { cargarDemo } from "../../src/app/importacion/cargar-demo.ts"
import { systemClock } from "../../src/clock.ts"
import { startBot } from "../../src/composition.ts"
import { createLogger } from "../../src/config/log.ts"
import { openDatabase } from "../../src/db/open.ts"
import { CREDENTIALS, FakeSlack } from "../support/fake-slack/fake-slack.ts"
import { slackEnv } from "../support/fake-slack/harness.ts"
import type { TestServer } from "../support/postgres.ts"
import { cloneDatabase } from "./database.ts"
import { type Measured, measure } from "./load.ts"

/** Rounds alternate, so that whatever else the machine does weighs on both alike; the ratios are what counts. */
const ROUNDS = 5
const PER_ROUND = 1_000
const CONCURRENCY = 16
const PATH = "/slack/events"
const ANSWER = "Vigésima Segunda Sesión Ordinaria"

interface Target {
  readonly port: number
  close(): Promise<void>
}

async function serve(app: express.Express): Promise<Target> {
  const server: Server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** What Bolt costs by itself: a handler that answers a constant. */
async function bareBolt(): Promise<Target> {
  const receiver = new ExpressReceiver({ signingSecret: CREDENTIALS.signingSecret, endpoints: PATH })
  const app = new App({
    receiver,
    logLevel: LogLevel.ERROR,
    authorize: async () => ({ botToken: CREDENTIALS.botToken, botId: "B0", botUserId: "U0" }),
  })
  app.command("/sesion", async ({ ack }) => ack({ response_type: "ephemeral", text: ANSWER }))
  const http = express()
  http.use(receiver.app)
  return serve(http)
}

/** Plenaria as it runs, with the demonstration's data. */
async function plenaria(
  config: { readonly databaseUrl: string | null; readonly dataDir: string },
  slack: FakeSlack,
): Promise<Target> {
  const log = createLogger("silent")
  const database = await openDatabase(config, log)
  await cargarDemo({ importacion: database.importacion, clock: systemClock })
  await database.close()
  const data =
    config.databaseUrl === null ? { DATA_DIR: config.dataDir } : { DATABASE_URL: config.databaseUrl }
  const bot = await startBot(
    { ...data, PORT: "0", LIMITES_FACTOR: "1000000", ...slackEnv(slack, "http") },
    { log },
  )
  return { port: Number(new URL(bot.url).port), close: bot.stop }
}

const run = (target: Target, count: number) =>
  measure(
    { port: target.port, path: PATH, signingSecret: CREDENTIALS.signingSecret },
    { count, concurrency: CONCURRENCY, text: "proxima", check: (answer) => answer.includes(ANSWER) },
  )

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

async function compare(name: string, target: Target, bare: Target): Promise<string> {
  await run(bare, 200)
  await run(target, 200)
  const pairs: { readonly own: Measured; readonly base: Measured }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const base = await run(bare, PER_ROUND)
    pairs.push({ base, own: await run(target, PER_ROUND) })
  }
  const of = (value: (pair: { own: Measured; base: Measured }) => number) => median(pairs.map(value))
  const columns = [
    name.padEnd(22),
    of(({ base }) => base.perSecond)
      .toFixed(0)
      .padStart(8),
    of(({ own }) => own.perSecond)
      .toFixed(0)
      .padStart(8),
    of(({ own, base }) => own.perSecond / base.perSecond)
      .toFixed(2)
      .padStart(8),
    of(({ base }) => base.p99)
      .toFixed(1)
      .padStart(9),
    of(({ own }) => own.p99)
      .toFixed(1)
      .padStart(9),
    of(({ own, base }) => own.p99 / base.p99)
      .toFixed(2)
      .padStart(8),
  ]
  return columns.join(" ")
}

/** The target `/sesion proxima` is measured by. */
export async function benchAnswers(server: TestServer): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "plenaria-bench-"))
  const slack = await FakeSlack.start()
  try {
    const bare = await bareBolt()
    console.log(
      `/sesion proxima by Bolt's signed HTTP, ${ROUNDS} alternating rounds of ${PER_ROUND}, ${CONCURRENCY} connections.`,
    )
    console.log("Medians. Targets on PostgreSQL: throughput ≥ 0.60 of bare Bolt, p99 ≤ 2.50 of it.")
    console.log("                         bare/s    own/s    ratio  bare p99   own p99    ratio")
    for (const [name, config] of [
      ["PostgreSQL", { databaseUrl: await cloneDatabase(server, "respuestas"), dataDir: "" }],
      ["embedded", { databaseUrl: null, dataDir: folder }],
    ] as const) {
      const own = await plenaria(config, slack)
      console.log(await compare(name, own, bare))
      await own.close()
    }
    await bare.close()
  } finally {
    await slack.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
