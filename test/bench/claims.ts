import pg from "pg"
import { type Database, openDatabase } from "../../src/db/open.ts"
import type { ClaimedDelivery } from "../../src/ports/repositories/deliveries.ts"
import { cuerpoColegiado } from "../support/cuerpo-colegiado.ts"
import type { TestServer } from "../support/postgres.ts"
import { silentLog } from "../support/silent-log.ts"
import { cloneDatabase, onDatabase } from "./database.ts"

const NOW = "2024-03-08T16:00:00.000Z"
const TAKEN = 100
const FEW = 100
const MANY = 75_000
const FINISHED = 300_000
const ROUNDS = 7
const CARD =
  '{"title":"Aviso","tone":"aviso","blocks":[{"kind":"text","text":[{"kind":"text","text":"Remitir sus actividades calendarizadas"}]}],"actions":[]}'

/** Destinations with so many messages each. One channel's record serves for all. */
const fill = (destinations: number, each = 2) => [
  `INSERT INTO "delivery" ("id", "key", "purpose", "organo_id", "canal_id", "adapter", "workspace", "channel", "card", "not_before", "why", "created_at")
   SELECT gen_random_uuid(), 'k' || "n", 'aviso', "c"."organo_id", "c"."id", 'slack', 'T1', 'c' || "n" % ${destinations}, '${CARD}', '2024-01-01', 'prueba', '2024-01-01'
   FROM generate_series(1, ${each * destinations}) AS "n", (SELECT * FROM "canal" LIMIT 1) AS "c"`,
]

/** What a year leaves behind. */
const FINISHED_BEFORE = [
  `INSERT INTO "delivery" ("id", "key", "purpose", "organo_id", "canal_id", "adapter", "workspace", "channel", "card", "not_before", "why", "created_at", "state", "receipts", "finished_at", "attempts")
   SELECT gen_random_uuid(), 'f' || "n", 'aviso', "c"."organo_id", "c"."id", 'slack', 'T1', 'c' || "n" % ${FEW}, '${CARD}', '2024-01-01', 'prueba', '2024-01-01', 'accepted', '[{}]', '2024-01-01', 1
   FROM generate_series(1, ${FINISHED}) AS "n", (SELECT * FROM "canal" LIMIT 1) AS "c"`,
]

interface Queue {
  readonly database: Database
  readonly url: string
}

async function prepare(server: TestServer, name: string, sql: readonly string[]): Promise<Queue> {
  const url = await cloneDatabase(server, name)
  const database = await openDatabase({ databaseUrl: url, dataDir: "" }, silentLog)
  await database.importacion.apply(cuerpoColegiado({ instituciones: ["SRE"] }), "2024-01-01T00:00:00.000Z")
  await onDatabase(url, ...sql, "VACUUM ANALYZE")
  // What is new is looked at once, by a claim that takes nothing; after that claims cost what they take.
  await claim(database, ["ninguna"])
  await onDatabase(url, "VACUUM ANALYZE")
  return { database, url }
}

const claim = ({ unitOfWork }: Database, adapters: readonly string[] = ["slack"]) =>
  unitOfWork.read.deliveries.claim({ now: NOW, leaseMs: 60_000, limit: TAKEN, adapters })

const release = ({ unitOfWork }: Database, claimed: readonly ClaimedDelivery[]) =>
  Promise.all(
    claimed.map(({ id, lease }) => unitOfWork.read.deliveries.finish(id, lease, "cancelled", "prueba", NOW)),
  )

/** Milliseconds of a claim. What it took ends afterwards, so that each claim finds what the one before left. */
async function timed({ database }: Queue): Promise<number> {
  const started = performance.now()
  const claimed = await claim(database)
  const ms = performance.now() - started
  if (claimed.length !== TAKEN) throw new Error(`${claimed.length} claimed of ${TAKEN}`)
  await release(database, claimed)
  return ms
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Rounds alternate, so that whatever else the machine does weighs on both alike. */
async function compare(base: Queue, other: Queue): Promise<readonly [number, number, number]> {
  const pairs: (readonly [number, number])[] = []
  for (let round = -2; round < ROUNDS; round += 1) {
    const pair = [await timed(base), await timed(other)] as const
    if (round >= 0) pairs.push(pair)
  }
  return [
    median(pairs.map(([a]) => a)),
    median(pairs.map(([, b]) => b)),
    median(pairs.map(([a, b]) => b / a)),
  ]
}

/** A transaction that stands still keeps every dead row of what happens meanwhile. */
async function pinned(url: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ")
  await client.query("SELECT count(*) FROM delivery_wake")
  return async () => {
    await client.query("ROLLBACK")
    await client.end()
  }
}

export async function benchClaims(server: TestServer): Promise<void> {
  const few = await prepare(server, "cola_pocos", fill(FEW, 100))
  const many = await prepare(server, "cola_muchos", fill(MANY))
  const [a, b, ratio] = await compare(few, many)
  console.log(
    `\nA claim of ${TAKEN}, ${ROUNDS} alternating rounds, medians: ${a.toFixed(1)} ms with ${FEW} destinations, ${b.toFixed(1)} ms with ${MANY}; ratio ${ratio.toFixed(2)}. Target ≤ 2.`,
  )
  const old = await prepare(server, "cola_vieja", [...FINISHED_BEFORE, ...fill(FEW, 100)])
  const fresh = await prepare(server, "cola_nueva", fill(FEW, 100))
  const [c, d, over] = await compare(fresh, old)
  console.log(
    `With ${FINISHED} that are over: ${d.toFixed(1)} ms against ${c.toFixed(1)} ms; ratio ${over.toFixed(2)}.`,
  )
  const free = await pinned(many.url)
  for (let i = 0; i < 100; i += 1) await timed(many)
  const held: number[] = []
  for (let i = 0; i < ROUNDS; i += 1) held.push(await timed(many))
  await free()
  console.log(
    `After ${100 * TAKEN} more under a transaction that stands still: ${median(held).toFixed(1)} ms; ratio ${(median(held) / b).toFixed(2)}. Target ≤ 3.`,
  )
  for (const { database } of [few, many, old, fresh]) await database.close()
}
