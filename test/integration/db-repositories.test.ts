import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Card } from "../../src/cards/card.ts"
import { cuerpoColegiado, inhabil } from "../support/cuerpo-colegiado.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { Sql } from "../support/sql.ts"

const NOW = "2024-02-20T16:00:00.000Z"
let database: TestDatabase
let sql: Sql
let organoId: string
let sre: string
let read: TestDatabase["unitOfWork"]["read"]

beforeAll(async () => {
  database = await createTestDatabase()
  sql = await Sql.connect(database.url)
  read = database.unitOfWork.fresh
  expect(await database.isEmpty()).toBe(true)
  const deben = [
    { institucion: "SRE", vence: "2024-03-15" },
    { institucion: "SALUD", vence: "2024-03-01", segunda: "2024-05-15" },
    { institucion: "SRE", vence: "2024-03-01", estado: "en_validacion" },
    { institucion: "SALUD", vence: "2024-03-15" },
  ] as const
  const inhabiles = [
    inhabil("2024-03-18", {}),
    inhabil("2024-03-19", { organo: "ci-trata" }),
    inhabil("2024-03-20", { institucion: "SRE" }),
  ]
  await database.importacion.apply(cuerpoColegiado({ deben, inhabiles }), NOW)
  organoId = (await read.organos.all())[0]?.id ?? ""
  sre = (await read.instituciones.all()).find(({ siglas }) => siglas === "SRE")?.id ?? ""
})
afterAll(async () => {
  await sql.close()
  await database.close()
})

describe("compromisos", () => {
  const claves = async (filter: Parameters<typeof read.compromisos.list>[0]) =>
    (await read.compromisos.list(filter)).map(({ compromiso }) => compromiso.clave.split("/").at(-1))

  it("come by current due date, then clave", async () => {
    expect(await claves({ organoId })).toEqual(["SRE-3", "SALUD-4", "SRE-1", "SALUD-2"])
  })

  it("are filtered by institution, state and current due date, ends included", async () => {
    expect(await claves({ institucionId: sre })).toEqual(["SRE-3", "SRE-1"])
    expect(await claves({ estados: ["en_validacion"] })).toEqual(["SRE-3"])
    expect(await claves({ estados: [] })).toEqual([])
    expect(await claves({ venceDesde: "2024-03-15", venceHasta: "2024-03-15" })).toEqual(["SALUD-4", "SRE-1"])
    expect(await claves({ venceDesde: "2024-03-16" })).toEqual(["SALUD-2"])
    const [acuerdo] = await read.acuerdos.list(organoId)
    expect(await claves({ acuerdoId: acuerdo?.id ?? "", sesionId: acuerdo?.sesionId ?? "" })).toHaveLength(4)
  })

  it("without a date come last", async () => {
    await sql.run("UPDATE compromiso SET fecha_compromiso = NULL WHERE clave LIKE '%/SRE-3'")
    expect((await claves({ organoId })).at(-1)).toBe("SRE-3")
    await sql.run("UPDATE compromiso SET fecha_compromiso = '2024-03-01' WHERE clave LIKE '%/SRE-3'")
  })

  it("have exactly the domain's fields", async () => {
    const found = (await read.compromisos.list({ estados: ["en_validacion"] }))[0]
    expect(found?.compromiso).toEqual({
      id: expect.any(String),
      acuerdoId: found?.acuerdo.id,
      clave: "CI/SO-21/02/2024/SRE-3",
      institucionId: sre,
      texto: "Remitir sus actividades calendarizadas",
      fechaCompromiso: "2024-03-01",
      fechaReprogramada: null,
      reprogramaciones: 0,
      prorrogaPedida: null,
      corresponsables: [],
      cadencia: null,
      informadoEl: null,
      cumplidoEl: null,
      estado: "en_validacion",
      origen: "registro",
    })
    expect(await read.compromisos.byId(found?.compromiso.id ?? "")).toEqual(found)
  })
})

describe("a body", () => {
  it("has the rules in force on a date, and none before the first", async () => {
    await sql.run(`INSERT INTO perfil_reglas (id, organo_id, version, vigente_desde, reglas)
      SELECT gen_random_uuid(), organo_id, 2, '2024-03-01', jsonb_set(reglas, '{recordatorios,escalera}', '[-3]') FROM perfil_reglas`)
    expect((await read.organos.perfil(organoId, "2024-02-29"))?.version).toBe(1)
    const second = await read.organos.perfil(organoId, "2024-03-01")
    expect(second).toMatchObject({
      version: 2,
      vigenteDesde: "2024-03-01",
      recordatorios: { escalera: [-3] },
    })
    expect(await read.organos.perfil(organoId, "2019-12-31")).toBeNull()
  })

  it("has the members whose term covers a date", async () => {
    await sql.rows(
      `INSERT INTO integrante (id, organo_id, institucion_id, con_voto, rol, desde, hasta)
       VALUES (gen_random_uuid(), $1, $2, true, 'integrante', '2024-01-01', '2024-01-31')`,
      [organoId, sre],
    )
    expect(await read.organos.integrantes(organoId, "2024-01-31")).toMatchObject([{ hasta: "2024-01-31" }])
    expect(await read.organos.integrantes(organoId, "2024-02-01")).toEqual([])
    expect(await read.organos.integrantes(organoId, "2023-12-31")).toEqual([])
  })

  it("lists sessions newest first, those without a date first of all", async () => {
    await sql.run(`INSERT INTO sesion (id, organo_id, clave, tipo, numero, etiqueta, fecha, estado, difusion, origen)
      SELECT gen_random_uuid(), organo_id, c, 'ordinaria', n, 'x', f::date, 'programada', 'publica', 'registro'
      FROM sesion, (VALUES ('SO-23', 23, NULL), ('SO-22', 22, '2024-08-15'), ('SO-20', 20, '2023-08-15')) AS v (c, n, f)`)
    expect((await read.sesiones.list(organoId)).map(({ clave }) => clave)).toEqual([
      "SO-23",
      "SO-22",
      "SO-21",
      "SO-20",
    ])
  })
})

describe("días inhábiles", () => {
  it("are everybody's, the body's, and the institution's when one is given", async () => {
    const of = async (institucionId: string | null) =>
      (await read.inhabiles.between("2024-03-18", "2024-03-20", { organoId, institucionId })).map(
        ({ fecha, ambito }) => [fecha, ambito],
      )
    const shared = [
      ["2024-03-18", "base"],
      ["2024-03-19", "organo"],
    ]
    expect(await of(null)).toEqual(shared)
    expect(await of(sre)).toEqual([...shared, ["2024-03-20", "institucion"]])
    expect(await read.inhabiles.allBetween("2024-03-18", "2024-03-20")).toHaveLength(3)
    expect(await read.inhabiles.allBetween("2024-03-21", "2024-03-31")).toEqual([])
  })
})

describe("people", () => {
  it("are known by their account, with the posts in force", async () => {
    await sql.rows(
      `WITH p AS (INSERT INTO persona (id, clave, nombre, origen) VALUES (gen_random_uuid(), 'enlace-sre', 'X', 'demo') RETURNING id),
       c AS (INSERT INTO cuenta_chat (id, adapter, workspace, "user", persona_id, vinculada_en)
         SELECT gen_random_uuid(), 'consola', 'demo', 'enlace-sre', id, now() FROM p)
       INSERT INTO designacion (id, persona_id, organo_id, institucion_id, calidad, desde, hasta)
         SELECT gen_random_uuid(), id, $1, $2, 'enlace'::calidad, '2024-01-01', '2024-06-30' FROM p`,
      [organoId, sre],
    )
    const persona = await read.personas.byAccount({
      adapter: "consola",
      workspace: "demo",
      user: "enlace-sre",
    })
    expect(persona).toMatchObject({ clave: "enlace-sre", titulo: null, origen: "demo" })
    expect(
      await read.personas.byAccount({ adapter: "slack", workspace: "demo", user: "enlace-sre" }),
    ).toBeNull()
    expect(await read.personas.designaciones(persona?.id ?? "", "2024-06-30")).toMatchObject([
      { calidad: "enlace", institucionId: sre, desde: "2024-01-01", hasta: "2024-06-30" },
    ])
    expect(await read.personas.designaciones(persona?.id ?? "", "2024-07-01")).toEqual([])
    expect(await read.personas.withAccount("consola", "2024-07-01")).toEqual([
      { user: "enlace-sre", persona, designaciones: [] },
    ])
  })
})

describe("hostile or unknown keys find nothing and break nothing", () => {
  it.each([
    "",
    "x",
    "\0",
    "'; DROP TABLE organo; --",
    "0190a000-0000-7000-8000-000000000000",
    "ñ".repeat(10_000),
  ])("%j", async (key) => {
    const found = await Promise.all([
      read.organos.byId(key),
      read.organos.byClave(key),
      read.instituciones.byId(key),
      read.personas.byId(key),
      read.personas.byClave(key),
      read.personas.byAccount({ adapter: "slack", workspace: key, user: key }),
      read.sesiones.byId(key),
      read.sesiones.byClave(organoId, key),
      read.acuerdos.byId(key),
      read.compromisos.byId(key),
      read.canales.byPlace({ adapter: "slack", workspace: key, channel: key }),
      read.deliveries.byKey(key),
    ])
    expect(found.filter((one) => one !== null)).toEqual([])
  })
})

describe("platform events", () => {
  it("are claimed once, also when they come at the same time, until they are forgotten", async () => {
    const claims = await Promise.all(
      Array.from({ length: 10 }, () => read.inboundEvents.claim("slack", "Ev1", NOW)),
    )
    expect(claims.filter(Boolean)).toHaveLength(1)
    expect(await read.inboundEvents.claim("discord", "Ev1", NOW)).toBe(true)
    expect(await read.inboundEvents.forget(NOW)).toBe(0)
    expect(await read.inboundEvents.forget("2024-02-20T16:00:00.001Z")).toBe(2)
    expect(await read.inboundEvents.claim("slack", "Ev1", NOW)).toBe(true)
  })
})

describe("the log", () => {
  it("gives back what happened to an object, in order", async () => {
    const evento = {
      tipo: "sesion.creada",
      objeto: "sesion:1",
      organoId,
      personaId: null,
      plataforma: "cli",
      antes: null,
      despues: { estado: "clausurada", nota: "texto\0" },
      instante: NOW,
    } as const
    await read.eventos.append(evento)
    await read.eventos.append({ ...evento, tipo: "sesion.editada", antes: [1, null], despues: undefined })
    expect(await read.eventos.byObjeto("sesion:1")).toEqual([
      { ...evento, id: expect.any(String), despues: { estado: "clausurada", nota: "texto\uFFFD" } },
      { ...evento, id: expect.any(String), tipo: "sesion.editada", antes: [1, null], despues: null },
    ])
    expect(await read.eventos.byObjeto("sesion:2")).toEqual([])
  })
})

describe("the console's messages", () => {
  const card = (title: string): Card => ({ title, tone: "aviso", blocks: [], actions: [] })

  it("are stored once for each key, and read on from a position", async () => {
    const { consoleMessages } = database
    const first = await consoleMessages.append("sre", "k1", card("uno"), NOW)
    expect(first).toEqual({
      id: first.id,
      channel: "sre",
      key: "k1",
      card: card("uno"),
      sentAt: NOW,
      editedAt: null,
      pinnedAt: null,
      revision: first.revision,
    })
    expect(await consoleMessages.append("sre", "k1", card("otro"), NOW)).toEqual(first)
    const second = await consoleMessages.append("salud", "k1", card("dos"), NOW)
    const third = await consoleMessages.append("sre", "k2", card("tres"), NOW)
    expect(await consoleMessages.messages(null, 0, 10)).toEqual([first, second, third])
    expect(await consoleMessages.messages("sre", first.revision, 10)).toEqual([third])
    expect(await consoleMessages.messages(null, 0, 1)).toEqual([first])
    expect(await consoleMessages.messageByKey("sre", "k2")).toEqual(third)
    expect(await consoleMessages.messageByKey("sre", "k3")).toBeNull()
  })

  it("are stored once when two arrive at the same time", async () => {
    const { consoleMessages } = database
    const both = await Promise.all(
      ["a", "b"].map((title) => consoleMessages.append("stps", "k", card(title), NOW)),
    )
    expect(both[0]).toEqual(both[1])
  })
})
