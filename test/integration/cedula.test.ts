import { randomUUID } from "node:crypto"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import express from "express"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { SIN_NOTICIAS } from "../../src/app/canal/recepcion.ts"
import { bytesOf } from "../../src/cards/card-file.ts"
import { cardOfAnswer } from "../../src/cards/form.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { createRouter } from "../../src/commands/router.ts"
import { libros } from "../../src/hojas/libros.ts"
import { downloadRoutes } from "../../src/http/descarga.ts"
import { imagenes } from "../../src/imagen/imagenes.ts"
import type { Celda } from "../../src/ports/hojas/libro.ts"
import { type Conversacion, NOW, startConversacion } from "../support/conversacion.ts"
import { partesDeLibro } from "../support/libro-en-partes.ts"
import { PLATAFORMAS } from "../support/plataformas.ts"
import { silentLog } from "../support/silent-log.ts"
import { Sql } from "../support/sql.ts"

const ST = "secretaria-tecnica"
const ENLACE = "enlace-sre"
const FORMULA = `=HYPERLINK("https://malo.example","Ver")`
const INTERNO = "CI/SO-21/07/2024"

let chat: Conversacion
let sql: Sql
beforeAll(async () => {
  chat = await startConversacion()
  sql = await Sql.connect(chat.databaseUrl)
  await sql.rows(
    `UPDATE "compromiso" SET "texto" = '${FORMULA}' WHERE "clave" = 'CI/SO-21/03/2024/SRE';
     UPDATE "acuerdo" SET "difusion" = 'publica' WHERE "clave" = 'CI/SO-21/02/2024';
     UPDATE "acuerdo" SET "difusion" = 'interna' WHERE "clave" = '${INTERNO}'`,
  )
})
afterAll(async () => {
  await sql.close()
  await chat.close()
})

const archivo = async (typed: string, user = ST) => {
  const { card, text } = await chat.ask(user, `compromiso cedula ${typed}`.trim())
  if (!card.file) throw new Error(text)
  return { text, file: card.file, bytes: bytesOf(card.file) }
}

/** The rows of its table, each by its headings. */
async function filas(typed: string, user = ST): Promise<readonly ReadonlyMap<Celda, Celda>[]> {
  const leido = await libros.leer((await archivo(typed, user)).bytes)
  if (leido.kind !== "libro") throw new Error(leido.motivo)
  const todas = leido.hojas[0]?.filas ?? []
  const cabeza = todas.findIndex(([primera]) => primera === "Sesión")
  const titulos = todas[cabeza] ?? []
  return todas.slice(cabeza + 1).map((fila) => new Map(titulos.map((titulo, c) => [titulo, fila[c] ?? null])))
}

describe("the follow-up table", () => {
  it("has all of it for who conducts the body, and its own for an institution", async () => {
    const todas = await filas("")
    expect(todas.length).toBeGreaterThan(30)
    const de = (clave: string) => todas.find((fila) => fila.get("Clave del compromiso") === clave)
    expect(Object.fromEntries(de("CI/SO-21/02/2024/SRE") ?? [])).toEqual({
      Sesión: "SO-21",
      "Fecha de la sesión": "2024-02-16",
      Acuerdo: "CI/SO-21/02/2024",
      "Texto del acuerdo": expect.stringContaining("Programa Anual de Trabajo 2024"),
      "Clave del compromiso": "CI/SO-21/02/2024/SRE",
      Compromiso: expect.stringContaining("actividades calendarizadas"),
      Institución: "SRE",
      Corresponsables: null,
      "Fecha compromiso": "2024-03-15",
      "Fecha reprogramada": null,
      Estado: "no atendido",
      "Días hábiles de atraso": 58,
      "Último avance": expect.stringContaining("visto bueno"),
      "Fecha del avance": "2024-03-08",
      Evidencia: null,
    })
    const suyas = await filas("", ENLACE)
    expect(new Set(suyas.map((fila) => fila.get("Institución")))).toEqual(new Set(["SRE"]))
    // The strictest level holds: of an internal agreement the institution knows what it owes, and no more.
    const interna = suyas.find((fila) => fila.get("Acuerdo") === INTERNO)
    expect(interna?.get("Compromiso")).toBe("Entregar insumos para el informe anual.")
    expect(interna?.get("Texto del acuerdo")).toBeNull()
    const deUna = await filas("SO-21")
    expect(new Set(deUna.map((fila) => fila.get("Sesión")))).toEqual(new Set(["SO-21"]))
    expect((await archivo("excel todos")).file.name).toBe("cedula-ci-trata-2024-06-11.xlsx")
    expect((await chat.ask("nadie", "compromiso cedula")).card.tone).toBe("error")
  })

  it("prints on letter paper laid across, its headings on every page, and no text of it is computed", async () => {
    const { bytes, text } = await archivo("SO-21")
    const partes = partesDeLibro(bytes)
    const hoja = partes.get("xl/worksheets/sheet1.xml") ?? ""
    expect(hoja).toContain(`paperSize="1" orientation="landscape" fitToWidth="1" fitToHeight="0"`)
    expect(hoja).toContain(`<autoFilter ref="A5:O`)
    expect(hoja).toContain(`<pane ySplit="5" topLeftCell="A6" state="frozen"`)
    expect(partes.get("xl/workbook.xml")).toContain(
      `name="_xlnm.Print_Titles" localSheetId="0">Cédula!$5:$5<`,
    )
    expect(hoja).toMatch(/<c r="B6" s="\d+"><v>45338<\/v>/)
    expect(partes.get("xl/styles.xml")).toContain("FFF8CBAD")
    const dichos = partes.get("xl/sharedStrings.xml") ?? ""
    for (const dicho of [
      "Corte al 11 de junio de 2024",
      "DATOS DE DEMOSTRACIÓN",
      "Comisión Intersecretarial",
    ])
      expect(dichos).toContain(dicho)
    expect(dichos).toContain("=HYPERLINK(")
    expect([...partes.values()].join("")).not.toMatch(/<f[ >]/)
    expect((await archivo("csv SO-21")).file.content).toContain(`"'=HYPERLINK(`)
    expect(text).toContain("no atendido: ")
  })

  it("has as open data what anybody may know, and no state, avance or text of an internal agreement", async () => {
    const { file, text } = await archivo("json")
    const { encabezado, compromisos } = JSON.parse(file.content)
    expect(encabezado).toMatchObject({ corte: "2024-06-11", sesion: null, aviso: "DATOS DE DEMOSTRACIÓN" })
    expect(new Set(compromisos.map((uno: { acuerdo: string }) => uno.acuerdo))).toEqual(
      new Set(["CI/SO-21/02/2024"]),
    )
    expect(compromisos[0]).toEqual({
      sesion: "SO-21",
      fecha_sesion: "2024-02-16",
      acuerdo: "CI/SO-21/02/2024",
      texto: expect.stringContaining("Programa Anual"),
      institucion: expect.any(String),
      fecha_compromiso: "2024-03-15",
    })
    expect(file.content).not.toContain("visto bueno")
    expect(text).toContain("Contiene solo acuerdos públicos")
    expect((await archivo("json", ENLACE)).file.content).toBe(file.content)
  })
})

describe("where an answer takes no file", () => {
  let now = NOW
  let url = ""
  let close: () => void
  beforeAll(async () => {
    const app = express()
    app.use(downloadRoutes({ data: chat.data, clock: { now: () => now }, log: silentLog }))
    const server = createServer(app)
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    close = () => server.close()
  })
  afterAll(() => close())
  beforeEach(() => {
    now = NOW
  })

  async function pedida(orden = "compromiso cedula", user = ST) {
    const router = createRouter({
      data: chat.data,
      libros,
      imagenes,
      clock: { now: () => now },
      log: silentLog,
      plataformas: PLATAFORMAS,
      limits: { factor: 10_000 },
      direccion: { base: url, publica: true },
      conexiones: { ...SIN_NOTICIAS, adjunta: () => 0 },
    })
    const [name = "", ...rest] = orden.split(" ")
    const answer = await router.command({
      eventId: randomUUID(),
      actor: { adapter: "consola", workspace: "demo", user },
      place: { adapter: "consola", workspace: "demo", channel: "directo" },
      receivedAt: now,
      name,
      rawOptions: { kind: "text", text: rest.join(" ") },
    })
    const card = cardOfAnswer(answer)
    if (card?.file?.url == null) throw new Error("no address")
    return { text: renderPlainText(card), url: card.file.url, file: card.file }
  }
  const descargas = async () => Number((await sql.rows(`SELECT count(*) AS "n" FROM "descarga"`))[0]?.n)
  const toma = (direccion: string) => fetch(direccion, { method: "POST" })

  it("a button opens an address that gives it once, to who presses and not to what looks at the link", async () => {
    const { text, url: direccion, file } = await pedida()
    expect(text).toContain("da el archivo una sola vez, hasta las 11:00 horas (hora del centro)")
    for (const method of ["GET", "HEAD", "GET"]) expect((await fetch(direccion, { method })).status).toBe(200)
    const dada = await toma(direccion)
    expect(dada.status).toBe(200)
    expect(dada.headers.get("content-disposition")).toBe(`attachment; filename=${file.name}`)
    expect(dada.headers.get("cache-control")).toBe("no-store")
    expect(Buffer.from(await dada.arrayBuffer()).toString("base64")).toBe(file.content)
    const [asiento] = await sql.rows(`SELECT * FROM "evento" WHERE "tipo" = 'archivo.descargado'`)
    expect(asiento).toMatchObject({ plataforma: "descarga", orden: "compromiso.cedula" })
    const otra = await toma(direccion)
    expect(otra.status).toBe(404)
    expect(await otra.text()).toContain("Pídalo de nuevo en el chat")
    expect((await toma(`${url}/descarga/${"x".repeat(43)}`)).status).toBe(404)
    expect(await descargas()).toBe(0)
  })

  it("of two who ask at once, one gets it; after an hour, nobody; and the data open none of them", async () => {
    const { url: direccion } = await pedida("plenaria bitacora-publica")
    const token = direccion.slice(-43)
    const [row] = await sql.rows(`SELECT "huella", encode("contenido", 'escape') AS "dice" FROM "descarga"`)
    expect(String(row?.dice)).not.toContain("Versión pública")
    expect(JSON.stringify(row)).not.toContain(token)
    const [una, otra] = await Promise.all([toma(direccion), toma(direccion)])
    expect([una?.status, otra?.status].sort()).toEqual([200, 404])
    const { url: tarde } = await pedida()
    now = "2024-06-11T17:00:00.000Z"
    expect((await toma(tarde)).status).toBe(404)
    await pedida()
    expect(await descargas()).toBe(1)
  })

  it("of an account that is suspended or nobody's any more, it is given to nobody", async () => {
    const suspendida = await pedida("compromiso cedula", "enlace-sre")
    const soltada = await pedida("compromiso cedula", "enlace-salud")
    const ajena = await pedida()
    const { card } = await chat.ask(ST, "directorio cuenta-suspender consola/demo/enlace-sre Se extravió")
    await chat.press(ST, card.actions[0]?.id ?? "")
    await chat.ask(ST, "plenaria desvincular consola/demo/enlace-salud")
    for (const { url: direccion } of [suspendida, soltada]) expect((await toma(direccion)).status).toBe(404)
    expect((await toma(ajena.url)).status).toBe(200)
  })
})
