import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { dispatchDeliveries } from "../../src/app/entrega/dispatch.ts"
import type { DispatchDeps } from "../../src/app/entrega/envio.ts"
import { deliveryTo } from "../../src/app/mensaje/delivery.ts"
import { pedirPortada } from "../../src/app/mensaje/portada.ts"
import type { Card } from "../../src/cards/card.ts"
import type { Destination, ExternalUser } from "../../src/ports/chat-adapter.ts"
import type { Delivery } from "../../src/ports/repositories/deliveries.ts"
import { cuerpoColegiado } from "../support/cuerpo-colegiado.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { FakeChat } from "../support/fake-chat.ts"
import { memoryLog, TestClock } from "../support/reloj.ts"

const OPTIONS = { limit: 20, leaseMs: 60_000 }
const MINUTE = 60_000
const PERSONA: Destination = { adapter: "slack", workspace: "T0001", channel: "@U0001" }

let test: TestDatabase
let clock: TestClock
let chat: FakeChat
/** What the page says when it is asked for. */
let dice = "Tiene 3 asuntos."
let vueltas = 0

beforeAll(async () => {
  test = await createTestDatabase()
  clock = new TestClock("2024-03-08", "10:00")
  await test.database.importacion.apply(cuerpoColegiado(), clock.now())
})
afterAll(() => test.close())
beforeEach(async () => {
  chat = new FakeChat(clock, { portada: true, lookup: "finds" })
  clock.pass(60 * MINUTE)
  await dispatch()
  chat = new FakeChat(clock, { portada: true, lookup: "finds" })
})

const card = (text: string): Card => ({
  title: "Portada",
  tone: "aviso",
  blocks: [{ kind: "text", text }],
  actions: [],
})

function dispatch(
  adapter = chat,
  portadaDe = async (_cuenta: ExternalUser): Promise<Card | null> => card(dice),
  limit = OPTIONS.limit,
) {
  const deps: DispatchDeps = {
    data: test.database.unitOfWork,
    clock,
    adapters: new Map([["slack", adapter]]),
    log: memoryLog(),
    random: () => 1,
    portadaDe,
  }
  return dispatchDeliveries(deps, { ...OPTIONS, limit })
}

/** Whether it was written. */
function pide(forma: "portada" | "mensaje" = "portada", to = PERSONA): Promise<"created" | "exists"> {
  vueltas += 1
  return test.database.unitOfWork.transaction(async ({ organos, canales, deliveries }) => {
    const organo = await organos.byClave("ci-trata")
    if (organo === null) throw new Error("the body was not recorded")
    const canal = await canales.directo(organo.id, to)
    const delivery = deliveryTo(canal, {
      purpose: "aviso",
      subject: ["portada", String(vueltas)],
      organo,
      card: card("Sin publicar."),
      notBefore: clock.now(),
      expiresAt: null,
      why: "Abrió su portada.",
    })
    return deliveries.enqueue({ ...delivery, forma }, clock.now())
  })
}

const ultima = async (): Promise<Delivery | undefined> =>
  (await test.database.unitOfWork.read.deliveries.list({ limit: 1 }))[0]

describe("a delivery that is a person's own page", () => {
  it("says what holds when it leaves, is no message, and what it said is not kept", async () => {
    await pide()
    dice = "Tiene 2 asuntos."
    expect(await dispatch()).toMatchObject({ claimed: 1, accepted: 1 })
    expect(chat.portadas).toMatchObject([
      { channel: "@U0001", text: expect.stringContaining("Tiene 2 asuntos.") },
    ])
    expect(chat.posted).toEqual([])
    const sent = await ultima()
    expect(sent).toMatchObject({ forma: "portada", state: "accepted", receipts: [{ messageId: "portada" }] })
    expect(JSON.stringify(sent)).not.toContain("Tiene 2 asuntos.")
  })

  it("waits once for each person, however often it is asked for; what follows one that leaves is another", async () => {
    expect([await pide(), await pide(), await pide("mensaje")]).toEqual(["created", "exists", "created"])
    expect(await pide("portada", { ...PERSONA, channel: "@U0002" }), "of somebody else").toBe("created")
    let pass = () => {}
    chat.nextPortada({ post: true, gate: new Promise((resolve) => (pass = () => resolve())) })
    const sending = dispatch()
    while (chat.portadas.length < 2) await new Promise((done) => setImmediate(done))
    expect(await pide(), "facts may have changed since it was written").toBe("created")
    pass()
    await sending
    while ((await dispatch()).claimed > 0);
    expect(chat.portadas.filter(({ channel }) => channel === "@U0001")).toHaveLength(2)
    expect(chat.posted).toHaveLength(1)
  })

  it("keeps nobody's message waiting when nobody looks, and is there at once for who does", async () => {
    const otra = { ...PERSONA, channel: "@U0003" }
    const pedida = (motivo: "mira" | "ronda" | "retira") =>
      test.database.unitOfWork.transaction(async (repositories) => {
        const organo = await repositories.organos.byClave("ci-trata")
        if (organo === null) throw new Error("the body was not recorded")
        const cuenta = { adapter: "slack", workspace: "T0001", user: "U0001" } as const
        vueltas += 1
        const pedido = { organo, vez: String(vueltas), why: "Prueba.", now: clock.now(), motivo }
        await pedirPortada(repositories, cuenta, pedido)
      })
    await pedida("ronda")
    await pide("mensaje", otra)
    await dispatch(chat, undefined, 1)
    expect([chat.posted.length, chat.portadas.length]).toEqual([1, 0])
    await pide("mensaje", otra)
    await pedida("mira")
    await pedida("ronda")
    clock.pass(MINUTE)
    await dispatch(chat, undefined, 1)
    expect([chat.posted.length, chat.portadas.length]).toEqual([1, 1])
    await dispatch()
    await pedida("ronda")
    await pedida("retira")
    await pedida("ronda")
    clock.pass(72 * 60 * MINUTE)
    await dispatch()
    expect(chat.portadas, "what must not stay goes, however late").toHaveLength(2)
  })

  it("keeps no message to the same person waiting while it is tried again", async () => {
    await pide()
    await pide("mensaje")
    chat.nextPortada({ post: false, outcome: { kind: "retry", after: 10 * MINUTE, reason: "Slack falla." } })
    while ((await dispatch()).claimed > 0);
    expect(chat.posted).toHaveLength(1)
    expect(await ultima()).toMatchObject({ forma: "mensaje", state: "accepted" })
    clock.pass(30 * MINUTE)
    await dispatch()
    expect(chat.portadas).toHaveLength(1)
  })

  it("is published again after an answer that was lost, by what the platform fails, or when nobody could write it", async () => {
    await pide()
    chat.nextPortada(
      { post: true, outcome: { kind: "uncertain", detail: "Se cortó." } },
      { post: false, throws: new Error("a bug") },
    )
    await dispatch()
    expect((await ultima())?.state).toBe("pending")
    clock.pass(MINUTE)
    await dispatch()
    clock.pass(MINUTE)
    await dispatch(chat, () => Promise.reject(new Error("no database")))
    expect(await ultima()).toMatchObject({ state: "pending", reason: "La portada no se pudo preparar." })
    clock.pass(MINUTE)
    await dispatch()
    expect((await ultima())?.state).toBe("accepted")
    expect(chat.portadas).toHaveLength(2)
  })

  it("is published again when its worker died in the middle, also if another waits, and is never in doubt", async () => {
    await pide()
    const dead = new FakeChat(clock, { portada: true })
    dead.nextPortada({ post: true, gate: new Promise(() => {}) })
    void dispatch(dead)
    while (dead.portadas.length === 0) await new Promise((done) => setImmediate(done))
    await pide()
    clock.pass(OPTIONS.leaseMs + 1_000)
    while ((await dispatch()).claimed > 0);
    const both = await test.database.unitOfWork.read.deliveries.list({ limit: 2 })
    expect(both.map(({ state }) => state)).toEqual(["accepted", "accepted"])
    expect(chat.portadas).toHaveLength(2)
  })

  it("is left where the platform has none, and where it is nobody's", async () => {
    await pide()
    await dispatch(new FakeChat(clock))
    expect(await ultima()).toMatchObject({ state: "cancelled", reason: "La plataforma no tiene portadas." })
    await pide()
    await dispatch(chat, async () => null)
    expect((await ultima())?.state).toBe("cancelled")
    expect(chat.portadas).toEqual([])
  })

  it("that is refused is nothing for the Secretaría Técnica, neither the page nor its place", async () => {
    await pide()
    const reason = "La pestaña no está activada."
    chat.nextPortada({ post: false, outcome: { kind: "rejected", reason, platformCode: "not_enabled" } })
    await dispatch()
    const refused = await ultima()
    expect(refused).toMatchObject({ state: "rejected", reason: expect.stringContaining(reason) })
    const { deliveryReview, channelHealth } = test.database.unitOfWork.read
    expect(await channelHealth.broken()).toEqual([])
    const { organoId = "", id = "" } = refused ?? {}
    const any = [{ state: "rejected" as const }]
    expect((await deliveryReview.page({ organoId, any, offset: 0, limit: 5 })).total).toBe(0)
    expect(await deliveryReview.byEnding(organoId, id.slice(-6))).toEqual([])
  })
})
