import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { dispatchDeliveries } from "../../src/app/entrega/dispatch.ts"
import type { DispatchDeps } from "../../src/app/entrega/envio.ts"
import { fijadoDe } from "../../src/app/mensaje/fijado.ts"
import type { Card } from "../../src/cards/card.ts"
import type { Delivery, NewDelivery } from "../../src/ports/repositories/deliveries.ts"
import { cuerpoColegiado } from "../support/cuerpo-colegiado.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { FakeChat } from "../support/fake-chat.ts"
import { memoryLog, TestClock } from "../support/reloj.ts"

const OPTIONS = { limit: 20, leaseMs: 60_000 }
const MINUTE = 60_000
const card: Card = { title: "Resumen de la sesión", tone: "aviso", blocks: [], actions: [] }

let test: TestDatabase
let database: TestDatabase["database"]
let clock: TestClock
let chat: FakeChat

beforeEach(async () => {
  test = await createTestDatabase()
  database = test.database
  clock = new TestClock("2024-03-08", "10:00")
  chat = new FakeChat(clock, { pinning: true, lookup: "finds" })
  await database.importacion.apply(cuerpoColegiado(), clock.now())
  await enqueue()
})
afterEach(() => test.close())

const dispatch = (adapter = chat) => {
  const deps: DispatchDeps = {
    data: database.unitOfWork,
    clock,
    adapters: new Map([["slack", adapter]]),
    log: memoryLog(),
    random: () => 1,
  }
  return dispatchDeliveries(deps, OPTIONS)
}

/** A summary and its pin, as they are enqueued when it is published. */
async function enqueue(): Promise<void> {
  await database.unitOfWork.transaction(async ({ organos, canales, deliveries }) => {
    const organo = await organos.byClave("ci-trata")
    const canal = (await canales.list(organo?.id ?? "")).find(({ clave }) => clave === "sre")
    if (organo === null || canal === undefined) throw new Error("the body was not recorded")
    const to = { adapter: canal.adapter, workspace: canal.workspace, channel: canal.channel }
    const resumen: NewDelivery = {
      key: "resumen",
      purpose: "resumen",
      organoId: organo.id,
      canalId: canal.id,
      to,
      card,
      notBefore: clock.now(),
      expiresAt: null,
      why: "Resumen de SO-21.",
    }
    await deliveries.enqueue(resumen, clock.now())
    await deliveries.enqueue(fijadoDe(resumen, (await deliveries.byKey("resumen"))?.id ?? ""), clock.now())
  })
}

async function stored(): Promise<{ readonly resumen: Delivery; readonly fijado: Delivery }> {
  const all = await database.unitOfWork.read.deliveries.list({ limit: 10 })
  const fijado = all.find(({ pinsId }) => pinsId !== null)
  const resumen = all.find(({ pinsId }) => pinsId === null)
  if (resumen === undefined || fijado === undefined) throw new Error("not both are stored")
  return { resumen, fijado }
}

describe("pinning a message", () => {
  it("comes after the message, and is done once", async () => {
    await dispatch()
    expect(chat.pinned.size, "the message goes first").toBe(0)
    await dispatch()
    expect([...chat.pinned]).toEqual(["m1"])
    expect(await dispatch()).toMatchObject({ claimed: 0 })
    expect((await stored()).fijado).toMatchObject({ state: "accepted", receipts: [{ messageId: "m1" }] })
    expect(chat.posted).toHaveLength(1)
  })

  it("is left where the platform pins nothing, and the message stands", async () => {
    const plain = new FakeChat(clock)
    await dispatch(plain)
    await dispatch(plain)
    const { resumen, fijado } = await stored()
    expect(resumen.state).toBe("accepted")
    expect(fijado).toMatchObject({ state: "cancelled", reason: "La plataforma no fija mensajes." })
  })

  it("says why when the platform refuses, and neither the message nor its channel is at fault", async () => {
    await dispatch()
    const reason = "El bot no tiene permiso para fijar mensajes en el canal."
    chat.nextPin({ post: false, outcome: { kind: "rejected", reason, platformCode: "50013" } })
    await dispatch()
    const { resumen, fijado } = await stored()
    expect(resumen.state).toBe("accepted")
    expect(fijado).toMatchObject({ state: "rejected", reason: expect.stringContaining(reason) })
    expect(await database.unitOfWork.read.channelHealth.broken()).toEqual([])
  })

  it("is tried again after an answer that was lost", async () => {
    await dispatch()
    chat.nextPin({ post: true, outcome: { kind: "uncertain", detail: "Se cortó la conexión." } })
    await dispatch()
    expect((await stored()).fijado.state).toBe("pending")
    clock.pass(MINUTE)
    await dispatch()
    expect((await stored()).fijado.state).toBe("accepted")
    expect([...chat.pinned]).toEqual(["m1"])
  })

  it("is tried again when its worker died in the middle, and never left in doubt", async () => {
    await dispatch()
    const dead = new FakeChat(clock, { pinning: true })
    dead.nextPin({ post: true, gate: new Promise(() => {}) })
    void dispatch(dead)
    while (dead.pinned.size === 0) await new Promise((done) => setImmediate(done))
    clock.pass(OPTIONS.leaseMs + 1_000)
    await dispatch()
    expect((await stored()).fijado.state).toBe("accepted")
  })

  it("waits while nobody knows whether the message is there", async () => {
    chat.next({ post: true, outcome: { kind: "uncertain", detail: "Sin respuesta." } })
    await dispatch()
    await dispatch()
    expect((await stored()).resumen.state).toBe("uncertain")
    expect((await stored()).fijado).toMatchObject({ state: "pending" })
    expect(chat.pinned.size).toBe(0)
  })

  it("is given up when the message never got there", async () => {
    chat.next({
      post: false,
      outcome: { kind: "rejected", reason: "El canal no existe.", platformCode: "x", scope: "message" },
    })
    await dispatch()
    await dispatch()
    expect((await stored()).fijado).toMatchObject({
      state: "cancelled",
      reason: "El mensaje que fijaba no llegó a enviarse.",
    })
  })
})
