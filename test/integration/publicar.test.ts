import { randomUUID } from "node:crypto"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { actualizarMensajes } from "../../src/app/entrega/actualizar-mensajes.ts"
import { dispatchDeliveries } from "../../src/app/entrega/dispatch.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { createRouter } from "../../src/commands/router.ts"
import type { DocumentoImportacion } from "../../src/domain/importacion/documento.ts"
import { libros } from "../../src/hojas/libros.ts"
import { imagenes } from "../../src/imagen/imagenes.ts"
import type { InboundHandler } from "../../src/ports/chat-adapter.ts"
import { NOW } from "../support/conversacion.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabase } from "../support/demo-database.ts"
import { FakeChat } from "../support/fake-chat.ts"
import { PLATAFORMAS } from "../support/plataformas.ts"
import { silentLog } from "../support/silent-log.ts"

const ST = "secretaria-tecnica"
let db: TestDatabase
let router: InboundHandler

const start = () =>
  createRouter({
    libros,
    imagenes,
    data: db.database.unitOfWork,
    clock: { now: () => NOW },
    log: silentLog,
    plataformas: PLATAFORMAS,
  })

beforeEach(async () => {
  db = await createDemoDatabase(NOW)
  router = start()
})
afterEach(() => db.close())

const from = (user: string) => ({
  eventId: randomUUID(),
  actor: { adapter: "consola", workspace: "demo", user } as const,
  place: { adapter: "consola", workspace: "demo", channel: "directo" } as const,
  receivedAt: NOW,
})

async function shown(answer: ReturnType<InboundHandler["command"]>) {
  const reply = await answer
  if (reply.kind !== "reply") throw new Error(`expected a reply, got ${reply.kind}`)
  return { ...reply, text: renderPlainText(reply.card) }
}

const draft = (user = ST, sesion = "21") =>
  shown(
    router.command({
      ...from(user),
      name: "sesion",
      rawOptions: { kind: "text", text: `publicar ${sesion}` },
    }),
  )
const press = (actionId: string, user = ST) => shown(router.action({ ...from(user), actionId }))
const button = (card: Awaited<ReturnType<typeof draft>>["card"], label: RegExp) =>
  card.actions.find((action) => label.test(action.label))?.id ?? "none"
/** The messages, and not what is done to them afterwards. */
const queued = async () =>
  (await db.database.unitOfWork.read.deliveries.list({ limit: 500 })).filter(({ pinsId }) => pinsId === null)

async function publish() {
  return press(button((await draft()).card, /^Publicar/u))
}

/** Another import corrects the record. */
async function amend(change: (documento: DocumentoImportacion) => DocumentoImportacion) {
  await db.database.importacion.apply(change(await db.database.importacion.export()), NOW)
}

const sreAttended = (documento: DocumentoImportacion): DocumentoImportacion => ({
  ...documento,
  sesiones: documento.sesiones.map((sesion) => ({
    ...sesion,
    acuerdos: sesion.acuerdos.map((acuerdo) => ({
      ...acuerdo,
      compromisos: acuerdo.compromisos.map((compromiso) =>
        compromiso.clave === "CI/SO-21/07/2024/SRE"
          ? { ...compromiso, estado: "atendido" as const }
          : compromiso,
      ),
    })),
  })),
})

describe("a published summary", () => {
  it("is edited where it is when one of its commitments is fulfilled, and keeps its text", async () => {
    const clock = { now: () => NOW }
    const chat = new FakeChat(clock, { id: "consola", editing: true })
    const deps = {
      data: db.database.unitOfWork,
      clock,
      adapters: new Map([["consola", chat] as const]),
      log: silentLog,
    }
    const dispatch = async () => {
      while ((await dispatchDeliveries(deps, { limit: 50, leaseMs: 60_000 })).claimed > 0);
    }
    await publish()
    await dispatch()
    await amend(sreAttended)
    let enqueued = 0
    while (enqueued === 0) enqueued += await actualizarMensajes(deps)
    expect(enqueued).toBe(1)
    await dispatch()
    expect(chat.edited).toHaveLength(1)
    expect(chat.edited[0]?.text).toContain("CI/SO-21/07/2024/SRE: atendido")
    expect(chat.edited[0]?.text).toContain("Arturo Medina Padilla")
  })
})

describe("the draft", () => {
  it("shows the common part, each institution's own, and where it would go, and sends nothing", async () => {
    const { text, card } = await draft()
    for (const part of [
      "Arturo Medina Padilla",
      "Se aprobó o eligió:",
      "CI/SO-21/07/2024/SEP",
      "SRE (sre, consola web): 3 compromisos",
      "no constan en la fuente de esta sesión",
      "Canal público (público, consola web): solo lo que es público",
      "en 15 canales",
    ])
      expect(text).toContain(part)
    expect(card.actions.every(({ id }) => id.length <= 100)).toBe(true)
    expect(await queued()).toEqual([])
  })

  it("is only for the Secretaría Técnica", async () => {
    const id = button((await draft()).card, /^Publicar/u)
    // The Presidencia sees the draft, and does not publish it.
    expect((await draft("presidencia")).text).toContain("CI/SO-21")
    await press(id, "presidencia")
    for (const user of ["enlace-sre", "administracion-tecnica", "sin-vincular"]) {
      expect((await draft(user)).text).not.toContain("CI/SO-21")
      await press(id, user)
    }
    expect(await queued()).toEqual([])
  })

  it("refuses a session that is not closed, and one that does not exist", async () => {
    expect((await draft(ST, "22")).text).toContain("no está clausurada")
    expect((await draft(ST, "99")).text).toContain("No hay ninguna sesión «99»")
  })

  it("can be discarded", async () => {
    const cancelled = await press(button((await draft()).card, /^Cancelar/u))
    expect(cancelled.replaces).toBe(true)
    expect(cancelled.text).toContain("no se envió nada")
    expect(await queued()).toEqual([])
  })

  it("warns of an institution without a channel", async () => {
    await amend((documento) => ({
      ...documento,
      canales: documento.canales.map((canal) =>
        canal.clave === "fgr" ? { ...canal, activo: false } : canal,
      ),
    }))
    const { text } = await draft()
    expect(text).toMatch(/Sin canal activo.*FGR/u)
    expect(text).toContain("en 14 canales")
  })
})

describe("publishing", () => {
  it("queues one message for each institution's channel and for the public one, with its entry in the log", async () => {
    const { text, replaces } = await publish()
    expect(replaces).toBe(true)
    expect(text).toContain("15 canales")
    const deliveries = await queued()
    expect(deliveries.map(({ to }) => to.channel).sort()).toEqual(
      "bienestar ceav fgr inm inmujeres publico salud sectur segob sep sict sndif sre sspc stps".split(" "),
    )
    const { sesiones, organos, eventos } = db.database.unitOfWork.read
    const organo = await organos.byClave("ci-trata")
    const sesion = await sesiones.byClave(organo?.id ?? "", "SO-21")
    const log = await eventos.byObjeto(`sesion:${sesion?.id}`)
    expect(log.filter(({ tipo }) => tipo === "resumen.publicado")).toHaveLength(1)
  })

  it("gives each channel the common part and its own commitments, of no other institution", async () => {
    await publish()
    for (const delivery of (await queued()).filter(({ to }) => to.channel !== "publico")) {
      const text = renderPlainText(delivery.card)
      const own = delivery.to.channel.toUpperCase()
      expect(text).toContain("Arturo Medina Padilla")
      expect(text).toContain("no constan en la fuente de esta sesión")
      const claves = text.match(/CI\/SO-21\/\d\d\/2024\/\w+/gu) ?? []
      expect(claves.length).toBeGreaterThan(0)
      expect(claves.filter((clave) => !clave.endsWith(`/${own}`))).toEqual([])
      expect(text).not.toMatch(/unanimidad|ausente/iu)
    }
  })

  it("tells an institution what it contributes to, and who answers for it; so does the draft", async () => {
    await amend((documento) => ({
      ...documento,
      sesiones: documento.sesiones.map((sesion) => ({
        ...sesion,
        acuerdos: sesion.acuerdos.map((acuerdo) => ({
          ...acuerdo,
          compromisos: acuerdo.compromisos.map((uno) =>
            uno.clave === "CI/SO-21/07/2024/SRE" ? { ...uno, corresponsables: ["SALUD"] } : uno,
          ),
        })),
      })),
    }))
    expect((await draft()).text).toMatch(/– CI\/SO-21\/07\/2024\/SRE: .* · corresponsable; responde SRE/u)
    await publish()
    const recibido = async (canal: string) =>
      (await queued()).filter(({ to }) => to.channel === canal).map(({ card }) => renderPlainText(card))[0]
    const aporta = /CI\/SO-21\/07\/2024\/SRE.*\n.* · responde SRE; su institución es corresponsable/u
    expect(await recibido("salud")).toMatch(aporta)
    expect(await recibido("salud")).toContain("CI/SO-21/07/2024/SALUD")
    expect(await recibido("sre"), "its own is told as ever").not.toContain("es corresponsable")
    expect(await recibido("stps")).not.toContain("/SRE")
  })

  it("gives the public channel what anybody may read, without commitments or agreements of the members", async () => {
    await publish()
    const copy = (await queued()).find(({ to }) => to.channel === "publico")
    const text = copy ? renderPlainText(copy.card) : ""
    expect(text).toContain("Arturo Medina Padilla")
    expect(text).not.toMatch(/CI\/SO-21|compromiso de su institución|Ver mis compromisos/iu)
    expect(copy?.why).toContain("para el canal público")
  })

  it("gives the public channel only the agreements that are public, and nothing of a session that is not", async () => {
    const withAcuerdos = (difusion: "publica" | "integrantes") => (documento: DocumentoImportacion) => ({
      ...documento,
      sesiones: documento.sesiones.map((sesion) =>
        sesion.clave === "SO-21"
          ? {
              ...sesion,
              difusion,
              puntos: sesion.puntos.map((punto, i) =>
                i === 0 ? { ...punto, difusion: "integrantes" as const } : punto,
              ),
              acuerdos: sesion.acuerdos.map((acuerdo) => ({
                ...acuerdo,
                origen: "registro" as const,
                difusion: acuerdo.numero === 1 ? ("publica" as const) : ("integrantes" as const),
              })),
            }
          : sesion,
      ),
    })
    await amend(withAcuerdos("publica"))
    await publish()
    const copy = (await queued()).find(({ to }) => to.channel === "publico")
    const text = copy ? renderPlainText(copy.card) : ""
    expect(text).toContain("CI/SO-21/01/2024")
    expect(text).not.toContain("CI/SO-21/02/2024")
    expect(text).not.toContain("Programa Anual de Trabajo")
    await amend(withAcuerdos("integrantes"))
    expect((await draft()).text).not.toContain("Canal público")
  })

  it("gives both dates, the term and a way to see them", async () => {
    await publish()
    const sre = (await queued()).find(({ to }) => to.channel === "sre")
    const text = renderPlainText(sre?.card ?? { title: "", tone: "aviso", blocks: [], actions: [] })
    expect(text).toMatch(/CI\/SO-21\/07\/2024\/SRE.*\n.*29 de noviembre de 2024 · faltan \d+ días hábiles/u)
    expect(text).toContain("/compromiso mios")
  })

  it("does nothing the second time, nor after a restart", async () => {
    const id = button((await draft()).card, /^Publicar/u)
    await press(id)
    const before = await queued()
    router = start()
    for (const { text } of [await press(id), await press(id)]) {
      expect(text).toContain("martes 11 de junio de 2024, 10:00 horas (hora del centro)")
      expect(text).toContain("Persona de demostración de la Secretaría Técnica")
    }
    expect(await queued()).toEqual(before)
    expect((await draft()).card.actions.map(({ label }) => label)).toEqual(["Fe de erratas…"])
  })

  it("publishes once when it is confirmed several times at the same moment", async () => {
    const id = button((await draft()).card, /^Publicar/u)
    const answers = await Promise.all([press(id), press(id), press(id), press(id)])
    expect(answers.filter(({ card }) => card.tone === "logro")).toHaveLength(1)
    expect(answers.filter(({ text }) => text.includes("No se envió de nuevo"))).toHaveLength(3)
    expect(await queued()).toHaveLength(15)
  })

  it("refuses a draft whose content has changed since, and shows the new one", async () => {
    const id = button((await draft()).card, /^Publicar/u)
    await amend(sreAttended)
    const refused = await press(id)
    expect(refused.text).toContain("No se publicó nada")
    expect(await queued()).toEqual([])
    await press(button(refused.card, /^Publicar/u))
    expect(await queued()).toHaveLength(15)
  })

  it("sends a correction only where the content changed, and says that it is one", async () => {
    await publish()
    await amend(sreAttended)
    const again = await draft()
    expect(again.text).toContain("en 1 canal")
    await press(button(again.card, /^Publicar/u))
    const sre = (await queued()).filter(({ to }) => to.channel === "sre")
    expect(await queued()).toHaveLength(16)
    expect(sre.map(({ card }) => card.title).sort()).toEqual([
      "Resumen corregido: Vigésimo Primera Sesión Ordinaria",
      "Resumen: Vigésimo Primera Sesión Ordinaria",
    ])
  })

  it.each(["SO-21", "SO-21:zz", "SO-99:cancelar", "SO-21:00000000000000000000000000000000", "':--"])(
    "publishes nothing for a button that is not one of ours: %s",
    async (arg) => {
      await press(`sesion.publicar-confirmar:${arg}`)
      expect(await queued()).toEqual([])
    },
  )
})
