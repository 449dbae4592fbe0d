import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { conModelo, revisionDe } from "../../src/app/entrega/reglas-de-mensajes.ts"
import type { CardFile } from "../../src/cards/card.ts"
import { type Conversacion, NOW, startConversacion } from "../support/conversacion.ts"
import { leerCalendario } from "../support/leer-calendario.ts"
import { type ServidorCalendario, startCalendario } from "../support/servidor-calendario.ts"
import { Sql } from "../support/sql.ts"

const ST = "secretaria-tecnica"
const PUBLICA = { base: "https://plenaria.ejemplo.mx", publica: true }
let chat: Conversacion
let server: ServidorCalendario
let now = NOW

async function start(direccion?: typeof PUBLICA): Promise<void> {
  now = NOW
  chat = await startConversacion(NOW, undefined, direccion)
  const sql = await Sql.connect(chat.databaseUrl)
  await sql.run("UPDATE organo SET correo = 'sesiones@ejemplo.gob.mx'")
  await sql.close()
  server = await startCalendario(chat.data, { now: () => now })
  const sesion = { tipo: "ordinaria", numero: "23", fecha: "2024-08-15", hora: "10:00", sede: "Salón Juárez" }
  await chat.submit(ST, "sesion.crear", sesion)
  await addPunto("Seguimiento de acuerdos", "integrantes")
}
afterEach(async () => {
  await server.close()
  await chat.close()
})

async function addPunto(titulo: string, difusion: "integrantes" | "interna") {
  await chat.writer.addPunto({
    sesionId: (await sesion()).id,
    titulo,
    difusion,
    numero: null,
    estado: "incluido",
    resultado: null,
    institucionProponenteId: null,
    origen: "demo",
    motivo: null,
    fusionadoEnId: null,
    antecedenteId: null,
  })
}
async function sesion() {
  const found = (await chat.sesiones()).find(({ clave }) => clave === "SO-23")
  if (!found) throw new Error("no SO-23")
  return found
}
async function convene() {
  const { card } = await chat.ask(ST, "/sesion convocar SO-23")
  const id = card.actions.find(({ label }) => /^Convocar a/.test(label))?.id ?? ""
  await chat.press(ST, id)
}
const toSre = async () => (await chat.deliveries()).filter(({ to }) => to.channel === "sre")
/** The file of the last message to one institution. */
async function lastFile(): Promise<CardFile> {
  const [last] = [...(await toSre())].sort((a, b) => (a.why < b.why ? 1 : -1))
  if (!last?.card.file) throw new Error("no file")
  return last.card.file
}
async function lastEntry() {
  const { metodo, entradas } = leerCalendario((await lastFile()).content)
  const [entrada] = entradas
  if (!entrada || entradas.length > 1) throw new Error("expected one entry")
  expect(entrada.secuencia, "a later one is newer for every calendar").toBeGreaterThan(lastSequence)
  lastSequence = entrada.secuencia
  return { metodo, ...entrada }
}

/** Of the entry that was read before. */
let lastSequence = 0

describe("the calendar entry of a convocatoria", () => {
  beforeEach(async () => {
    lastSequence = 0
    await start()
  })

  it("goes to every institution, with what is on record and nothing else", async () => {
    await addPunto("Asunto interno", "interna")
    await convene()
    const files = (await chat.deliveries()).map(({ card }) => card.file)
    expect(files.length).toBeGreaterThan(1)
    for (const file of files)
      expect(file).toMatchObject({ name: "SO-23.ics", label: "Agregar a su calendario", url: null })
    const entrada = await lastEntry()
    expect(entrada).toMatchObject({
      metodo: "PUBLISH",
      uid: `sesion-${(await sesion()).id}@plenaria`,
      estado: "CONFIRMED",
      inicio: "2024-08-15T10:00:00",
      instante: "2024-08-15T16:00:00Z",
      fin: "2024-08-15T11:00:00",
      lugar: "Salón Juárez",
      url: null,
    })
    expect(entrada.titulo).toContain("Vigésima Tercera Sesión Ordinaria")
    expect(entrada.descripcion).toContain("1. Seguimiento de acuerdos")
    expect(entrada.descripcion).not.toContain("Asunto interno")
    expect(entrada.descripcion).not.toMatch(/Modalidad|Enlace|Motivo/)
    expect(entrada.descripcion).toContain("Hora de término: no consta; se aparta una hora.")
  })

  it("follows a rectification, a deferral with and without a date, and a cancellation: one entry, ever newer", async () => {
    await convene()
    const { uid } = await lastEntry()
    expect((await lastFile()).content.replaceAll("\r\n ", "")).toContain("mailto:sesiones@ejemplo.gob.mx")
    await chat.submit(ST, "sesion.rectificar:SO-23", {
      fecha: "2024-08-15",
      hora: "12:30",
      sede: "Salón Juárez",
      motivo: "Cambio de sala disponible",
    })
    const rectificada = await lastEntry()
    expect(rectificada).toMatchObject({ metodo: "PUBLISH", uid, inicio: "2024-08-15T12:30:00" })
    expect((await lastFile()).label).toBe("Actualizar su calendario")
    expect(rectificada.descripcion).toContain("Motivo: Cambio de sala disponible")

    await chat.submit(ST, "sesion.diferir:SO-23", { motivo: "Por falta de sede" })
    const diferida = await lastEntry()
    expect(diferida).toMatchObject({ metodo: "CANCEL", uid, estado: "CANCELLED" })
    expect(diferida.inicio, "the day that they were told").toBe("2024-08-15T12:30:00")
    expect(diferida.titulo).toContain("Diferida: ")
    expect((await lastFile()).label).toBe("Quitar de su calendario")

    await chat.ask(ST, "/sesion editar SO-23 fecha:2024-09-05 hora:11:00")
    await convene()
    expect(await lastEntry()).toMatchObject({
      metodo: "PUBLISH",
      uid,
      estado: "CONFIRMED",
      inicio: "2024-09-05T11:00:00",
    })

    await chat.submit(ST, "sesion.diferir:SO-23", {
      fecha: "2024-09-12",
      motivo: "Por agenda de la Presidencia",
    })
    expect(await lastEntry()).toMatchObject({
      metodo: "PUBLISH",
      estado: "TENTATIVE",
      diaCompleto: true,
      inicio: "2024-09-12",
    })
    await chat.submit(ST, "sesion.cancelar:SO-23", { motivo: "Por causas de fuerza mayor" })
    expect(await lastEntry()).toMatchObject({ metodo: "CANCEL", uid, estado: "CANCELLED" })
  })

  it("comes back with a second call, on its own day", async () => {
    await convene()
    const { uid } = await lastEntry()
    chat.movesTo("2024-08-15T18:00:00.000Z")
    await chat.press(ST, "sesion.sin-quorum:SO-23")
    await chat.submit(ST, "sesion.segunda:SO-23", { fecha: "2024-08-20", hora: "09:00" })
    expect(await lastEntry()).toMatchObject({
      metodo: "PUBLISH",
      uid,
      estado: "CONFIRMED",
      inicio: "2024-08-20T09:00:00",
    })
  })

  it("is renewed in the messages that were sent before", async () => {
    await convene()
    const [first] = await toSre()
    await chat.submit(ST, "sesion.cancelar:SO-23", { motivo: "Por causas de fuerza mayor" })
    const mensaje = first && conModelo(first)
    const card = mensaje && (await revisionDe(mensaje).cuerpo?.(chat.data.read, mensaje, NOW))
    expect(card).toMatchObject({ title: first?.card.title, file: { label: "Quitar de su calendario" } })
    expect(leerCalendario(card?.file?.content ?? "")).toMatchObject({
      metodo: "CANCEL",
      entradas: [{ estado: "CANCELLED" }],
    })
  })
})

describe("the address of a convocatoria's calendar entry", () => {
  beforeEach(() => start(PUBLICA))

  const pathOf = async () => (await lastFile()).url?.slice(PUBLICA.base.length) ?? ""

  it("is one for every institution, and answers with the session as it stands", async () => {
    await convene()
    const urls = new Set((await chat.deliveries()).map(({ card }) => card.file?.url))
    expect(urls.size).toBe(1)
    const path = await pathOf()
    expect(path).toMatch(/^\/calendario\/sesion\/[\w-]{43}\.ics$/)
    const response = await fetch(`${server.url}${path}`)
    expect(response.headers.get("content-disposition")).toBe("attachment; filename=SO-23.ics")
    expect(leerCalendario(await response.text())).toMatchObject({
      metodo: "PUBLISH",
      entradas: [{ estado: "CONFIRMED" }],
    })

    await chat.submit(ST, "sesion.cancelar:SO-23", { motivo: "Por causas de fuerza mayor" })
    const later = leerCalendario(await (await fetch(`${server.url}${path}`)).text())
    expect(later).toMatchObject({ metodo: "CANCEL", entradas: [{ estado: "CANCELLED" }] })
    expect(await pathOf(), "each version has its own").not.toBe(path)
  })

  it("gives that session's file and no calendar, and a calendar's gives no file", async () => {
    await convene()
    const path = await pathOf()
    expect((await fetch(`${server.url}${path.replace("sesion/", "")}`)).status).toBe(404)
    const { text } = await chat.ask("enlace-sre", "/plenaria suscripcion-crear")
    expect(text).toContain(`${PUBLICA.base}/calendario/`)
    expect(text).not.toContain("PUBLIC_URL")
    const feed = /\/calendario\/[\w-]{43}\.ics/.exec(text)?.[0] ?? ""
    expect((await fetch(`${server.url}${feed}`)).status).toBe(200)
    const asSesion = feed.replace("/calendario/", "/calendario/sesion/")
    expect((await fetch(`${server.url}${asSesion}`)).status).toBe(404)
    const list = (await chat.ask(ST, "/plenaria suscripcion-lista")).text
    expect(list, "only what somebody asked for").toContain("1 suscripción vigente")
  })

  it("is forgotten a month after the session", async () => {
    await convene()
    const path = await pathOf()
    now = "2024-09-14T16:00:00.000Z"
    expect((await fetch(`${server.url}${path}`)).status).toBe(200)
    now = "2024-09-16T16:00:00.000Z"
    expect((await fetch(`${server.url}${path}`)).status).toBe(404)
  })

  it("is not in the log of changes", async () => {
    await convene()
    const token = (await pathOf()).slice("/calendario/sesion/".length, -".ics".length)
    const eventos = await chat.eventos(`sesion:${(await sesion()).id}`)
    expect(eventos.length).toBeGreaterThan(0)
    expect(JSON.stringify(eventos)).not.toContain(token)
  })
})
