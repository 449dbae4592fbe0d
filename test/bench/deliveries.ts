import { type Database, openDatabase } from "../../src/db/open.ts"
import { dispatchAll, type TickDeps } from "../../src/jobs/tick.ts"
import type { ChatAdapter } from "../../src/ports/chat-adapter.ts"
import { cuerpoColegiado } from "../support/cuerpo-colegiado.ts"
import { FakeChat } from "../support/fake-chat.ts"
import type { TestServer } from "../support/postgres.ts"
import { TestClock } from "../support/reloj.ts"
import { silentLog } from "../support/silent-log.ts"
import { cloneDatabase, onDatabase } from "./database.ts"

const CHANNELS = 100
const FAST = 10_000
const PACED = 2_000

/** Answers 429 to what comes to a channel before its second is over, as Slack does. */
function paced(
  chat: FakeChat,
  perSecond: number,
): { readonly refused: () => number; readonly adapter: ChatAdapter } {
  const last = new Map<string, number>()
  let refused = 0
  const send: ChatAdapter["send"] = async (request) => {
    const now = performance.now()
    const free = (last.get(request.to.channel) ?? Number.NEGATIVE_INFINITY) + 1000 / perSecond
    // A timer may fire up to a millisecond early; the platform's own clock is no finer.
    if (now < free - 2) {
      refused += 1
      return { kind: "retry", after: free - now, reason: "rate_limited" }
    }
    last.set(request.to.channel, now)
    return chat.send(request)
  }
  return {
    refused: () => refused,
    adapter: new Proxy(chat, { get: (target, name) => (name === "send" ? send : Reflect.get(target, name)) }),
  }
}

async function prepare(
  server: TestServer,
  name: string,
  count: number,
): Promise<{ database: Database; url: string }> {
  const url = await cloneDatabase(server, name)
  const database = await openDatabase({ databaseUrl: url, dataDir: "" }, silentLog)
  const instituciones = Array.from({ length: CHANNELS }, (_, i) => `I${i}`)
  await database.importacion.apply(cuerpoColegiado({ instituciones }), "2024-01-01T00:00:00.000Z")
  await onDatabase(
    url,
    `INSERT INTO "delivery" ("id", "key", "purpose", "organo_id", "canal_id", "adapter", "workspace", "channel", "card", "not_before", "why", "created_at")
     SELECT gen_random_uuid(), 'k' || "n", 'aviso', "organo_id", "id", "adapter", "workspace", "channel",
       '{"title":"Aviso","tone":"aviso","blocks":[{"kind":"text","text":[{"kind":"text","text":"Remitir sus actividades calendarizadas"}]}],"actions":[]}',
       '2024-01-01', 'prueba', '2024-01-01'
     FROM generate_series(1, ${count}) AS "n"
     JOIN (SELECT *, row_number() OVER (ORDER BY "clave") - 1 AS "r" FROM "canal") AS "c" ON "c"."r" = "n" % ${CHANNELS}`,
    `ANALYZE "delivery"`,
  )
  return { database, url }
}

/** Seconds until every delivery is accepted; refuses a run that lost or repeated one. */
async function sendAll(
  database: Database,
  adapter: ChatAdapter,
  chat: FakeChat,
  count: number,
  url: string,
): Promise<number> {
  const deps: TickDeps = {
    data: database.unitOfWork,
    clock: { now: () => new Date().toISOString() },
    adapters: new Map([["slack", adapter]]),
    log: silentLog,
  }
  const started = performance.now()
  const accepted = async () =>
    Number(
      (
        await onDatabase(
          url,
          `SELECT count(*) AS "n" FROM "delivery" WHERE "state" = 'accepted' AND jsonb_array_length("receipts") = 1`,
        )
      )[0]?.n,
    )
  do await dispatchAll(deps)
  while (chat.posted.length < count)
  const seconds = (performance.now() - started) / 1000
  const distinct = new Set(chat.posted.map(({ key }) => key)).size
  if (distinct !== count || chat.posted.length !== count || (await accepted()) !== count)
    throw new Error(
      `lost or repeated: ${chat.posted.length} posted, ${distinct} distinct, ${await accepted()} accepted of ${count}`,
    )
  return seconds
}

const BODY_CHANNELS = 2_000
const SMALL = 10

/** A body with ten thousand messages, and one whose ten are written after them all. */
async function benchTwoBodies(server: TestServer, clock: TestClock): Promise<void> {
  const { database, url } = await prepare(server, "entregas_dos_organos", 0)
  const write = (prefix: string, count: number, channels: number, organo: string) =>
    `INSERT INTO "delivery" ("id", "key", "purpose", "organo_id", "canal_id", "adapter", "workspace", "channel", "card", "not_before", "why", "created_at")
     SELECT gen_random_uuid(), '${prefix}' || "n", 'aviso', ${organo}, "c"."id", 'slack', 'T1', '${prefix}' || "n" % ${channels},
       '{"title":"Aviso","tone":"aviso","blocks":[],"actions":[]}', '2024-01-01', 'prueba', '2024-01-01'
     FROM generate_series(1, ${count}) AS "n", (SELECT * FROM "canal" LIMIT 1) AS "c"`
  await onDatabase(
    url,
    `INSERT INTO "organo" ("id", "clave", "tipo", "nombre_oficial", "nombre_corto", "zona", "origen")
     VALUES (gen_random_uuid(), 'chico', 'comision', 'Chico', 'Chico', 'America/Mexico_City', 'registro')`,
    write("g", FAST, BODY_CHANNELS, `"c"."organo_id"`),
    write("p", SMALL, SMALL, `(SELECT "id" FROM "organo" WHERE "clave" = 'chico')`),
    `ANALYZE "delivery"`,
  )
  const chat = new FakeChat(clock)
  const started = performance.now()
  let small = Number.NaN
  let before = Number.NaN
  const send: ChatAdapter["send"] = async (request) => {
    const outcome = await chat.send(request)
    if (Number.isNaN(small) && chat.posted.filter(({ key }) => key.startsWith("p")).length === SMALL) {
      small = (performance.now() - started) / 1000
      before = chat.posted.length - SMALL
    }
    return outcome
  }
  const adapter = new Proxy(chat, {
    get: (target, name) => (name === "send" ? send : Reflect.get(target, name)),
  })
  const seconds = await sendAll(database, adapter, chat, FAST + SMALL, url)
  console.log(
    `two bodies at once, ${FAST} and ${SMALL}: the small one done in ${small.toFixed(2)} s, after ${before} of the other, which took ${seconds.toFixed(1)} s. Target ≤ 2 s.`,
  )
  await database.close()
}

export async function benchDeliveries(server: TestServer): Promise<void> {
  console.log(`\nDeliveries over ${CHANNELS} channels, receipts persisted on PostgreSQL.`)
  const clock = new TestClock("2024-03-08", "10:00")
  {
    const { database, url } = await prepare(server, "entregas_sin_ritmo", FAST)
    const chat = new FakeChat(clock)
    const seconds = await sendAll(database, chat, chat, FAST, url)
    console.log(
      `no pace: ${FAST} in ${seconds.toFixed(1)} s = ${(FAST / seconds).toFixed(0)}/s. Target ≥ 500/s.`,
    )
    await database.close()
  }
  await benchTwoBodies(server, clock)
  {
    const { database, url } = await prepare(server, "entregas_con_ritmo", PACED)
    const chat = new FakeChat(clock, { pace: 1 })
    const { adapter, refused } = paced(chat, 1)
    const seconds = await sendAll(database, adapter, chat, PACED, url)
    // The first message of a channel waits for nothing: between twenty there are nineteen intervals.
    const least = PACED / CHANNELS - 1
    console.log(
      `1/s a channel: ${PACED} in ${seconds.toFixed(2)} s = ${(seconds / least).toFixed(3)} × ${least} s, ${refused()} refused. Target ≤ 1.05.`,
    )
    await database.close()
  }
}
