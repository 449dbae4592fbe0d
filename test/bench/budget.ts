import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { openDatabase } from "../../src/db/open.ts"
import { cuerpoColegiado } from "../support/cuerpo-colegiado.ts"
import type { TestServer } from "../support/postgres.ts"
import { silentLog } from "../support/silent-log.ts"
import { cloneDatabase, onDatabase } from "./database.ts"

const PER_SECOND = 50
const COUNT = 1_200
/** Enough that those whose process died keep nobody else waiting until their lease is over. */
const CHANNELS = 1_200
const PROCESSES = 4
const SPARE = 9
const KILL_EVERY_MS = 1_000
/** The first messages of a process are slow. */
const WARM_MS = 3_000

/** Notes when each message arrives; knows those that did. */
async function platform() {
  const arrived: { readonly key: string; readonly at: number }[] = []
  /** Of look-ups too: the platform counts them. */
  const requests: number[] = []
  const server = createServer((request, response) => {
    const at = performance.now()
    let body = ""
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString()
    })
    request.on("end", () => {
      const { key } = JSON.parse(body) as { readonly key: string }
      requests.push(at)
      if (request.url === "/send") arrived.push({ key, at })
      response.end(JSON.stringify({ there: arrived.some((one) => one.key === key) }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { server, url, arrived, requests }
}

async function ready(env: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ["--import", "tsx", "test/bench/budget-worker.ts"], {
    env: { PATH: process.env.PATH ?? "", ...env },
    stdio: ["pipe", "pipe", "inherit"],
  })
  await once(worker.stdout ?? worker, "data")
  return worker
}

/** Most that arrived in any second. */
function fullestSecond(times: readonly number[]): number {
  let from = 0
  return times.reduce((most, at, i) => {
    while (at - (times[from] ?? at) >= 1000) from += 1
    return Math.max(most, i - from + 1)
  }, 0)
}

async function fill(server: TestServer): Promise<string> {
  const url = await cloneDatabase(server, "cola_presupuesto")
  const database = await openDatabase({ databaseUrl: url, dataDir: "" }, silentLog)
  await database.importacion.apply(cuerpoColegiado({ instituciones: ["SRE"] }), "2024-01-01T00:00:00.000Z")
  await database.close()
  await onDatabase(
    url,
    `INSERT INTO "delivery" ("id", "key", "purpose", "organo_id", "canal_id", "adapter", "workspace", "channel", "card", "not_before", "why", "created_at")
     SELECT gen_random_uuid(), 'k' || "n", 'aviso', "c"."organo_id", "c"."id", 'slack', 'T1', 'c' || "n" % ${CHANNELS},
       '{"title":"Aviso","tone":"aviso","blocks":[],"actions":[]}', '2024-01-01', 'prueba', '2024-01-01'
     FROM generate_series(1, ${COUNT}) AS "n", (SELECT * FROM "canal" LIMIT 1) AS "c"`,
    `ANALYZE "delivery"`,
  )
  return url
}

export async function benchBudget(server: TestServer): Promise<void> {
  const url = await fill(server)
  const { server: http, url: address, arrived, requests } = await platform()
  const env = { DATABASE_URL: url, PLATFORM: address, PER_SECOND: String(PER_SECOND) }
  // Those that take the places of the killed are ready before, so that what a start costs is not measured.
  const begun = await Promise.all(Array.from({ length: PROCESSES }, () => ready(env)))
  const spare = await Promise.all(Array.from({ length: SPARE }, () => ready(env)))
  for (const worker of begun) worker.stdin?.write("ya\n")
  let killed = 0
  while (requests.length < PER_SECOND) await new Promise((resolve) => setTimeout(resolve, 50))
  await new Promise((resolve) => setTimeout(resolve, WARM_MS))
  const before = requests.length
  const first = performance.now()
  const kill = setInterval(() => {
    const next = spare.shift()
    if (next === undefined) return
    begun.shift()?.kill("SIGKILL")
    killed += 1
    next.stdin?.write("ya\n")
    begun.push(next)
  }, KILL_EVERY_MS)
  const left = async () =>
    Number(
      (await onDatabase(url, `SELECT count(*) AS "n" FROM "delivery" WHERE "state" <> 'accepted'`))[0]?.n,
    )
  // What is used is measured while processes die; what they leave behind is looked for afterwards.
  while (spare.length > 0) await new Promise((resolve) => setTimeout(resolve, 50))
  const sent = requests.length - before
  const seconds = (performance.now() - first) / 1000
  clearInterval(kill)
  while ((await left()) > 0) await new Promise((resolve) => setTimeout(resolve, 500))
  for (const worker of [...begun, ...spare]) worker.kill("SIGKILL")
  http.closeAllConnections()
  http.close()
  const distinct = new Set(arrived.map(({ key }) => key)).size
  console.log(
    `\n${PROCESSES} processes, ${killed} killed in ${seconds.toFixed(0)} s, a budget of ${PER_SECOND}/s for all: ${((100 * sent) / (seconds * PER_SECOND)).toFixed(1)} % used, ${fullestSecond(requests)} in the fullest second, ${COUNT - distinct} lost, ${arrived.length - distinct} doubled. Targets ≥ 95 %, ≤ ${PER_SECOND}, none, none.`,
  )
}
