import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { encolarRecordatorios } from "../../src/app/dia/encolar.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import type { Fecha, Hora } from "../../src/domain/tipos/tiempo.ts"
import { runTick } from "../../src/jobs/tick.ts"
import type { CambiosSesion } from "../../src/ports/repositories/sesion.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabase } from "../support/demo-database.ts"
import { FakeChat } from "../support/fake-chat.ts"
import { memoryLog, TestClock } from "../support/reloj.ts"

const clock = new TestClock("2024-06-11", "10:00")
let test: TestDatabase
let chat: FakeChat
beforeEach(async () => {
  clock.set("2024-06-11", "10:00")
  test = await createDemoDatabase(clock.now())
  chat = new FakeChat(clock, { id: "consola" })
})
afterEach(() => test.close())

const data = () => test.unitOfWork
async function sesion() {
  const organo = await data().read.organos.byClave("ci-trata")
  const found = await data().read.sesiones.byClave(organo?.id ?? "", "SO-22")
  if (!found || !organo) throw new Error("the demonstration has no SO-22")
  return { organo, sesion: found }
}
async function change(cambios: CambiosSesion) {
  const { sesion: found } = await sesion()
  await data().read.sesionesWriter.update(found.id, found.revision, cambios)
}
async function tick(fecha: Fecha, hora: Hora = "09:00") {
  clock.set(fecha, hora)
  await runTick({ data: data(), clock, adapters: new Map([["consola", chat]]), log: memoryLog() })
}
const inChannel = (channel: string, title: RegExp) =>
  chat.posted.filter(
    (message) => message.channel === channel && title.test(message.text.split("\n")[0] ?? ""),
  )
const SESSION = /^(?:Próxima sesión|Sesión de hoy|Por comenzar): Vigésima Segunda/

describe("reminders of a session", () => {
  beforeEach(() => change({ fecha: "2024-06-21", hora: "12:00" }))

  it("reach an institution five business days before, one before, that morning and an hour before", async () => {
    for (const day of ["2024-06-13", "2024-06-14", "2024-06-17", "2024-06-18", "2024-06-19", "2024-06-20"])
      await tick(day)
    expect(inChannel("sre", SESSION).map(({ at }) => at.slice(0, 10))).toEqual(["2024-06-14", "2024-06-20"])
    await tick("2024-06-21")
    await tick("2024-06-21", "10:55")
    expect(inChannel("sre", SESSION)).toHaveLength(3)
    await tick("2024-06-21", "11:00")
    await tick("2024-06-21", "11:30")
    const sent = inChannel("sre", SESSION)
    expect(sent).toHaveLength(4)
    expect(sent[3]?.text).toContain("Por comenzar")
    expect(sent[2]?.text).toContain("viernes 21 de junio de 2024, 12:00 horas (hora del centro)")
  })

  it("follow the session to its new date, and say nothing of the old one", async () => {
    await tick("2024-06-14")
    await change({ fecha: "2024-06-28" })
    await tick("2024-06-20")
    await tick("2024-06-21")
    const [, ...later] = inChannel("sre", SESSION)
    expect(later.map(({ at }) => at.slice(0, 10))).toEqual(["2024-06-21"])
    expect(later[0]?.text).toContain("viernes 28 de junio de 2024")
  })

  it("are not sent of a session that was cancelled after they were written", async () => {
    const { organo } = await sesion()
    clock.set("2024-06-14", "09:00")
    await encolarRecordatorios({ data: data(), now: clock.now() }, organo)
    await change({ estado: "cancelada" })
    await tick("2024-06-14", "09:05")
    expect(inChannel("sre", SESSION)).toEqual([])
  })

  it("do not say again what the convocatoria of that day has just said", async () => {
    const { sesion: found } = await sesion()
    const { convocatorias, personas } = data().read
    const previas = await convocatorias.list(found.id)
    const persona = await personas.byClave("secretaria-tecnica")
    await convocatorias.create({
      sesionId: found.id,
      version: previas.length + 1,
      tipo: "rectificacion",
      motivo: "Cambió la hora",
      contenido: { fecha: found.fecha, hora: found.hora, modalidad: null, sede: null, url: null, puntos: [] },
      personaId: persona?.id ?? "",
      enviadaEn: "2024-06-20T15:30:00.000Z",
    })
    await tick("2024-06-20", "09:31")
    await tick("2024-06-20", "17:00")
    expect(inChannel("sre", SESSION)).toEqual([])
    await tick("2024-06-21")
    await tick("2024-06-21", "11:00")
    expect(inChannel("sre", SESSION)).toHaveLength(2)
  })

  it("know no hour that nobody recorded", async () => {
    await change({ hora: null })
    await tick("2024-06-20")
    await tick("2024-06-21")
    await tick("2024-06-21", "11:00")
    const sent = inChannel("sre", SESSION)
    expect(sent).toHaveLength(2)
    expect(sent.map(({ text }) => text).join()).not.toMatch(/\d{2}:\d{2} horas/)
  })
})

describe("a session that nobody was called to", () => {
  const ULTIMO = "2024-06-21"
  const dias = ["2024-06-13", "2024-06-14", "2024-06-17", "2024-06-18", "2024-06-19", "2024-06-20", ULTIMO]

  it("is announced to no institution, not even as it begins; the Secretaría Técnica is warned of it", async () => {
    await change({ fecha: ULTIMO, hora: "12:00", estado: "programada", convocadaEl: null })
    for (const dia of dias) await tick(dia)
    await tick(ULTIMO, "11:00")
    const channels = new Set(
      chat.posted.filter(({ text }) => text.includes("Vigésima Segunda")).map(({ channel }) => channel),
    )
    expect([...channels]).toEqual(["secretaria-tecnica"])
  })

  it("is reminded of from the day on which it is convened", async () => {
    await change({ fecha: ULTIMO, hora: "12:00", estado: "programada", convocadaEl: null })
    for (const dia of dias.slice(0, 4)) await tick(dia)
    await change({ estado: "convocada", convocadaEl: "2024-06-18" })
    for (const dia of dias.slice(4)) await tick(dia)
    const sent = inChannel("sre", SESSION).map(({ at }) => at.slice(0, 10))
    expect(sent).toEqual(["2024-06-19", "2024-06-20", ULTIMO])
  })

  it("takes back a reminder that was written before", async () => {
    await change({ fecha: ULTIMO, hora: "12:00" })
    const { organo } = await sesion()
    clock.set("2024-06-14", "09:00")
    await encolarRecordatorios({ data: data(), now: clock.now() }, organo)
    await change({ estado: "programada", convocadaEl: null })
    await tick("2024-06-14", "09:05")
    expect(inChannel("sre", SESSION)).toEqual([])
  })
})

describe("to the Secretaría Técnica", () => {
  const DE_LA_SUBCOMISION = /Primera Sesión Ordinaria/u

  it("a convocatoria that is not sent is warned of until it is, and once when it is too late", async () => {
    await change({ fecha: "2024-06-28", hora: null, estado: "programada", convocadaEl: null })
    for (const day of ["2024-06-14", "2024-06-17", "2024-06-18", "2024-06-19", "2024-06-20", "2024-06-21"])
      await tick(day)
    const warned = inChannel("secretaria-tecnica", /onvocatoria.*Vigésima Segunda/)
    expect(warned.map(({ at }) => at.slice(0, 10))).toEqual([
      "2024-06-17",
      "2024-06-19",
      "2024-06-20",
      "2024-06-21",
    ])
    expect(warned[3]?.text).toContain("Venció el plazo de la convocatoria")
    expect(inChannel("sre", /onvocatoria/)).toEqual([])
  })

  it("the messages of a day come kind by kind", async () => {
    await tick("2024-06-17")
    const titles = chat.posted
      .filter(({ channel, text }) => channel === "secretaria-tecnica" && !DE_LA_SUBCOMISION.test(text))
      .map(({ text }) => text.split("\n")[0])
    expect(titles).toEqual([
      expect.stringMatching(/^Compromisos que requieren/),
      expect.stringMatching(/^Informe semanal/),
      expect.stringMatching(/^Directorio por atender/),
      expect.stringMatching(/sin canal/),
    ])
  })

  it("the report of the week comes once, with counts and whoever owes nothing", async () => {
    for (const day of ["2024-06-17", "2024-06-18", "2024-06-24"]) await tick(day)
    const reports = inChannel("secretaria-tecnica", /^Informe semanal/)
    expect(reports.map(({ at }) => at.slice(0, 10))).toEqual(["2024-06-17", "2024-06-24"])
    expect(reports[0]?.text).toMatch(/\d+ compromisos por atender \(/)
    expect(reports[0]?.text).toMatch(/Desde SE-1, los vencidos (?:pasaron de \d+ a|siguen en) \d+/)
    expect(reports[0]?.text).toContain("Ver el tablero y su gráfica")
    const deliveries = await data().read.deliveries.list({ limit: 500 })
    expect(deliveries.map(({ card }) => renderPlainText(card)).join()).not.toContain("%")
  })
})
