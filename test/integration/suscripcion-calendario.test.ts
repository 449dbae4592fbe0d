import { createHash } from "node:crypto"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type Conversacion, NOW, startConversacion } from "../support/conversacion.ts"
import { leerCalendario } from "../support/leer-calendario.ts"
import { type ServidorCalendario, startCalendario } from "../support/servidor-calendario.ts"
import { Sql } from "../support/sql.ts"

const ST = "secretaria-tecnica"
const ENLACE = "enlace-sre"
let chat: Conversacion
let server: ServidorCalendario
let now = NOW
beforeEach(async () => {
  now = NOW
  chat = await startConversacion()
  server = await startCalendario(chat.data, { now: () => now })
})
afterEach(async () => {
  await server.close()
  await chat.close()
})

/** The path of the address that an answer gives. */
const pathIn = (text: string) => /\/calendario\/[\w-]{43}\.ics/.exec(text)?.[0] ?? ""
const create = async (user: string, args = "") =>
  pathIn((await chat.ask(user, `/plenaria suscripcion-crear ${args}`.trim())).text)
const get = (path: string, headers: Record<string, string> = {}) => fetch(`${server.url}${path}`, { headers })
const read = async (path: string) => leerCalendario(await (await get(path)).text())
const sesion = async (clave: string) => {
  const found = (await chat.sesiones()).find((una) => una.clave === clave)
  if (!found) throw new Error(`no ${clave}`)
  return found
}
const entrada = async (path: string, clave: string) => {
  const { id } = await sesion(clave)
  return (await read(path)).entradas.find(({ uid }) => uid === `sesion-${id}@plenaria`)
}

describe("asking for a calendar", () => {
  it("gives an enlace the address of their institution's, once, and how to add it", async () => {
    const { text } = await chat.ask(ENLACE, "/plenaria suscripcion-crear")
    expect(pathIn(text)).not.toBe("")
    for (const said of ["Outlook", "Google", "Apple", "una sola vez", "SRE", "PUBLIC_URL"])
      expect(text).toContain(said)
    const list = (await chat.ask(ENLACE, "/plenaria suscripcion-lista")).text
    expect(list).toMatch(/C-[0-9A-F]{8} SRE/)
    expect(list).not.toContain("/calendario/")
  })

  it("keeps nothing but the SHA-256 of the address, also in the log of changes", async () => {
    const path = await create(ENLACE)
    const token = path.slice("/calendario/".length, -".ics".length)
    const huella = createHash("sha256").update(token).digest("hex")
    const stored = await chat.data.read.calendario.byHuella(huella)
    expect(stored).toMatchObject({ sesionId: null, revocadaEn: null })
    const eventos = await chat.eventos(`suscripcion:${stored?.id}`)
    expect(eventos).toMatchObject([{ tipo: "suscripcion.creada", antes: null, plataforma: "consola" }])
    expect(JSON.stringify(eventos)).not.toContain(token)
    expect(JSON.stringify(eventos)).not.toContain(huella)
  })

  it("gives the Secretaría Técnica the body's, or any institution's with a seat", async () => {
    expect((await chat.ask(ST, "/plenaria suscripcion-crear")).text).toContain("Suscripción al calendario: C")
    expect((await chat.ask(ST, "/plenaria suscripcion-crear SECTUR")).text).toContain("compromisos de SECTUR")
    expect((await chat.ask(ST, "/plenaria suscripcion-crear Hacienda")).text).toContain(
      "¿De qué institución?",
    )
  })

  it("gives nobody another institution's, and someone not linked none at all", async () => {
    const other = await chat.ask(ENLACE, "/plenaria suscripcion-crear SECTUR")
    expect(pathIn(other.text)).toBe("")
    expect(other.card.actions.map(({ label }) => label)).toEqual(["Calendario de SRE"])
    expect(pathIn((await chat.ask("nadie", "/plenaria suscripcion-crear")).text)).toBe("")
    expect(pathIn((await chat.ask("nadie", "/plenaria suscripcion-crear SRE")).text)).toBe("")
  })

  it("stops at twenty in force for one institution", async () => {
    for (let i = 0; i < 20; i += 1) expect(await create(ENLACE)).not.toBe("")
    const { text } = await chat.ask(ENLACE, "/plenaria suscripcion-crear")
    expect(text).toContain("Ya hay 20 vigentes")
    expect(await create(ST, "SECTUR"), "another institution's are its own").not.toBe("")
  })
})

describe("a calendar's address", () => {
  it("answers with a calendar that another library reads, and says so in its headers", async () => {
    const response = await get(await create(ENLACE))
    expect(response.status).toBe(200)
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8")
    expect(response.headers.get("cache-control")).toContain("private")
    const { metodo, nombre, entradas } = leerCalendario(await response.text())
    expect(metodo, "nobody on record sends it").toBe("")
    expect(nombre).toMatch(/SRE$/)
    expect(entradas.length).toBeGreaterThan(1)
  })

  it("announces no session that was not convened, to whomever it belongs, and every one that was", async () => {
    await chat.submit(ST, "sesion.crear", {
      tipo: "ordinaria",
      numero: "23",
      fecha: "2024-08-15",
      hora: "10:00",
    })
    await chat.submit(ST, "sesion.punto-agregar:SO-23", { titulo: "Informe anual" })
    const paths = [await create(ST), await create(ENLACE)]
    for (const path of paths) {
      expect(await entrada(path, "SO-23")).toBeUndefined()
      expect(await entrada(path, "SO-22")).toBeDefined()
    }
    const { card } = await chat.ask(ST, "/sesion convocar SO-23")
    await chat.press(ST, card.actions[0]?.id ?? "")
    for (const path of paths) expect(await entrada(path, "SO-23")).toMatchObject({ estado: "CONFIRMED" })
    await chat.submit(ST, "sesion.cancelar:SO-23", { motivo: "Por instrucción de la Presidencia." })
    for (const path of paths) expect(await entrada(path, "SO-23")).toMatchObject({ estado: "CANCELLED" })
  })

  it("shows the sessions as they stand, with what members may see of the orden del día", async () => {
    const path = await create(ST)
    const { id, organoId } = await sesion("SO-22")
    const punto = { sesionId: id, numero: null, resultado: null, institucionProponenteId: null, motivo: null }
    const rest = { fusionadoEnId: null, antecedenteId: null, origen: "demo" } as const
    await chat.writer.addPunto({
      ...punto,
      ...rest,
      titulo: "Asunto de integrantes",
      estado: "incluido",
      difusion: "integrantes",
    })
    await chat.writer.addPunto({
      ...punto,
      ...rest,
      titulo: "Asunto interno",
      estado: "incluido",
      difusion: "interna",
    })
    await chat.writer.addPunto({
      ...punto,
      ...rest,
      titulo: "Asunto propuesto",
      estado: "propuesto",
      difusion: "integrantes",
    })
    const so22 = await entrada(path, "SO-22")
    expect(so22?.descripcion).toContain("Asunto de integrantes")
    expect(so22?.descripcion).toContain("DATOS DE DEMOSTRACIÓN")
    expect(so22?.titulo).toMatch(/^\[Demostración\] /)
    expect(so22?.descripcion).not.toContain("Asunto interno")
    expect(so22?.descripcion).not.toContain("Asunto propuesto")
    await chat.writer.update(id, (await sesion("SO-22")).revision, { difusion: "interna" })
    expect(await entrada(path, "SO-22"), "a session that members may not know of").toBeUndefined()
    expect(organoId).not.toBe("")
  })

  it("keeps a cancelled session, as cancelled", async () => {
    const path = await create(ST)
    const before = await entrada(path, "SO-22")
    await chat.submit(ST, "sesion.cancelar:SO-22", { motivo: "Por causas de fuerza mayor" })
    const after = await entrada(path, "SO-22")
    expect(after).toMatchObject({ uid: before?.uid, inicio: before?.inicio, estado: "CANCELLED" })
    expect(after?.titulo).toContain("Cancelada: ")
  })

  it("of an institution has the days on which it owes something, and of no other", async () => {
    const own = (await read(await create(ENLACE))).entradas.filter(({ uid }) => uid.startsWith("compromiso-"))
    expect(own.length).toBeGreaterThan(0)
    for (const one of own) {
      expect(one.titulo).toMatch(/Vence el compromiso .*\/SRE$/)
      expect(one.diaCompleto).toBe(true)
      expect(one.inicio).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
    const body = (await read(await create(ST))).entradas
    expect(body.filter(({ uid }) => uid.startsWith("compromiso-"))).toEqual([])
  })

  it("answers 304 while nothing changed, whenever it is asked, and again when something did", async () => {
    const path = await create(ENLACE)
    const etag = (await get(path)).headers.get("etag") ?? ""
    now = "2024-06-11T18:30:00.000Z"
    const same = await get(path, { "If-None-Match": etag })
    expect([same.status, await same.text()]).toEqual([304, ""])
    await chat.submit(ST, "sesion.cancelar:SO-22", { motivo: "Por causas de fuerza mayor" })
    expect((await get(path, { "If-None-Match": etag })).status).toBe(200)
  })

  it("once revoked answers like one that never was, and only those who may can revoke it", async () => {
    const path = await create(ENLACE)
    const { card } = await chat.ask(ENLACE, "/plenaria suscripcion-lista")
    const revoke = card.actions.find(({ label }) => label.startsWith("Revocar"))?.id ?? ""
    expect((await chat.press("enlace-stps", revoke)).text).toContain("No se encontró la suscripción")
    expect((await get(path)).status).toBe(200)
    const { text, replaces } = await chat.press(ENLACE, revoke)
    expect(text).toContain("La dirección ya no responde")
    expect(replaces).toBe(true)
    expect((await chat.press(ENLACE, revoke)).text, "twice").toContain("No se encontró la suscripción")
    const revoked = await get(path)
    const unknown = await get(`/calendario/${"A".repeat(43)}.ics`)
    const malformed = await get("/calendario/corta.ics")
    const outside = await get("/calendario/")
    const answers = await Promise.all([revoked, unknown, malformed, outside].map((each) => each.text()))
    expect([revoked, unknown, malformed, outside].map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect(new Set(answers).size).toBe(1)
    expect(server.logged()).toBe("")
  })

  it("ends with the post of whoever asked for it", async () => {
    const path = await create(ENLACE)
    const sql = await Sql.connect(chat.databaseUrl)
    const persona = await chat.data.read.personas.byClave(ENLACE)
    await sql.run(`UPDATE designacion SET hasta = '2024-06-10' WHERE persona_id = '${persona?.id}'`)
    await sql.close()
    expect((await get(path)).status).toBe(404)
  })

  it("is not told to the log when the database fails, and the answer says no more than that", async () => {
    const path = await create(ENLACE)
    const failing = await startCalendario(
      {
        ...chat.data,
        fresh: {
          ...chat.data.fresh,
          calendario: {
            ...chat.data.fresh.calendario,
            byHuella: () => Promise.reject(new Error(`failed at ${path}`)),
          },
        },
      },
      { now: () => now },
    )
    const response = await fetch(`${failing.url}${path}`)
    expect(response.status).toBe(503)
    expect(await response.text()).not.toContain("failed")
    expect(failing.logged()).toContain("A calendar could not be read")
    expect(failing.logged()).not.toContain(path)
    await failing.close()
  })

  it("takes nothing: it is only read", async () => {
    const path = await create(ENLACE)
    for (const method of ["POST", "PUT", "DELETE"])
      expect((await fetch(`${server.url}${path}`, { method })).status).toBe(404)
    expect((await fetch(`${server.url}${path}`, { method: "HEAD" })).status).toBe(200)
  })
})
