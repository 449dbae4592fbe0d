import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { dispatchDeliveries } from "../../src/app/entrega/dispatch.ts"
import { dispatchPending } from "../../src/app/entrega/dispatch-pending.ts"
import type { DispatchDeps } from "../../src/app/entrega/envio.ts"
import { resolveUncertain } from "../../src/app/entrega/resolve-uncertain.ts"
import { MAX_ATTEMPTS } from "../../src/app/entrega/settle.ts"
import type { Card } from "../../src/cards/card.ts"
import type { Delivery, NewDelivery, SendBudget } from "../../src/ports/repositories/deliveries.ts"
import { cuerpoColegiado } from "../support/cuerpo-colegiado.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { eventually } from "../support/eventually.ts"
import { FakeChat } from "../support/fake-chat.ts"
import { memoryLog, TestClock } from "../support/reloj.ts"

const OPTIONS = { limit: 20, leaseMs: 60_000 }
const PASSED_LEASE = OPTIONS.leaseMs + 1_000
const card: Card = { title: "Aviso", tone: "aviso", blocks: [], actions: [] }

let test: TestDatabase
let database: TestDatabase["database"]
let clock: TestClock
let chat: FakeChat

beforeEach(async () => {
  test = await createTestDatabase()
  database = test.database
  clock = new TestClock("2024-03-08", "10:00")
  chat = new FakeChat(clock)
  await database.importacion.apply(cuerpoColegiado(), clock.now())
})
afterEach(() => test.close())

const deps = (adapter = chat): DispatchDeps => ({
  data: database.unitOfWork,
  clock,
  adapters: new Map([["slack", adapter]]),
  log: memoryLog(),
  random: () => 1,
})
const dispatch = (adapter = chat) => dispatchDeliveries(deps(adapter), OPTIONS)
const resolve = (adapter = chat) => resolveUncertain(deps(adapter), { limit: 10 })

async function enqueue(key: string, rest: Partial<NewDelivery> = {}): Promise<void> {
  const { read } = database.unitOfWork
  const organo = await read.organos.byClave("ci-trata")
  const canal = (await read.canales.list(organo?.id ?? "")).find(({ clave }) => clave === "sre")
  if (organo === null || canal === undefined) throw new Error("the body was not recorded")
  const to = { adapter: canal.adapter, workspace: canal.workspace, channel: canal.channel }
  const delivery: NewDelivery = {
    key,
    purpose: "aviso",
    organoId: organo.id,
    canalId: canal.id,
    to,
    card,
    notBefore: clock.now(),
    expiresAt: null,
    why: "prueba",
    ...rest,
  }
  await database.unitOfWork.transaction(({ deliveries }) => deliveries.enqueue(delivery, clock.now()))
}

async function delivery(key: string): Promise<Delivery> {
  const found = await database.unitOfWork.read.deliveries.byKey(key)
  if (found === null) throw new Error(`no delivery ${key}`)
  return found
}

/** A send whose answer the test holds back. */
function gate() {
  let open = () => {}
  const closed = new Promise<void>((resolveGate) => {
    open = resolveGate
  })
  return { closed, open: () => open() }
}

/** A send that reaches the platform, after which the worker is never heard of again in time. */
async function crashAfterSend(worker: FakeChat): Promise<{ comeBack: () => Promise<unknown> }> {
  const { closed, open } = gate()
  worker.next({ post: true, gate: closed })
  const late = dispatch(worker)
  while (worker.attempts === 0) await new Promise((done) => setImmediate(done))
  return {
    comeBack: () => {
      open()
      return late
    },
  }
}

describe("a delivery", () => {
  it("is sent once and keeps its receipt", async () => {
    await enqueue("k1")
    expect(await dispatch()).toMatchObject({ claimed: 1, accepted: 1 })
    expect(await dispatch()).toMatchObject({ claimed: 0 })
    expect(chat.posted).toHaveLength(1)
    const stored = await delivery("k1")
    expect(stored.state).toBe("accepted")
    expect(stored.receipts).toMatchObject([{ channel: "sre", workspace: "T1", messageId: "m1", key: "k1" }])
  })

  it("waits for its moment", async () => {
    await enqueue("k1", { notBefore: "2024-03-08T17:00:00.000Z" })
    expect(await dispatch()).toMatchObject({ claimed: 0 })
    clock.set("2024-03-08", "11:00")
    expect(await dispatch()).toMatchObject({ accepted: 1 })
  })

  it.each([
    ["recordatorio", "el siguiente recordatorio dirá cómo está todo"],
    ["aviso", "si aún hace falta, avise por otro medio"],
    ["resumen", "reenvíelo"],
    ["prueba", "repítala"],
  ] as const)(
    "expires when its moment has passed, and a %s says why and what to do",
    async (purpose, says) => {
      await enqueue("k1", { purpose, expiresAt: "2024-03-08T17:00:00.000Z" })
      clock.set("2024-03-08", "11:00")
      expect(await dispatch()).toMatchObject({ claimed: 0, expired: 1 })
      expect(chat.attempts).toBe(0)
      expect(await delivery("k1")).toMatchObject({ state: "expired", reason: expect.stringContaining(says) })
    },
  )

  it("is rejected with the platform's reason and code, and not tried again", async () => {
    await enqueue("k1")
    chat.next({
      post: false,
      outcome: { kind: "rejected", reason: "El canal está archivado.", platformCode: "is_archived" },
    })
    await dispatch()
    clock.pass(3_600_000)
    await dispatch()
    expect(chat.attempts).toBe(1)
    expect(await delivery("k1")).toMatchObject({
      state: "rejected",
      reason: "El canal está archivado. (is_archived)",
    })
  })

  it("comes back no earlier than the platform says", async () => {
    await enqueue("k1")
    chat.next({ post: false, outcome: { kind: "retry", after: 30_000, reason: "ratelimited" } })
    await dispatch()
    clock.pass(29_000)
    expect(await dispatch()).toMatchObject({ claimed: 0 })
    clock.pass(1_500)
    expect(await dispatch()).toMatchObject({ accepted: 1 })
    expect(chat.posted).toHaveLength(1)
  })

  it("is given up after many failures, with the last reason", async () => {
    await enqueue("k1")
    const failure = { post: false, outcome: { kind: "retry", after: 0, reason: "sin red" } } as const
    chat.next(...Array.from({ length: MAX_ATTEMPTS + 5 }, () => failure))
    for (let i = 0; i < MAX_ATTEMPTS + 5; i += 1) {
      await dispatch()
      clock.pass(3_600_000)
    }
    expect(chat.attempts).toBe(MAX_ATTEMPTS)
    expect(await delivery("k1")).toMatchObject({
      state: "rejected",
      reason: `No se logró enviar en ${MAX_ATTEMPTS} intentos: sin red`,
    })
  })

  it("keeps the order of its channel", async () => {
    for (const key of ["k1", "k2", "k3"]) await enqueue(key)
    for (let i = 0; i < 3; i += 1) await dispatch()
    expect(chat.posted.map(({ key }) => key)).toEqual(["k1", "k2", "k3"])
  })

  it("goes out once when many workers run at the same time", async () => {
    for (let i = 0; i < 12; i += 1) await enqueue(`k${i}`)
    const worker = async () => {
      for (let i = 0; i < 30; i += 1) await dispatch()
    }
    await Promise.all([worker(), worker(), worker()])
    expect(chat.posted.map(({ key }) => key)).toEqual(Array.from({ length: 12 }, (_, i) => `k${i}`))
    expect(await database.unitOfWork.read.deliveries.list({ states: ["accepted"], limit: 50 })).toHaveLength(
      12,
    )
  })

  it("of several parts sends each one once, in order, and goes on where it was interrupted", async () => {
    await enqueue("k1")
    chat.parts = 3
    chat.next(
      { post: true },
      { post: false, outcome: { kind: "retry", after: 1_000, reason: "ratelimited" } },
    )
    await dispatch()
    expect((await delivery("k1")).receipts).toHaveLength(1)
    clock.pass(60_000)
    await dispatch()
    expect(chat.posted.map(({ part }) => part)).toEqual([0, 1, 2])
    expect((await delivery("k1")).state).toBe("accepted")
  })
})

/** The database, where what a platform takes in all is there at once; `kept`: what was taken of it. */
function withoutWaiting(): { readonly data: DispatchDeps["data"]; readonly kept: SendBudget[] } {
  const kept: SendBudget[] = []
  const takeSends = async (budget: SendBudget) => {
    kept.push(budget)
    return { kind: "taken" } as const
  }
  const { read } = database.unitOfWork
  const deliveries = { ...read.deliveries, takeSends }
  return { data: { ...database.unitOfWork, read: { ...read, deliveries } }, kept }
}

describe("a platform that takes so many requests in all", () => {
  it("is asked for each part, edit and look-up as for any other", async () => {
    const { data, kept } = withoutWaiting()
    const worker = new FakeChat(clock, { budget: 50, lookup: "finds" })
    worker.parts = 2
    await enqueue("k1")
    await dispatchDeliveries({ ...deps(worker), data }, OPTIONS)
    expect(kept).toHaveLength(2)
    expect(kept[0]).toMatchObject({ adapter: "slack", workspace: "", sends: 1 })
    expect(kept[0]?.everyMs).toBeGreaterThan(20)
    worker.next({ post: true, outcome: { kind: "uncertain", detail: "sin respuesta" } })
    await enqueue("k2")
    await dispatchDeliveries({ ...deps(worker), data }, OPTIONS)
    await resolveUncertain({ ...deps(worker), data }, { limit: 10 })
    expect(kept).toHaveLength(4)
  })

  it("has no more claimed for it than can leave", async () => {
    const { data } = withoutWaiting()
    const worker = new FakeChat(clock, { budget: 2 })
    for (let i = 0; i < 5; i += 1)
      await enqueue(`k${i}`, { to: { adapter: "slack", workspace: "T1", channel: `c${i}` } })
    for (const claimed of [2, 2, 1])
      expect(await dispatchDeliveries({ ...deps(worker), data }, OPTIONS)).toMatchObject({ claimed })
  })
})

describe("a delayed recordatorio", () => {
  it("waits for the next working morning, unlike what a person orders", async () => {
    clock.set("2024-03-08", "21:00")
    await enqueue("recordatorio", { purpose: "recordatorio" })
    await dispatch()
    expect(chat.attempts).toBe(0)
    clock.set("2024-03-09", "10:00")
    await dispatch()
    expect(chat.attempts).toBe(0)
    clock.set("2024-03-11", "09:00")
    await dispatch()
    expect(chat.posted.map(({ key }) => key)).toEqual(["recordatorio"])
    clock.set("2024-03-11", "21:00")
    await enqueue("resumen", { purpose: "resumen" })
    await dispatch()
    expect(chat.posted.map(({ key }) => key)).toEqual(["recordatorio", "resumen"])
  })
})

describe("a crash between sending and writing down", () => {
  it("is found by lookup and accepted, never sent again", async () => {
    const worker = new FakeChat(clock, { lookup: "finds" })
    await enqueue("k1")
    const crashed = await crashAfterSend(worker)

    clock.pass(PASSED_LEASE)
    await dispatch(worker)
    expect((await delivery("k1")).state).toBe("uncertain")
    expect(worker.attempts).toBe(1)

    expect(await resolve(worker)).toEqual({ found: 1, absent: 0, unresolved: 0 })
    expect(await delivery("k1")).toMatchObject({ state: "accepted", receipts: [{ messageId: "m1" }] })

    await crashed.comeBack()
    expect((await delivery("k1")).receipts).toHaveLength(1)
    await dispatch(worker)
    expect(worker.posted).toHaveLength(1)
  })

  it("is not taken over while the claim still holds", async () => {
    const worker = new FakeChat(clock, { lookup: "finds" })
    await enqueue("k1")
    const slow = await crashAfterSend(worker)
    clock.pass(OPTIONS.leaseMs - 1_000)
    expect(await dispatch(worker)).toMatchObject({ claimed: 0, lost: 0 })
    expect((await delivery("k1")).state).toBe("sending")
    await slow.comeBack()
    expect((await delivery("k1")).state).toBe("accepted")
    expect(worker.posted).toHaveLength(1)
  })

  it("leaves the late worker without a say once its claim is lost", async () => {
    await enqueue("k1")
    const crashed = await crashAfterSend(chat)
    clock.pass(PASSED_LEASE)
    await dispatch()
    await crashed.comeBack()
    expect(await delivery("k1")).toMatchObject({ state: "uncertain", receipts: [] })
  })

  it("stays uncertain when the platform cannot say, and is never sent on a guess", async () => {
    for (const worker of [new FakeChat(clock), new FakeChat(clock, { lookup: "cannot say" })]) {
      const key = worker.lookup === undefined ? "no facet" : "no answer"
      await enqueue(key)
      worker.next({ post: true, outcome: { kind: "uncertain", detail: "sin respuesta" } })
      await dispatch(worker)
      for (let i = 0; i < 5; i += 1) {
        clock.pass(120_000)
        expect(await resolve(worker)).toMatchObject({ found: 0, absent: 0 })
        await dispatch(worker)
      }
      expect(worker.attempts).toBe(1)
      expect(await delivery(key)).toMatchObject({ state: "uncertain", reason: "sin respuesta" })
    }
  })

  it("is sent again when the platform is certain, after a while, that it is not there", async () => {
    const worker = new FakeChat(clock, { lookup: "finds" })
    await enqueue("k1")
    worker.next({ post: false, outcome: { kind: "uncertain", detail: "se cortó la conexión" } })
    await dispatch(worker)
    expect(await resolve(worker)).toEqual({ found: 0, absent: 0, unresolved: 1 })
    clock.pass(31_000)
    expect(await resolve(worker)).toEqual({ found: 0, absent: 1, unresolved: 0 })
    await dispatch(worker)
    expect(worker.posted).toHaveLength(1)
    expect((await delivery("k1")).state).toBe("accepted")
  })

  it("is settled by processes of which each lives for less than that while", async () => {
    const worker = new FakeChat(clock, { lookup: "finds" })
    await enqueue("k1")
    worker.next({ post: false, outcome: { kind: "uncertain", detail: "se cortó la conexión" } })
    await dispatch(worker)
    const absent: number[] = []
    for (let life = 0; life < 3; life += 1) {
      absent.push((await resolve(new FakeChat(clock, { lookup: "finds" }))).absent)
      clock.pass(20_000)
    }
    expect(absent).toEqual([0, 0, 1])
  })

  it("resumes a split message after the part that was found", async () => {
    const worker = new FakeChat(clock, { lookup: "finds" })
    worker.parts = 2
    await enqueue("k1")
    worker.next({ post: true, outcome: { kind: "uncertain", detail: "sin respuesta" } })
    await dispatch(worker)
    expect(await resolve(worker)).toMatchObject({ found: 1 })
    await dispatch(worker)
    expect(worker.posted.map(({ part }) => part)).toEqual([0, 1])
    expect(await delivery("k1")).toMatchObject({ state: "accepted", receipts: { length: 2 } })
  })

  it("counts an adapter that breaks while sending as uncertain", async () => {
    await enqueue("k1")
    chat.next({ post: true, throws: new Error("bug") })
    await dispatch()
    expect((await delivery("k1")).state).toBe("uncertain")
  })
})

describe("sending all that is due", () => {
  const elsewhere = { adapter: "slack", workspace: "T1", channel: "otro" } as const

  it("goes on in every channel while the platform is slow in one", async () => {
    for (const key of ["a1", "a2"]) await enqueue(key)
    for (const key of ["b1", "b2", "b3"]) await enqueue(key, { to: elsewhere })
    const slow = gate()
    chat.next({ post: true, gate: slow.closed })
    let ended = false
    const all = dispatchPending(deps(), OPTIONS, () => false).then(() => {
      ended = true
    })
    await eventually(
      () => chat.posted.map(({ key }) => key),
      (keys) => keys.length === 4,
    )
    expect(chat.posted.map(({ key }) => key)).toEqual(["a1", "b1", "b2", "b3"])
    expect(ended).toBe(false)
    slow.open()
    await all
    expect(chat.posted.at(-1)?.key).toBe("a2")
  })

  it("finishes what is under way and begins nothing more when it is told to stop", async () => {
    for (const key of ["a1", "a2"]) await enqueue(key)
    const slow = gate()
    chat.next({ post: true, gate: slow.closed })
    let stopping = false
    const all = dispatchPending(deps(), OPTIONS, () => stopping)
    await eventually(
      () => chat.attempts,
      (attempts) => attempts === 1,
    )
    stopping = true
    slow.open()
    await all
    expect((await delivery("a1")).state).toBe("accepted")
    expect((await delivery("a2")).state).toBe("pending")
  })
})
