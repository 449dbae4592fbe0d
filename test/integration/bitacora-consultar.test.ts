import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { TipoEvento } from "../../src/domain/tipos/bitacora.ts"
import type { Persona } from "../../src/domain/tipos/directorio.ts"
import type { Sesion } from "../../src/domain/tipos/sesion.ts"
import { runOrder } from "../support/cli.ts"
import { type Conversacion, NOW, startConversacion } from "../support/conversacion.ts"
import { designar } from "../support/designar.ts"
import { Sql } from "../support/sql.ts"

const ST = "secretaria-tecnica"
const ENLACE = "enlace-sre"
const CUENTA = "T-SECRETO/U-SECRETO"

let chat: Conversacion
let sql: Sql
const persona: Record<string, Persona> = {}
const sesion: Record<string, Sesion> = {}

const asentar = (tipo: TipoEvento, objeto: string, quien: string | null, instante = NOW) =>
  chat.data.read.eventos.desde({ cuenta: CUENTA, lugar: "T-SECRETO/C-1", orden: "sesion.agenda" }, async () =>
    chat.data.read.eventos.append({
      tipo,
      objeto,
      organoId: sesion["SO-21"]?.organoId ?? null,
      personaId: quien === null ? null : (persona[quien]?.id ?? null),
      plataforma: "slack",
      antes: null,
      despues: { texto: "lo que decía" },
      instante,
    }),
  )
const pide = (typed: string, user = ST) => chat.ask(user, `plenaria bitacora ${typed}`.trim())

beforeAll(async () => {
  chat = await startConversacion()
  sql = await Sql.connect(chat.databaseUrl)
  await designar(chat, [["organo-interno", "organo_interno_de_control", "SEGOB"]])
  for (const clave of [ST, ENLACE, "presidencia"]) {
    const found = await chat.data.read.personas.byClave(clave)
    if (found) persona[clave] = found
  }
  await sql.rows(`UPDATE "sesion" SET "difusion" = 'interna' WHERE "clave" = 'SO-22'`)
  for (const una of await chat.data.fresh.sesiones.list((await chat.sesiones())[0]?.organoId ?? ""))
    sesion[una.clave] = una
  await asentar("sesion.clausurada", `sesion:${sesion["SO-21"]?.id}`, ST, "2024-03-05T20:15:00.000Z")
  await asentar(
    "datos.mostrados",
    `consulta:sesion:${sesion["SO-21"]?.id}`,
    ENLACE,
    "2024-03-06T20:15:00.000Z",
  )
  await asentar(
    "sesion.convocada",
    `sesion:${sesion["SO-22"]?.id}`,
    "presidencia",
    "2024-03-07T20:15:00.000Z",
  )
  await asentar("orden.rechazada", "consulta:x", null, "2024-03-08T06:30:00.000Z")
})
afterAll(async () => {
  await sql.close()
  await chat.close()
})

describe("the log of a body", () => {
  it("says who did what, when and from where, in a sentence, and never what it said", async () => {
    const { text } = await pide("desde:1/mar/2024 hasta:10/mar/2024")
    expect(text).toContain("Desde el 1 de marzo de 2024; hasta el 10 de marzo de 2024: 4 asientos.")
    expect(text).toContain(`05-mar-2024, 14:15: ${nombre(ST)} (SEGOB) clausuró la sesión: SO-21.`)
    expect(text).toContain(`${nombre(ENLACE)} (SRE) consultó datos no públicos: SO-21.`)
    expect(text).toContain(`Slack, cuenta ${CUENTA}, lugar T-SECRETO/C-1; orden /sesion agenda.`)
    expect(text).toContain("08-mar-2024, 00:30: Una cuenta sin vincular pidió algo que se le rechazó.")
    expect(text).not.toContain("lo que decía")
    expect(text.indexOf("08-mar")).toBeLessThan(text.indexOf("05-mar"))
  })

  it("is asked by session, institution, person, days and kind of act, alone or together", async () => {
    const cuantos = async (typed: string) => {
      const { text } = await pide(`${typed} desde:2024-03-01 hasta:2024-03-31`)
      return Number(/: (\d+) asientos?\./.exec(text)?.[1])
    }
    expect(await cuantos("")).toBe(4)
    expect(await cuantos("sesion:SO-21")).toBe(2)
    expect(await cuantos("sesion:SO-22")).toBe(1)
    expect(await cuantos("institucion:SRE")).toBe(1)
    expect(await cuantos(`persona:${ENLACE}`)).toBe(1)
    expect(await cuantos(`persona:"${persona[ST]?.nombre}"`)).toBe(1)
    expect(await cuantos("acto:rechazos")).toBe(1)
    expect(await cuantos("consultas")).toBe(1)
    expect(await cuantos("sesion:SO-21 consultas")).toBe(1)
    expect(await cuantos("sesion:SO-22 consultas")).toBe(0)
    expect((await pide("desde:2024-03-08 hasta:2024-03-08")).text).toContain(": 1 asiento.")
  })

  it("comes in pages, whose buttons keep what was asked", async () => {
    const { card } = await pide("acto:directorio")
    expect(card.actions[0]).toMatchObject({
      label: "Página siguiente",
      id: "plenaria.bitacora:acto:directorio pagina:2",
    })
    const segunda = await chat.press(ST, card.actions[0]?.id ?? "")
    expect(segunda.replaces).toBe(true)
    expect(segunda.text).toMatch(/Se muestran 10 de \d+; página 2 de/)
  })

  it("says what is wrong with what was asked, and whom it does not know", async () => {
    expect((await pide("desde:2024-03-08 hasta:2024-03-01")).text).toContain("igual o posterior al primero")
    expect((await pide("persona:Nemo")).text).toContain("Nadie que se llame «Nemo»")
    expect((await pide("institucion:XYZ")).text).toContain("No corresponde a ninguna institución.")
    const dudosa = await pide("persona:a")
    expect(dudosa.card.title).toBe("¿A qué persona se refiere?")
  })

  it("is read by those who conduct the body or watch over it alone, and reading it is an entry", async () => {
    const leidas = async () =>
      Number((await sql.rows(`SELECT count(*) AS n FROM evento WHERE tipo = 'bitacora.consultada'`))[0]?.n)
    const antes = await leidas()
    expect((await pide("", "presidencia")).card.title).toContain("Bitácora")
    expect(await leidas()).toBe(antes + 1)
    // Also of a session that they may not see otherwise.
    expect((await pide("sesion:SO-22", "organo-interno")).text).toContain("convocó la sesión: SO-22")
    expect(await leidas()).toBe(antes + 2)
    for (const user of [ENLACE, "administracion-tecnica", "nadie"])
      expect((await pide("", user)).card.tone, user).toBe("error")
    expect(await leidas()).toBe(antes + 2)
  })
})

describe("its public version", () => {
  const SECRETOS = [CUENTA, "SO-22", "T-SECRETO", "lo que decía", "slack"]

  it("has the acts on public records with who did them, and says what it leaves out", async () => {
    const { card } = await chat.ask(ST, "plenaria bitacora-publica")
    const { name = "", content = "" } = card.file ?? {}
    expect(name).toMatch(/^bitacora-publica-.+-2024-06-11\.csv$/)
    expect(content).toContain(`2024-03-05,14:15,clausuró la sesión,SO-21,${nombre(ST)}`)
    expect(content).toMatch(/,\d+,[0-9a-f]{64}\r\n/)
    expect(content).toContain("Omite los actos sobre registros que no son públicos")
    expect(content).toContain("Se omiten: Sesiones, convocatorias y orden del día: 1")
    for (const secreto of [...SECRETOS, nombre("presidencia"), nombre(ENLACE)])
      expect(content).not.toContain(secreto)
  })

  it("is the same as JSON, and from the terminal", async () => {
    const { card } = await chat.ask(ST, "plenaria bitacora-publica json")
    const enChat = JSON.parse(card.file?.content ?? "")
    expect(enChat.asientos).toMatchObject([
      { acto: "clausuró la sesión", registro: "SO-21", persona: nombre(ST) },
    ])
    expect(enChat.encabezado.omitidos.length).toBeGreaterThan(0)
    const salida = await runOrder(
      ["exportar-bitacora", "--publica", "--formato", "json", "--organo", await clave()],
      { DATABASE_URL: chat.databaseUrl },
    )
    expect(JSON.parse(salida.stdout).asientos).toEqual(enChat.asientos)
    for (const secreto of SECRETOS) expect(salida.stdout).not.toContain(secreto)
    const otra = await runOrder(["exportar-bitacora", "--formato", "json"], {
      DATABASE_URL: chat.databaseUrl,
    })
    expect(otra).toMatchObject({ status: 1 })
    expect(otra.stderr).toContain("agregue --publica")
    const [ultimo] = await sql.rows(
      `SELECT "orden" FROM "evento" WHERE "tipo" = 'datos.exportados' ORDER BY "secuencia" DESC LIMIT 1`,
    )
    expect(ultimo?.orden).toBe("exportar-bitacora --publica")
  })
})

const nombre = (quien: string) => [persona[quien]?.titulo, persona[quien]?.nombre].filter(Boolean).join(" ")
const clave = async () => (await chat.data.read.organos.byId(sesion["SO-21"]?.organoId ?? ""))?.clave ?? ""
