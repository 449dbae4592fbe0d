import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { dispatchDeliveries } from "../../src/app/entrega/dispatch.ts"
import type { DispatchDeps } from "../../src/app/entrega/envio.ts"
import type { Card } from "../../src/cards/card.ts"
import { referenciaDe } from "../../src/domain/texto/referencia.ts"
import { sumarMs } from "../../src/domain/tiempo/tiempo.ts"
import type { SendOutcome } from "../../src/ports/chat-adapter.ts"
import type { Delivery, NewDelivery } from "../../src/ports/repositories/deliveries.ts"
import { type Conversacion, NOW, startConversacion } from "../support/conversacion.ts"
import { FakeChat } from "../support/fake-chat.ts"
import { memoryLog } from "../support/reloj.ts"

const ST = "secretaria-tecnica"
const ADMIN = "administracion-tecnica"
const SECRET = "Asunto que no es para todos"
const card: Card = { title: SECRET, tone: "aviso", blocks: [{ kind: "text", text: SECRET }], actions: [] }
const rejected: SendOutcome = {
  kind: "rejected",
  reason: "El canal está archivado.",
  platformCode: "is_archived",
  scope: "destination",
}
const uncertain: SendOutcome = { kind: "uncertain", detail: "Se cortó la conexión." }

let chat: Conversacion
let platform: FakeChat

beforeEach(async () => {
  chat = await startConversacion()
  platform = new FakeChat({ now: () => NOW }, { id: "consola" })
})
afterEach(() => chat.close())

const deps = (): DispatchDeps => ({
  data: chat.data,
  clock: { now: () => NOW },
  adapters: new Map([["consola", platform]]),
  log: memoryLog(),
})

async function dispatch(): Promise<void> {
  for (let claimed = 1; claimed > 0; )
    claimed = (await dispatchDeliveries(deps(), { limit: 20, leaseMs: 60_000 })).claimed
}

async function enqueue(key: string, rest: Partial<NewDelivery> = {}): Promise<void> {
  const organo = await chat.data.read.organos.byClave("ci-trata")
  const canal = (await chat.data.read.canales.list(organo?.id ?? "")).find(({ clave }) => clave === "sre")
  if (canal === undefined) throw new Error("no channel")
  const { id, organoId, adapter, workspace, channel } = canal
  const to = { adapter, workspace, channel }
  await chat.data.read.deliveries.enqueue(
    {
      key,
      purpose: "aviso",
      organoId,
      canalId: id,
      to,
      card,
      notBefore: NOW,
      expiresAt: null,
      why: "Regla de prueba.",
      ...rest,
    },
    NOW,
  )
}

async function delivery(key: string): Promise<Delivery> {
  const found = await chat.data.read.deliveries.byKey(key)
  if (found === null) throw new Error(`no delivery ${key}`)
  return found
}

/** A delivery that ended so, and its reference. */
async function failed(key: string, outcome: SendOutcome, rest: Partial<NewDelivery> = {}): Promise<string> {
  await enqueue(key, rest)
  platform.next({ post: outcome.kind === "uncertain", outcome })
  await dispatch()
  const { id, state } = await delivery(key)
  expect(state).toBe(outcome.kind)
  return referenciaDe(id)
}

const buttons = ({ actions }: Card) => actions.map(({ id }) => id)
const confirmOf = ({ actions }: Card) =>
  actions.find(({ id }) => id.startsWith("plenaria.reenviar-confirmar"))?.id ?? ""
const sentTo = (channel: string) => platform.posted.filter((message) => message.channel === channel)

describe("the list of deliveries", () => {
  it("says when, where, why and what to do, with buttons", async () => {
    const ref = await failed("k", rejected)
    const { text, card: answer } = await chat.ask(ST, "/plenaria entregas")
    expect(text).toContain(ref)
    expect(text).toContain("SRE (canal sre, consola web)")
    expect(text).toContain("El canal está archivado.")
    expect(text).toContain("martes 11 de junio de 2024, 10:00 horas (hora del centro)")
    expect(text).toContain("Regla de prueba.")
    expect(text).toContain("No reciben mensajes: sre.")
    expect(buttons(answer)).toEqual(
      expect.arrayContaining([`plenaria.reenviar:${ref}`, `plenaria.descartar:${ref}`]),
    )
  })

  it("keeps the content from the technical administration, in the list and one by one", async () => {
    const ref = await failed("k", rejected)
    for (const typed of ["/plenaria entregas", `/plenaria entregas ${ref}`]) {
      expect((await chat.ask(ST, typed)).text).toContain(SECRET)
      const { text } = await chat.ask(ADMIN, typed)
      expect(text).toContain(ref)
      expect(text).not.toContain(SECRET)
    }
  })

  it("are seen by the Presidencia, who sends nothing again", async () => {
    const ref = await failed("k", uncertain)
    expect((await chat.press("presidencia", "plenaria.entregas")).text).toContain(ref)
    expect((await chat.press("presidencia", "plenaria.canales")).card.title).not.toContain("No tiene permiso")
    for (const action of [
      `plenaria.reenviar:${ref}`,
      `plenaria.descartar:${ref}`,
      "plenaria.canal-probar:sre",
    ])
      expect((await chat.press("presidencia", action)).card.title).toBe("No tiene permiso para este comando")
  })

  it.each(["enlace-sre", "titular-sre", "sin-vincular"])(
    "is refused to %s, and so is all else",
    async (user) => {
      const ref = await failed("k", uncertain)
      const actions = [
        "plenaria.entregas",
        `plenaria.entregas:${ref}`,
        `plenaria.reenviar:${ref}`,
        `plenaria.reenviar-confirmar:${ref} 0`,
        `plenaria.descartar:${ref}`,
        "plenaria.canales",
        "plenaria.canal-probar:sre",
      ]
      for (const action of actions) {
        const { card: answer, text } = await chat.press(user, action)
        expect(answer.title, action).toBe("No tiene permiso para este comando")
        expect(text).not.toContain("Regla de prueba")
      }
      await dispatch()
      expect((await delivery("k")).state).toBe("uncertain")
      expect(platform.attempts).toBe(1)
    },
  )

  it("groups by cause, shows five at a time, and a button for each", async () => {
    for (let i = 0; i < 7; i += 1) await failed(`k${i}`, rejected)
    const { text, card: answer } = await chat.ask(ST, "/plenaria entregas")
    expect(text.match(/Motivo: /gu)).toHaveLength(1)
    expect(buttons(answer).filter((id) => id.startsWith("plenaria.entregas:E-"))).toHaveLength(5)
    expect(buttons(answer)).toContain("plenaria.entregas:pagina:2")
    const next = await chat.press(ST, "plenaria.entregas:pagina:2")
    expect(next.text).toContain("Se muestran 2 de 7; página 2 de 2.")
    expect((await chat.press(ST, "plenaria.entregas:pagina:99")).text).toContain("página 2 de 2")
  })

  it("forgets a rejection after a week, unless it is asked for, but never an uncertain one", async () => {
    await failed("k", rejected)
    await failed("u", uncertain)
    const router = await chat.data.read.deliveryReview.page({
      organoId: (await delivery("k")).organoId,
      any: [{ state: "rejected", since: sumarMs(NOW, 1) }],
      offset: 0,
      limit: 5,
    })
    expect(router.total).toBe(0)
    expect((await chat.ask(ST, "/plenaria entregas rechazadas")).text).toContain("1 entrega.")
    expect((await chat.ask(ST, "/plenaria entregas inciertas")).text).toContain("1 entrega.")
    expect((await chat.ask(ST, "/plenaria entregas todas")).text).toMatch(/[23] entregas\./u)
  })

  it.each(["E-ZZZZZZ", "hola", "E-123"])("says that %s is no reference", async (typed) => {
    expect((await chat.ask(ST, `/plenaria entregas ${typed}`)).card.title).toBe("No se encontró la entrega")
  })

  it("does not show another body's delivery", async () => {
    const other = (await chat.data.read.organos.all()).find(({ clave }) => clave !== "ci-trata")
    if (other === undefined) throw new Error("no other body")
    await enqueue("k", { organoId: other.id })
    const ref = referenciaDe((await delivery("k")).id)
    for (const action of ["entregas", "reenviar", "descartar"])
      expect((await chat.press(ST, `plenaria.${action}:${ref}`)).card.title).toBe("No se encontró la entrega")
  })
})

describe("sending again", () => {
  it("sends what was rejected once, however many press, and records who did it", async () => {
    const ref = await failed("k", rejected)
    const users = [ST, ADMIN, ST, ADMIN, ST]
    const answers = await Promise.all(users.map((user) => chat.press(user, `plenaria.reenviar:${ref}`)))
    const titles = answers.map(({ card: answer }) => answer.title)
    expect(titles.filter((title) => title === `Se reenviará ${ref}`)).toHaveLength(1)
    expect(titles.filter((title) => title.includes("ya se atendió"))).toHaveLength(4)
    await dispatch()
    await dispatch()
    expect(sentTo("sre")).toHaveLength(1)
    const found = await delivery("k")
    expect(found).toMatchObject({ state: "accepted", attempts: 1 })
    const eventos = await chat.data.read.eventos.byObjeto(`entrega:${found.id}`)
    expect(eventos).toMatchObject([
      { tipo: "entrega.rechazada", personaId: null },
      { tipo: "entrega.reenviada", plataforma: "consola", antes: { state: "rejected" } },
      { tipo: "entrega.aceptada", personaId: null, despues: { intentos: 1 } },
    ])
    expect(eventos[1]?.personaId).not.toBeNull()
  })

  it("asks before it sends what may be there already, and then sends it once", async () => {
    const ref = await failed("k", uncertain)
    const asked = await chat.press(ST, `plenaria.reenviar:${ref}`)
    expect(asked.text).toContain("aparecerá dos veces")
    expect((await delivery("k")).state).toBe("uncertain")
    const confirm = confirmOf(asked.card)
    await Promise.all([chat.press(ST, confirm), chat.press(ST, confirm), chat.press(ADMIN, confirm)])
    await dispatch()
    expect(sentTo("sre")).toHaveLength(2)
  })

  it("does not take an old confirmation for a new one when it is uncertain again", async () => {
    const ref = await failed("k", uncertain)
    const confirm = confirmOf((await chat.press(ST, `plenaria.reenviar:${ref}`)).card)
    await chat.press(ST, confirm)
    platform.next({ post: true, outcome: uncertain })
    await dispatch()
    expect((await delivery("k")).state).toBe("uncertain")
    expect((await chat.press(ST, confirm)).card.title).toContain("ya se atendió")
    await dispatch()
    expect(sentTo("sre")).toHaveLength(2)
  })

  it("does nothing when the platform's answer came first", async () => {
    const ref = await failed("k", uncertain)
    const confirm = confirmOf((await chat.press(ST, `plenaria.reenviar:${ref}`)).card)
    const { id, to, key } = await delivery("k")
    const receipt = { ...to, messageId: "m1", acceptedAt: NOW, key, contentHash: "x" }
    await chat.data.read.deliveries.resolveUncertain(id, { kind: "found", receipt, last: true }, NOW)
    expect((await chat.press(ST, confirm)).text).toContain("aceptada por la plataforma")
    await dispatch()
    expect(sentTo("sre")).toHaveLength(1)
  })

  it("is not done to a reminder whose moment has passed, and says why", async () => {
    await enqueue("k", { purpose: "recordatorio", expiresAt: sumarMs(NOW, -1) })
    await dispatch()
    const { id, state } = await delivery("k")
    expect(state).toBe("expired")
    const { text, card: answer } = await chat.press(ST, `plenaria.reenviar:${referenciaDe(id)}`)
    expect(answer.title).toContain("No se puede reenviar")
    expect(text).toContain("su momento ya pasó")
    expect(buttons(answer)).not.toContain(`plenaria.reenviar:${referenciaDe(id)}`)
    expect((await delivery("k")).state).toBe("expired")
  })

  it("gives a message that expired as much time as it had", async () => {
    await enqueue("k", { notBefore: sumarMs(NOW, -7_200_000), expiresAt: sumarMs(NOW, -1_000) })
    await dispatch()
    await chat.press(ST, `plenaria.reenviar:${referenciaDe((await delivery("k")).id)}`)
    expect(await delivery("k")).toMatchObject({ state: "pending", expiresAt: sumarMs(NOW, 7_199_000) })
  })

  it("goes to where the channel is registered now", async () => {
    await enqueue("k", { to: { adapter: "consola", workspace: "demo", channel: "donde-estaba" } })
    platform.next({ post: false, outcome: rejected })
    await dispatch()
    await chat.press(ST, `plenaria.reenviar:${referenciaDe((await delivery("k")).id)}`)
    await dispatch()
    expect(sentTo("sre")).toHaveLength(1)
  })

  it("leaves nothing behind when a worker that was given up comes back late", async () => {
    await enqueue("k")
    const [claimed] = await chat.data.read.deliveries.claim({
      now: NOW,
      leaseMs: 1,
      limit: 1,
      adapters: ["consola"],
    })
    await chat.data.read.deliveries.sweepLostLeases(sumarMs(NOW, 10))
    const ref = referenciaDe(claimed?.id ?? "")
    await chat.press(ST, `plenaria.descartar:${ref}`)
    const { id = "", lease = "" } = claimed ?? {}
    expect(await chat.data.read.deliveries.finish(id, lease, "accepted", null, NOW)).toBe(false)
    expect((await delivery("k")).state).toBe("cancelled")
  })
})

describe("discarding", () => {
  it("cancels with who did it, and neither the dispatcher nor a lookup brings it back", async () => {
    const ref = await failed("k", uncertain)
    const { card: answer } = await chat.press(ADMIN, `plenaria.descartar:${ref}`)
    expect(answer.title).toBe(`Entrega ${ref} descartada`)
    const found = await delivery("k")
    expect(found).toMatchObject({
      state: "cancelled",
      reason: expect.stringMatching(/^Descartada por Persona/u),
    })
    expect(await chat.data.read.deliveries.resolveUncertain(found.id, { kind: "absent" }, NOW)).toBe(false)
    await dispatch()
    expect(platform.attempts).toBe(1)
    expect(await chat.data.read.eventos.byObjeto(`entrega:${found.id}`)).toMatchObject([
      { tipo: "entrega.incierta" },
      { tipo: "entrega.cancelada" },
      { tipo: "entrega.descartada", antes: { state: "uncertain" }, despues: { state: "cancelled" } },
    ])
    expect((await chat.press(ST, `plenaria.reenviar:${ref}`)).card.title).toContain("No se hizo nada")
  })

  it("and sending again at the same time: one of them wins, and the other is told", async () => {
    for (let i = 0; i < 4; i += 1) {
      const ref = await failed(`k${i}`, rejected)
      const answers = await Promise.all([
        chat.press(ST, `plenaria.descartar:${ref}`),
        chat.press(ADMIN, `plenaria.reenviar:${ref}`),
      ])
      expect(answers.filter(({ card: answer }) => answer.title.startsWith("No se hizo nada"))).toHaveLength(1)
      await dispatch()
      const { state } = await delivery(`k${i}`)
      expect(sentTo("sre").filter(({ key }) => key === `k${i}`)).toHaveLength(state === "accepted" ? 1 : 0)
    }
  })

  it("is not done to what is still to be sent", async () => {
    await enqueue("k")
    const ref = referenciaDe((await delivery("k")).id)
    expect((await chat.press(ST, `plenaria.descartar:${ref}`)).card.title).toContain("No se hizo nada")
    await dispatch()
    expect((await delivery("k")).state).toBe("accepted")
  })
})

describe("testing a channel", () => {
  it.each([
    "/plenaria canal probar sre",
    "/plenaria probar canal SRE",
    "/plenaria canal-probar sre",
    "/plenaria probar sre",
  ])("by %s goes the way of real messages and shows what came of it", async (typed) => {
    const { card: answer } = await chat.ask(ST, typed)
    const [result = ""] = buttons(answer)
    expect(result).toMatch(/^plenaria\.entregas:E-[0-9A-F]{6}$/u)
    expect((await chat.press(ST, result)).card.title).toContain("por enviarse")
    await dispatch()
    expect(sentTo("sre").map(({ text }) => text)).toEqual([expect.stringContaining("Prueba de canal")])
    expect((await chat.press(ST, result)).card.title).toContain("aceptada por la plataforma")
  })

  it("says why it did not get there, and of the channel that it is broken since then", async () => {
    const [result = ""] = buttons((await chat.ask(ADMIN, "/plenaria canal probar sre")).card)
    platform.next({ post: false, outcome: rejected })
    await dispatch()
    expect((await chat.press(ADMIN, result)).text).toContain("El canal está archivado.")
    const { text } = await chat.ask(ADMIN, "/plenaria canales")
    expect(text).toContain(
      "No recibe mensajes desde el martes 11 de junio de 2024, 10:00 horas (hora del centro)",
    )
    expect(text).toContain("Sin probar")
  })

  it("sends one for two presses, and tests the channel in which it is asked", async () => {
    await Promise.all([
      chat.press(ST, "plenaria.canal-probar:sre"),
      chat.press(ST, "plenaria.canal-probar:sre"),
    ])
    await chat.ask(ST, "/plenaria canal probar", "secretaria-tecnica")
    await dispatch()
    expect(sentTo("sre")).toHaveLength(1)
    expect(sentTo("secretaria-tecnica")).toHaveLength(1)
    expect((await chat.ask(ST, "/plenaria canales")).text).toContain("Funciona. Último envío: martes 11")
  })

  it("asks which when it is not clear", async () => {
    for (const typed of ["/plenaria canal probar", "/plenaria canal probar xyz"])
      expect((await chat.ask(ST, typed)).card.title).toBe("¿Qué canal desea probar?")
  })
})
