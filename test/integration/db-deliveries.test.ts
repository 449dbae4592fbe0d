import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { openDatabase } from "../../src/db/open.ts"
import { TIPOS_MENSAJE } from "../../src/domain/tipos/mensaje.ts"
import type { Receipt } from "../../src/ports/chat-adapter.ts"
import type {
  ClaimedDelivery,
  DeliveryRepository,
  NewDelivery,
} from "../../src/ports/repositories/deliveries.ts"
import { cuerpoColegiado } from "../support/cuerpo-colegiado.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { newDelivery } from "../support/new-delivery.ts"
import { silentLog } from "../support/silent-log.ts"
import { Sql } from "../support/sql.ts"

const NOW = "2024-02-20T16:00:00.000Z"
const LATER = "2024-02-20T16:05:00.000Z"
const NOT_A_LEASE = randomUUID()

let database: TestDatabase
let sql: Sql
let deliveries: DeliveryRepository
let toSre: NewDelivery
let toSalud: NewDelivery

beforeAll(async () => {
  database = await createTestDatabase()
  sql = await Sql.connect(database.url)
  await database.importacion.apply(cuerpoColegiado(), NOW)
  deliveries = database.unitOfWork.read.deliveries
  toSre = await newDelivery(database.unitOfWork, "sre")
  toSalud = await newDelivery(database.unitOfWork, "salud")
})
afterAll(async () => {
  await sql.close()
  await database.close()
})
beforeEach(() => sql.run("DELETE FROM delivery"))

const claim = (more: Partial<Parameters<DeliveryRepository["claim"]>[0]> = {}) =>
  deliveries.claim({ now: NOW, leaseMs: 60_000, limit: 10, adapters: ["slack"], ...more })
const enqueue = (delivery: NewDelivery, key: string) => deliveries.enqueue({ ...delivery, key }, NOW)
const claimOne = async (): Promise<ClaimedDelivery> => {
  const [claimed] = await claim()
  if (claimed === undefined) throw new Error("nothing was claimed")
  return claimed
}
const receipt = (messageId: string): Receipt => ({
  ...toSre.to,
  messageId,
  acceptedAt: NOW,
  key: "k",
  contentHash: "h",
})
const stateOf = async (key: string) => (await deliveries.byKey(key))?.state

describe("what a message was written from", () => {
  it.each(TIPOS_MENSAJE)("is read as it was stored: %s", async (tipo) => {
    const modelo = { tipo, hechos: {}, datos: { uno: 1 } }
    await enqueue({ ...toSre, modelo }, "a")
    expect((await deliveries.byKey("a"))?.modelo).toEqual(modelo)
  })

  it("is left out of a message of a kind that this program does not know, which stays as it is", async () => {
    await enqueue({ ...toSre, modelo: { tipo: "aviso", hechos: {}, datos: null } }, "a")
    await sql.run(`UPDATE delivery SET modelo = jsonb_set(modelo, '{tipo}', '"de_otra_version"')`)
    expect(await deliveries.byKey("a")).toMatchObject({ modelo: null, card: toSre.card })
  })
})

describe("enqueuing", () => {
  it("writes a key once, and says so the second time", async () => {
    expect(await enqueue(toSre, "a")).toBe("created")
    expect(await deliveries.enqueue({ ...toSre, key: "a", why: "other" }, LATER)).toBe("exists")
    expect(await deliveries.byKey("a")).toMatchObject({
      ...toSre,
      key: "a",
      state: "pending",
      createdAt: NOW,
    })
  })

  it("writes a key once when many try at the same time", async () => {
    const tries = await Promise.all(Array.from({ length: 20 }, () => enqueue(toSre, "a")))
    expect(tries.filter((result) => result === "created")).toHaveLength(1)
  })

  it("is undone with the transaction it belongs to", async () => {
    const failing = database.unitOfWork.transaction(async (repositories) => {
      await repositories.deliveries.enqueue({ ...toSre, key: "a" }, NOW)
      await repositories.inboundEvents.claim("slack", "undone", NOW)
      throw new Error("no")
    })
    await expect(failing).rejects.toThrow("no")
    expect(await deliveries.byKey("a")).toBeNull()
    expect(await database.unitOfWork.read.inboundEvents.claim("slack", "undone", NOW)).toBe(true)
  })

  it("keeps hostile text, with what PostgreSQL cannot store replaced", async () => {
    const title = "nul\0 half \ud800 <!channel> \\u0000 🗳️"
    await deliveries.enqueue({ ...toSre, key: "a\0", why: title, card: { ...toSre.card, title } }, NOW)
    const stored = await deliveries.byKey("a\0")
    expect(stored?.card.title).toBe("nul\uFFFD half \uFFFD <!channel> \\u0000 🗳️")
    expect(stored?.why).toBe(stored?.card.title)
  })
})

describe("claiming", () => {
  it("takes at most one message for each destination, oldest first", async () => {
    await enqueue(toSre, "sre-1")
    await enqueue(toSre, "sre-2")
    await enqueue(toSalud, "salud-1")
    expect((await claim()).map(({ key }) => key)).toEqual(["sre-1", "salud-1"])
    expect(await claim()).toEqual([])
  })

  it("takes the next of a destination once the first has ended", async () => {
    await enqueue(toSre, "sre-1")
    await enqueue(toSre, "sre-2")
    const { id, lease } = await claimOne()
    expect(await deliveries.recordPart(id, lease, receipt("m1"))).toBe(true)
    expect(await deliveries.finish(id, lease, "accepted", null, NOW)).toBe(true)
    expect((await claimOne()).key).toBe("sre-2")
    expect(await deliveries.byKey("sre-1")).toMatchObject({
      state: "accepted",
      receipts: [receipt("m1")],
      finishedAt: NOW,
    })
  })

  it("leaves what is not due, has expired, or belongs to an adapter that is off", async () => {
    await deliveries.enqueue({ ...toSre, key: "future", notBefore: LATER }, NOW)
    await deliveries.enqueue({ ...toSre, key: "past", expiresAt: "2024-02-20T15:59:59.999Z" }, NOW)
    expect(await claim()).toEqual([])
    await enqueue(toSre, "now")
    expect(await claim({ adapters: ["discord", "consola"] })).toEqual([])
    expect(await claim({ adapters: [] })).toEqual([])
    expect((await claimOne()).key).toBe("now")
  })

  it("lets a message that waits for its hour be overtaken, and one that is retried not", async () => {
    await enqueue(toSre, "first")
    await enqueue(toSre, "second")
    const first = await claimOne()
    await deliveries.postpone(first.id, first.lease, LATER, "429", "keep")
    expect(await claim()).toEqual([])
    const again = (await claim({ now: LATER }))[0]
    expect(again).toMatchObject({ key: "first", attempts: 2, reason: "429" })
    await deliveries.postpone(first.id, again?.lease ?? "", "2024-02-21T15:00:00.000Z", "horario", "yield")
    expect((await claimOne()).key).toBe("second")
  })

  it("never separates the parts of a message", async () => {
    await enqueue(toSre, "long")
    await enqueue(toSre, "short")
    const long = await claimOne()
    await deliveries.recordPart(long.id, long.lease, receipt("part 1"))
    await deliveries.postpone(long.id, long.lease, LATER, "horario", "yield")
    expect(await claim()).toEqual([])
    expect((await claim({ now: LATER }))[0]).toMatchObject({ key: "long", receipts: [receipt("part 1")] })
  })

  it("never gives two workers one message, nor two messages of one destination", async () => {
    const other = await openDatabase({ databaseUrl: database.url, dataDir: "" }, silentLog)
    try {
      const workers = [deliveries, other.unitOfWork.read.deliveries]
      for (let index = 0; index < 20; index += 1) await enqueue(index % 2 ? toSre : toSalud, `k${index}`)
      const order: string[] = []
      const underWay = new Set<string>()
      const work = async (worker: DeliveryRepository) => {
        while (order.length < 20) {
          for (const one of await worker.claim({
            now: NOW,
            leaseMs: 60_000,
            limit: 5,
            adapters: ["slack"],
          })) {
            expect(underWay).not.toContain(one.to.channel)
            underWay.add(one.to.channel)
            order.push(one.key)
            await worker.recordPart(one.id, one.lease, receipt(one.key))
            underWay.delete(one.to.channel)
            expect(await worker.finish(one.id, one.lease, "accepted", null, NOW)).toBe(true)
          }
        }
      }
      await Promise.all([...workers, ...workers, ...workers].map(work))
      expect(new Set(order).size).toBe(20)
      const numbers = order.map((key) => Number(key.slice(1)))
      for (const parity of [0, 1]) {
        const ofOne = numbers.filter((number) => number % 2 === parity)
        expect(ofOne).toEqual([...ofOne].sort((a, b) => a - b))
      }
    } finally {
      await other.close()
    }
  })

  it("keeps one message for each destination even when an earlier one is committed late", async () => {
    const writer = await Sql.connect(database.url)
    await writer.run("BEGIN")
    await writer.run(
      `INSERT INTO delivery (id, key, purpose, organo_id, canal_id, adapter, workspace, channel, card, not_before, why, created_at)
       SELECT gen_random_uuid(), 'late', 'aviso', organo_id, id, adapter, workspace, channel,
         '{"title":"x","tone":"aviso","blocks":[],"actions":[]}', '2024-01-01', 'x', now() FROM canal WHERE clave = 'sre'`,
    )
    await enqueue(toSre, "visible")
    expect((await claim()).map(({ key }) => key)).toEqual(["visible"])
    await writer.run("COMMIT")
    await writer.close()
    expect(await claim()).toEqual([])
  })
})

const elsewhere = (channel: string): NewDelivery => ({ ...toSre, to: { ...toSre.to, channel } })
const end = async ({ id, lease }: ClaimedDelivery) =>
  expect(await deliveries.finish(id, lease, "cancelled", "prueba", NOW)).toBe(true)

/** Takes and ends one after another until nothing is left; their keys. */
async function drained(): Promise<readonly string[]> {
  const keys: string[] = []
  for (let [next] = await claim({ limit: 1 }); next !== undefined; [next] = await claim({ limit: 1 })) {
    keys.push(next.key)
    await end(next)
  }
  return keys
}

describe("whose turn it is", () => {
  it("is that of the most urgent, wherever it goes, and the one before it in its channel goes first", async () => {
    await enqueue({ ...elsewhere("a"), priority: "informe" }, "report")
    await enqueue({ ...elsewhere("b"), priority: "recordatorio" }, "reminder")
    await enqueue(elsewhere("c"), "answer")
    expect((await claim({ adapters: ["discord"] })).length).toBe(0)
    await enqueue({ ...elsewhere("b"), priority: "convocatoria" }, "call")
    expect(await drained()).toEqual(["reminder", "call", "answer", "report"])
  })

  it("goes round the bodies, however much one of them has", async () => {
    const otro = randomUUID()
    await sql.run(`INSERT INTO organo (id, clave, tipo, nombre_oficial, nombre_corto, zona, origen)
      VALUES ('${otro}', 'otro', 'comision', 'Otro', 'Otro', 'America/Mexico_City', 'registro')`)
    for (let i = 0; i < 12; i += 1) await enqueue(elsewhere(`m${i}`), `many-${i}`)
    expect(await claim({ limit: 4 })).toHaveLength(4)
    for (let i = 0; i < 2; i += 1) await enqueue({ ...elsewhere(`f${i}`), organoId: otro }, `few-${i}`)
    const next = (await claim({ limit: 4 })).map(({ key }) => key)
    expect(next).toEqual(["many-4", "many-5", "few-0", "few-1"])
  })

  it("is found among more than is looked at in one go", async () => {
    await sql.run(
      `INSERT INTO delivery (id, key, purpose, organo_id, canal_id, adapter, workspace, channel, card, not_before, why, created_at)
       SELECT gen_random_uuid(), 'm' || n, 'aviso', organo_id, id, adapter, workspace, 'm' || n,
         '{"title":"x","tone":"aviso","blocks":[],"actions":[]}', '2024-01-01', 'x', now()
       FROM canal, generate_series(1, 2500) AS n WHERE clave = 'sre'`,
    )
    await enqueue({ ...elsewhere("u"), priority: "convocatoria" }, "urgent")
    expect((await claim({ limit: 1 })).map(({ key }) => key)).toEqual(["urgent"])
  })

  it("is kept by a channel to which more is written meanwhile", async () => {
    for (const channel of ["a", "b"]) await enqueue(elsewhere(channel), `${channel}-1`)
    expect(await claim({ adapters: ["discord"] })).toEqual([])
    await enqueue(elsewhere("a"), "a-2")
    expect((await claim({ limit: 1 })).map(({ key }) => key)).toEqual(["a-1"])
  })

  it("is limited to the room that each platform has", async () => {
    for (let i = 0; i < 3; i += 1) await enqueue(elsewhere(`s${i}`), `s${i}`)
    await deliveries.enqueue({ ...toSre, key: "d", to: { ...toSre.to, adapter: "discord" } }, NOW)
    const room = new Map([["slack", 2]])
    const taken = await claim({ adapters: ["slack", "discord"], room })
    expect(taken.map(({ key }) => key).sort()).toEqual(["d", "s0", "s1"])
  })
})

describe("several workers", () => {
  it("wait neither for a channel that another looks at, nor for who writes to it", async () => {
    await enqueue(toSre, "sre")
    await enqueue(toSalud, "salud")
    expect(await claim({ adapters: ["discord"] })).toEqual([])
    const other = await Sql.connect(database.url)
    await other.run(
      `BEGIN; SELECT * FROM delivery_destination WHERE channel = '${toSre.to.channel}' FOR UPDATE`,
    )
    await enqueue(toSre, "sre-2")
    expect((await claim()).map(({ key }) => key)).toEqual(["salud"])
    await other.run("COMMIT")
    await other.close()
    expect((await claim()).map(({ key }) => key)).toEqual(["sre"])
  })

  it("find what was put off, moved, left or deleted by hand", async () => {
    const later = { ...toSre, notBefore: LATER }
    await enqueue(later, "waits")
    expect(await claim()).toEqual([])
    await sql.run(`UPDATE delivery SET not_before = '${NOW}'`)
    const [waits] = await claim()
    await deliveries.postpone(waits?.id ?? "", waits?.lease ?? "", LATER, "429", "keep")
    await enqueue(toSre, "behind")
    expect(await claim()).toEqual([])
    await sql.run("DELETE FROM delivery WHERE key = 'waits'")
    const [behind] = await claim()
    expect(behind?.key).toBe("behind")
    await enqueue(toSre, "last")
    await sql.run("DELETE FROM delivery WHERE key = 'behind'")
    expect((await claimOne()).key).toBe("last")
  })
})

describe("what a platform takes in all", () => {
  const HOUR = 3_600_000
  const budget = { adapter: "slack", workspace: "", everyMs: HOUR, sends: 1 }
  /** How many hours it is too early, 0 if it was taken: no machine is slow enough to change that. */
  const early = async (worker: DeliveryRepository, more: Partial<typeof budget> = {}) => {
    const got = await worker.takeSends({ ...budget, ...more })
    return got.kind === "taken" ? 0 : Math.ceil(got.after / HOUR)
  }
  const pass = (hours: number) =>
    sql.run(`UPDATE send_budget SET free_at = free_at - interval '${hours} hours'`)

  it("is shared by all processes, of which one has each moment", async () => {
    await sql.run("DELETE FROM send_budget")
    const other = await openDatabase({ databaseUrl: database.url, dataDir: "" }, silentLog)
    try {
      const workers = [deliveries, other.unitOfWork.read.deliveries]
      await early(deliveries)
      for (const sends of [1, 3]) {
        await pass(1)
        const crowd = [...workers, ...workers, ...workers]
        const got = await Promise.all(crowd.map((worker) => early(worker, { sends })))
        expect(got.filter((hours) => hours === 0)).toHaveLength(1)
        expect(await early(deliveries)).toBe(sends)
        await pass(sends - 1)
      }
      expect(await early(deliveries, { workspace: "T2" })).toBe(0)
    } finally {
      await other.close()
    }
  })

  it("is not saved up while nobody sends, but for one", async () => {
    await sql.run("DELETE FROM send_budget")
    await early(deliveries)
    await pass(100)
    expect([await early(deliveries), await early(deliveries), await early(deliveries)]).toEqual([0, 0, 1])
  })
})

describe("a lease", () => {
  it("that is not held changes nothing", async () => {
    await enqueue(toSre, "a")
    const { id } = await claimOne()
    for (const lease of [NOT_A_LEASE, "nonsense"]) {
      expect(await deliveries.recordPart(id, lease, receipt("m"))).toBe(false)
      expect(await deliveries.finish(id, lease, "rejected", "x", NOW)).toBe(false)
      expect(await deliveries.postpone(id, lease, LATER, "x")).toBe(false)
    }
    expect(await deliveries.byKey("a")).toMatchObject({ state: "sending", receipts: [] })
  })

  it("that ran out makes the delivery uncertain, and its late holder has no say", async () => {
    await enqueue(toSre, "a")
    const { id, lease } = await claimOne()
    expect(await deliveries.sweepLostLeases(NOW)).toEqual([])
    const swept = await deliveries.sweepLostLeases(LATER)
    expect(swept).toMatchObject([{ id, state: "uncertain", finishedAt: null }])
    expect(await deliveries.finish(id, lease, "accepted", null, LATER)).toBe(false)
    expect(await stateOf("a")).toBe("uncertain")
    expect((await deliveries.uncertain(5, ["slack"])).map((one) => one.id)).toEqual([id])
  })
})

describe("an uncertain delivery", () => {
  const uncertain = async () => {
    await enqueue(toSre, "a")
    const { id, lease } = await claimOne()
    await deliveries.finish(id, lease, "uncertain", "sin respuesta", NOW)
    return id
  }

  it("that was found is accepted with its receipt, once", async () => {
    const id = await uncertain()
    const found = { kind: "found", receipt: receipt("m"), last: true } as const
    expect(await deliveries.resolveUncertain(id, found, LATER)).toBe(true)
    expect(await deliveries.resolveUncertain(id, found, LATER)).toBe(false)
    expect(await deliveries.byKey("a")).toMatchObject({
      state: "accepted",
      receipts: [receipt("m")],
      finishedAt: LATER,
      reason: null,
    })
  })

  it("that was found in part goes on with the next part", async () => {
    const id = await uncertain()
    await deliveries.resolveUncertain(id, { kind: "found", receipt: receipt("m"), last: false }, NOW)
    expect(await claimOne()).toMatchObject({ id, receipts: [receipt("m")], attempts: 2 })
  })

  it("that is absent is sent again", async () => {
    const id = await uncertain()
    expect(await deliveries.resolveUncertain(id, { kind: "absent" }, LATER)).toBe(true)
    expect(await claim()).toEqual([])
    expect((await claim({ now: LATER }))[0]).toMatchObject({ id, receipts: [] })
  })

  it("that was looked for in vain lets others be looked for first", async () => {
    const first = await uncertain()
    await enqueue(toSalud, "b")
    const { id, lease } = await claimOne()
    await deliveries.finish(id, lease, "uncertain", "sin respuesta", NOW)
    const next = async () => (await deliveries.uncertain(1, ["slack"])).map((one) => one.id)
    expect(await next()).toEqual([first])
    await deliveries.lookedFor(first, NOW)
    expect(await next()).toEqual([id])
    await deliveries.lookedFor(id, LATER)
    await deliveries.lookedFor(id, LATER)
    expect(await next()).toEqual([first])
    expect(await deliveries.byKey("a")).toMatchObject({ firstLookedAt: NOW })
    expect(await deliveries.uncertain(5, ["discord"])).toEqual([])
  })

  it("is resolved only from that state", async () => {
    await enqueue(toSre, "a")
    const { id } = await claimOne()
    expect(await deliveries.resolveUncertain(id, { kind: "absent" }, NOW)).toBe(false)
    expect(await deliveries.resolveUncertain("nonsense", { kind: "absent" }, NOW)).toBe(false)
  })
})

describe("looking at deliveries", () => {
  it("expires what is past its moment, with a reason", async () => {
    await deliveries.enqueue({ ...toSre, key: "a", expiresAt: LATER }, NOW)
    await enqueue(toSre, "b")
    expect(await deliveries.expire(NOW)).toBe(0)
    expect(await deliveries.expire(LATER)).toBe(1)
    expect(await deliveries.byKey("a")).toMatchObject({ state: "expired", finishedAt: LATER })
    expect((await deliveries.byKey("a"))?.reason).toMatch(/antes de poder enviarse/)
  })

  it("lists the newest first, by state and body", async () => {
    await enqueue(toSre, "a")
    await enqueue(toSre, "b")
    await claimOne()
    const keys = async (filter: Parameters<DeliveryRepository["list"]>[0]) =>
      (await deliveries.list(filter)).map(({ key }) => key)
    expect(await keys({ limit: 10 })).toEqual(["b", "a"])
    expect(await keys({ limit: 10, states: ["sending"] })).toEqual(["a"])
    expect(await keys({ limit: 1, organoId: toSre.organoId })).toEqual(["b"])
  })
})
