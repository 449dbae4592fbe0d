import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { type Database, openDatabase } from "../../src/db/open.ts"
import { cuerpoColegiado } from "../support/cuerpo-colegiado.ts"
import { CuttableProxy } from "../support/cuttable-proxy.ts"
import { createDataFolder, type DataFolder } from "../support/data-folder.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { eventually } from "../support/eventually.ts"
import { overTheNetwork } from "../support/postgres.ts"
import { silentLog } from "../support/silent-log.ts"
import { Sql } from "../support/sql.ts"

const NOW = "2024-02-20T16:00:00.000Z"

const nameOf = async ({ unitOfWork }: Database) =>
  (await unitOfWork.read.organos.byClave("ci-trata"))?.nombreCorto

/** Renames through the program itself, as an import does. */
const rename = (database: Database, nombreCorto: string) => {
  const document = cuerpoColegiado()
  const organos = document.organos.map((organo) => ({ ...organo, nombreCorto }))
  return database.importacion.apply({ ...document, organos }, NOW)
}

/** Two readings give the very same object: it came from memory. */
const remembers = async ({ unitOfWork: { read } }: Database) => {
  const [first, second] = [await read.organos.all(), await read.organos.all()]
  return first === second
}
const isTrue = (value: boolean) => value

describe("on PostgreSQL", () => {
  let test: TestDatabase
  let sql: Sql
  const renameElsewhere = (name: string) => sql.rows('UPDATE "organo" SET "nombre_corto" = $1', [name])
  beforeAll(async () => {
    test = await createTestDatabase()
    await test.importacion.apply(cuerpoColegiado(), NOW)
    sql = await Sql.connect(test.url)
  })
  afterAll(async () => {
    await sql.close()
    await test.close()
  })

  it("keeps what it read", () => eventually(() => remembers(test), isTrue))

  it("sees at once what this process changed", async () => {
    await eventually(() => remembers(test), isTrue)
    for (let i = 0; i < 20; i += 1) {
      await nameOf(test)
      await rename(test, `Comisión ${i}`)
      expect(await nameOf(test)).toBe(`Comisión ${i}`)
    }
  })

  it("keeps what it read while what is written is of what nothing is kept", async () => {
    await eventually(() => remembers(test), isTrue)
    const before = await test.unitOfWork.read.organos.all()
    await test.unitOfWork.transaction(({ eventos }) =>
      eventos.append({
        tipo: "acuerdo.registrado",
        objeto: "prueba:otra-cosa",
        organoId: null,
        personaId: null,
        plataforma: "sistema",
        antes: null,
        despues: null,
        instante: NOW,
      }),
    )
    expect(await test.unitOfWork.read.organos.all()).toBe(before)
  })

  it("sees what another connection changed, once it is told", async () => {
    await eventually(() => remembers(test), isTrue)
    for (let i = 0; i < 20; i += 1) {
      await renameElsewhere(`Otra ${i}`)
      await eventually(
        () => nameOf(test),
        (name) => name === `Otra ${i}`,
      )
    }
  })

  it("reads the database inside a transaction, where it sees its own changes and nobody outside does", async () => {
    await eventually(() => remembers(test), isTrue)
    const seen = await test.unitOfWork.transaction(async ({ organos }) => {
      const [first, second] = [await organos.all(), await organos.all()]
      return { same: first === second, equal: first[0]?.id === second[0]?.id }
    })
    expect(seen).toEqual({ same: false, equal: true })
  })

  it("asks once what a transaction that reads once asks again, until that transaction writes", async () => {
    const objeto = "prueba:una-vez"
    const evento = {
      tipo: "acuerdo.registrado",
      objeto,
      organoId: null,
      personaId: null,
      plataforma: "sistema",
    } as const
    await rename(test, "Antes")
    const seen = await test.unitOfWork.transaction(async ({ organos, eventos }) => {
      const first = await organos.all()
      await eventos.byObjeto(objeto)
      await renameElsewhere("Otra")
      const same = (await organos.all()) === first
      await eventos.append({ ...evento, antes: null, despues: null, instante: NOW })
      const [after] = await organos.all()
      return { same, after: after?.nombreCorto, log: (await eventos.byObjeto(objeto)).length }
    }, "once")
    expect(seen).toEqual({ same: true, after: "Otra", log: 1 })
    const [outside] = await test.unitOfWork.transaction(({ organos }) => organos.all())
    expect(outside?.nombreCorto).toBe("Otra")
  })

  it("never answers with anything older than a change that was committed before it was asked, whatever runs at once", async () => {
    await eventually(() => remembers(test), isTrue)
    let committed = 0
    let over = false
    await rename(test, "0")
    const reader = async () => {
      while (!over) {
        // Answers from memory alone would never let the writer's input and output in.
        await new Promise(setImmediate)
        const before = committed
        expect(Number(await nameOf(test))).toBeGreaterThanOrEqual(before)
      }
    }
    const writer = async () => {
      for (let i = 1; i <= 30; i += 1) {
        await rename(test, String(i))
        committed = i
      }
      over = true
    }
    await Promise.all([writer(), reader(), reader(), reader()])
    expect(await nameOf(test)).toBe("30")
  })

  it("claims an event once, however many claim it together", async () => {
    const { inboundEvents } = test.unitOfWork.read
    const events = Array.from({ length: 40 }, () => randomUUID())
    const claims = await Promise.all(
      [...events, ...events, ...events].map((event) => inboundEvents.claim("slack", event, NOW)),
    )
    expect(claims.filter(isTrue)).toHaveLength(events.length)
    expect(await inboundEvents.claim("discord", events[0] ?? "", NOW)).toBe(true)
    const inside = await test.unitOfWork.transaction((within) =>
      within.inboundEvents.claim("slack", events[0] ?? "", NOW),
    )
    expect(inside).toBe(false)
  })
})

/** For it no time passes: what is read anew is read because the connection is known to be gone, and for nothing else. */
function trustDoesNotRunOut(): () => void {
  const now = performance.now()
  const clock = vi.spyOn(performance, "now").mockReturnValue(now)
  return () => clock.mockRestore()
}

describe("when changes can no longer be heard of", () => {
  let test: TestDatabase
  let proxy: CuttableProxy
  let database: Database
  let direct: Sql
  beforeAll(async () => {
    test = await createTestDatabase()
    await test.importacion.apply(cuerpoColegiado(), NOW)
    direct = await Sql.connect(test.url)
    const url = overTheNetwork(test.url)
    proxy = new CuttableProxy({ host: url.hostname, port: Number(url.port) })
    await proxy.mend()
    url.port = String(proxy.port)
    database = await openDatabase({ databaseUrl: url.href, dataDir: "" }, silentLog)
  })
  afterAll(async () => {
    await database.close()
    await proxy.cut()
    await direct.close()
    await test.close()
  })

  it("reads the database again as soon as the listening connection is gone, and remembers once it is back", async () => {
    await eventually(() => remembers(database), isTrue)
    await nameOf(database)
    const goOn = trustDoesNotRunOut()
    await proxy.cut()
    await direct.rows('UPDATE "organo" SET "nombre_corto" = $1', ["Unheard"])
    await proxy.mend()
    await eventually(
      () => nameOf(database).catch(() => "away"),
      (name) => name === "Unheard",
    )
    goOn()
    await eventually(() => remembers(database).catch(() => false), isTrue)
    expect(await nameOf(database)).toBe("Unheard")
  })

  it("the server ends only the listening connection: what changes meanwhile is not missed", async () => {
    await eventually(() => remembers(database), isTrue)
    for (let i = 0; i < 5; i += 1) {
      await nameOf(database)
      const goOn = trustDoesNotRunOut()
      const ended = await direct.rows(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN %' AND datname = current_database() AND pid <> pg_backend_pid()",
      )
      expect(ended.length).toBeGreaterThanOrEqual(1)
      await direct.rows('UPDATE "organo" SET "nombre_corto" = $1', [`Cut ${i}`])
      await eventually(
        () => nameOf(database),
        (name) => name === `Cut ${i}`,
      )
      goOn()
      await eventually(() => remembers(database), isTrue)
    }
  })
})

describe("every table", () => {
  /** What no repository keeps in memory, and the migrations' own bookkeeping. */
  const SILENT = [
    "_prisma_migrations",
    "acuse",
    "aplazamiento",
    "autorizacion",
    "borrador_formulario",
    "cabeza_bitacora",
    "cargo_institucion",
    "codigo_inicial",
    "codigo_personal",
    "condicion_canal",
    "conexion",
    "confirmacion_asistencia",
    "consola_mensaje",
    "contexto_charla",
    "convocatoria",
    "delivery",
    "delivery_destination",
    "delivery_wake",
    "descarga",
    "documento",
    "eslabon",
    "evento",
    "inbound_event",
    "invitacion",
    "invitacion_conexion",
    "latido",
    "log_cursor",
    "por_sellar",
    "portada",
    "prorroga",
    "registro_asistencia",
    "restauracion",
    "resumen_sesion",
    "revision_identidad",
    "sello_de_tiempo",
    "send_budget",
    "solicitud_canal",
    "solicitud_vinculacion",
    "suscripcion_calendario",
    "uso_limite",
    "voto",
  ]

  it("tells of its changes, unless nothing of it is ever kept in memory", async () => {
    const test = await createTestDatabase()
    const sql = await Sql.connect(test.url)
    try {
      const silent = await sql.rows(
        `SELECT "relname" FROM "pg_class" AS "c" WHERE "relkind" = 'r' AND "relnamespace" = 'public'::regnamespace
           AND NOT EXISTS (SELECT FROM "pg_trigger" AS "t" JOIN "pg_proc" AS "p" ON "p"."oid" = "t"."tgfoid"
             WHERE "t"."tgrelid" = "c"."oid" AND "p"."proname" = 'avisar_cambio'
               -- After each statement, on insert, delete, update and truncate (pg_trigger.h).
               AND "t"."tgtype" = 4 + 8 + 16 + 32)
         ORDER BY 1`,
      )
      expect(silent.map(({ relname }) => relname)).toEqual(SILENT)
    } finally {
      await sql.close()
      await test.close()
    }
  })
})

describe("embedded", () => {
  let folder: DataFolder
  let database: Database
  beforeAll(async () => {
    folder = await createDataFolder("tables")
    database = await openDatabase({ databaseUrl: null, dataDir: folder.path }, silentLog)
    await database.importacion.apply(cuerpoColegiado(), NOW)
  })
  afterAll(async () => {
    await database.close()
    folder.remove()
  })

  it("keeps what it read, and sees at once what it changed", async () => {
    await eventually(() => remembers(database), isTrue)
    for (let i = 0; i < 5; i += 1) {
      await rename(database, `Comisión ${i}`)
      expect(await nameOf(database)).toBe(`Comisión ${i}`)
    }
    await eventually(() => remembers(database), isTrue)
  })

  it("reads the database inside a transaction", async () => {
    const [first, second] = await database.unitOfWork.transaction(async ({ organos }) => [
      await organos.all(),
      await organos.all(),
    ])
    expect(first).toEqual(second)
    expect(first).not.toBe(second)
  })
})
