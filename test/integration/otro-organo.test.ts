import { randomUUID } from "node:crypto"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { dispatchDeliveries } from "../../src/app/entrega/dispatch.ts"
import { mundoDe } from "../../src/app/lenguaje/mundo.ts"
import { conSuOrgano } from "../../src/app/mensaje/con-su-organo.ts"
import type { Card } from "../../src/cards/card.ts"
import { comando, frase } from "../../src/cards/comando.ts"
import { deOtroOrgano } from "../../src/cards/de-otro-organo.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { PUBLICO } from "../../src/domain/visibilidad/actor.ts"
import type { ChatAdapter } from "../../src/ports/chat-adapter.ts"
import { type Conversacion, NOW, startConversacion } from "../support/conversacion.ts"
import { FakeChat } from "../support/fake-chat.ts"
import { silentLog } from "../support/silent-log.ts"

const ST = "secretaria-tecnica"
const SUB = "subcomision-consultiva"
let chat: Conversacion
beforeEach(async () => {
  chat = await startConversacion()
})
afterEach(() => chat.close())

describe("the next session of another body", () => {
  it("is offered by a button, which answers about that body and offers the first one", async () => {
    const { card, text } = await chat.ask(ST, "/sesion proxima")
    expect(text).toContain("Vigésima Segunda Sesión Ordinaria")
    const other = card.actions.find(({ label }) => label === "Próxima de la Subcomisión Consultiva")
    const answer = await chat.press(ST, other?.id ?? "")
    expect(answer.text).toContain("Órgano: Subcomisión Consultiva")
    const back = answer.card.actions.find(({ id }) => id === "sesion.proxima:organo:ci-trata")
    expect((await chat.press(ST, back?.id ?? "")).text).toContain("Vigésima Segunda Sesión")
  })

  it("may be asked for by name in any channel, and shows each only what is for them", async () => {
    const typed = `/sesion proxima organo:${SUB}`
    expect((await chat.ask(ST, typed, "sre")).text).toContain("Órgano: Subcomisión Consultiva")
    expect((await chat.ask("enlace-sre", typed, "sre")).text).toContain(
      "No hay ninguna sesión por celebrarse de: Subcomisión Consultiva",
    )
  })

  it("goes on about that body: every button of the answer names it", async () => {
    const { card } = await chat.ask(ST, `/sesion proxima organo:${SUB}`)
    for (const { id } of card.actions) expect(id).toMatch(/organo:\S+$/)
  })

  it("of a body that does not exist is not guessed", async () => {
    const { card } = await chat.ask(ST, "/sesion proxima organo:xanadu")
    expect(card.title).not.toContain("Próxima sesión")
    expect(card.tone).not.toBe("logro")
  })

  it("gives nobody more than their post in that body: the check is of the body that is named", async () => {
    const { card } = await chat.ask("enlace-sre", `/sesion crear organo:${SUB}`)
    expect(card.title).toBe("No tiene permiso para este comando")
  })
})

describe("what is asked in the channel of another body and answered by direct message", () => {
  it("goes on about that body: there, nothing else says which it is", async () => {
    await chat.amend((documento) => ({
      ...documento,
      canales: documento.canales.flatMap((canal) =>
        canal.canal === "sre" ? [canal, { ...canal, organo: SUB, clave: SUB, canal: SUB }] : [canal],
      ),
    }))
    const canal = { adapter: "consola", workspace: "demo", channel: SUB } as const
    const pide = async (aparte: { readonly enDirecto?: true }) => {
      const answer = await chat.router.command({
        eventId: randomUUID(),
        actor: { adapter: "consola", workspace: "demo", user: ST },
        place: canal,
        name: "sesion",
        rawOptions: { kind: "text", text: "proxima" },
        receivedAt: NOW,
        ...aparte,
      })
      return answer.kind === "reply" ? answer.card.actions.map(({ id }) => id) : []
    }
    expect(await pide({})).toContain("sesion.agenda:SO-1")
    const ids = await pide({ enDirecto: true })
    expect(ids).toContain(`sesion.agenda:SO-1 organo:${SUB}`)
    for (const id of ids) expect(id).toMatch(/organo:\S+$/)
  })

  it("may name a body below until the day on which that one ends", async () => {
    const nombra = async (cerradoEl: string) => {
      await chat.amend((documento) => ({
        ...documento,
        organos: documento.organos.map((uno) => (uno.clave === SUB ? { ...uno, cerradoEl } : uno)),
      }))
      const { read } = chat.data
      const organo = (await read.organos.all()).find(({ padreId }) => padreId === null)
      if (organo === undefined) throw new Error("no body")
      const mundo = await mundoDe({ read, actor: PUBLICO, organo, hoy: "2024-06-11" })
      return mundo.suborganos.map(({ clave }) => clave)
    }
    expect(await nombra("2024-06-12")).toContain(SUB)
    expect(await nombra("2024-06-11")).not.toContain(SUB)
  })
})

describe("a command that a card of another body mentions", () => {
  const CLAVE = "grupo de capacitación"
  const mencionada: Card = {
    title: "",
    tone: "aviso",
    blocks: [
      { kind: "note", text: frase`Vea ${comando("sesion.agenda", { sesion: "SO-1" })}` },
      { kind: "list", ordered: false, items: [frase`${comando("compromiso.mios")}`] },
      { kind: "fields", fields: [{ label: "", value: frase`${comando("plenaria.ayuda")}` }] },
    ],
    actions: [],
  }

  it("names that body as one would type it, wherever in the card; and what is of no body does not", () => {
    const text = renderPlainText(deOtroOrgano(mencionada, CLAVE))
    expect(text).toContain(`/sesion agenda SO-1 organo:"${CLAVE}"`)
    expect(text).toContain(`/compromiso mios organo:"${CLAVE}"`)
    expect(text).toMatch(/\/plenaria ayuda(?! organo)/u)
    expect(renderPlainText(deOtroOrgano(deOtroOrgano(mencionada, CLAVE), CLAVE))).toBe(text)
  })

  it("is so in a message to a channel of the body above, though it has no buttons", async () => {
    const organo = await chat.data.read.organos.byClave(SUB)
    const arriba = (await chat.data.read.organos.all()).find(({ padreId }) => padreId === null)
    const [canal] = await chat.data.read.canales.list(arriba?.id ?? "")
    if (!organo || !canal) throw new Error("no body or no channel")
    const card = await conSuOrgano(chat.data.read, { organoId: organo.id, to: canal }, mencionada)
    expect(renderPlainText(card)).toContain(`/sesion agenda SO-1 organo:${SUB}`)
  })
})

describe("a button of another body", () => {
  const de = (id: string, clave: string) => {
    const card: Card = { title: "", tone: "aviso", blocks: [], actions: [{ id, label: "", style: "normal" }] }
    return deOtroOrgano(card, clave).actions.map((action) => action.id)
  }

  it("without room for its name is left out: here it would act on the session of this body", () => {
    expect(de("sesion.instalar:SO-1", SUB)).toEqual([`sesion.instalar:SO-1 organo:${SUB}`])
    expect(de(`sesion.instalar:${"x".repeat(70)}`, SUB)).toEqual([])
  })

  it("names a body whose clave has spaces so that it is read back", async () => {
    await chat.amend((documento) => ({
      ...documento,
      organos: documento.organos.map((organo) =>
        organo.clave === "grupo-capacitacion" ? { ...organo, clave: "grupo de capacitación" } : organo,
      ),
    }))
    const [id = ""] = de("sesion.proxima", "grupo de capacitación")
    const { card } = await chat.press(ST, id)
    expect(card.title).not.toBe("No se sabe de qué órgano colegiado pregunta")
  })
})

describe("a sub-body that speaks through the channels of the body above it", () => {
  it("names itself in the buttons of its messages, so that they work there", async () => {
    const { data } = chat
    const organos = await data.read.organos.all()
    const comision = organos.find(({ clave }) => clave === "ci-trata")
    const sub = organos.find(({ clave }) => clave === SUB)
    const canal = (await data.read.canales.list(comision?.id ?? "")).find(({ clave }) => clave === "sre")
    if (!sub || !canal) throw new Error("the demonstration has both")
    const to = { adapter: canal.adapter, workspace: canal.workspace, channel: canal.channel }
    const card: Card = {
      title: "Aviso",
      tone: "aviso",
      blocks: [],
      actions: [
        { id: "sesion.proxima", label: "Próxima", style: "normal" },
        { id: "sesion.agenda:SO-1", label: "Orden del día", style: "normal" },
      ],
    }
    const delivery = {
      key: "k1",
      purpose: "aviso",
      canalId: canal.id,
      to,
      card,
      notBefore: NOW,
      expiresAt: null,
      why: "prueba",
    } as const
    await data.transaction(async ({ deliveries }) => {
      await deliveries.enqueue({ ...delivery, organoId: sub.id }, NOW)
      await deliveries.enqueue({ ...delivery, key: "k2", organoId: comision?.id ?? "" }, NOW)
    })
    const sent: Card[] = []
    const platform = new FakeChat({ now: () => NOW }, { id: "consola" })
    const adapter: ChatAdapter = new Proxy(platform, {
      get: (target, name) =>
        name === "send"
          ? (request: { readonly card: Card }) => {
              sent.push(request.card)
              return target.send(request as never)
            }
          : Reflect.get(target, name),
    })
    const deps = {
      data,
      clock: { now: () => NOW },
      adapters: new Map([["consola" as const, adapter]]),
      log: silentLog,
    }
    for (let i = 0; i < 2; i += 1) await dispatchDeliveries(deps, { limit: 10, leaseMs: 60_000 })
    const ids = sent.map(({ actions }) => actions.map(({ id }) => id))
    expect(ids).toEqual([
      [`sesion.proxima:organo:${SUB}`, `sesion.agenda:SO-1 organo:${SUB}`],
      ["sesion.proxima", "sesion.agenda:SO-1"],
    ])
    const answer = await chat.press("enlace-sre", ids[0]?.[0] ?? "")
    expect(answer.text).toContain("Subcomisión Consultiva")
  })
})
