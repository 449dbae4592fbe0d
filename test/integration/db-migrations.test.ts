import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { migrate, migrationsFolder } from "../../src/db/engine/migrate.ts"
import { openDatabase } from "../../src/db/open.ts"
import { silentLog } from "../support/silent-log.ts"
import { createBareDatabase, Sql } from "../support/sql.ts"

let bare: Awaited<ReturnType<typeof createBareDatabase>>
let sql: Sql
let folder: string

beforeEach(async () => {
  bare = await createBareDatabase()
  sql = await Sql.connect(bare.url)
  folder = mkdtempSync(join(tmpdir(), "plenaria-migraciones-"))
  cpSync(migrationsFolder(), folder, { recursive: true })
})
afterEach(async () => {
  await sql.close()
  await bare.drop()
  rmSync(folder, { recursive: true, force: true })
})

const names = () => readdirSync(migrationsFolder()).filter((name) => name !== "migration_lock.toml")
const addMigration = (name: string, text: string) => {
  mkdirSync(join(folder, name))
  writeFileSync(join(folder, name, "migration.sql"), text)
}

describe("starting on an empty database", () => {
  it("applies every migration in order, and none the second time", async () => {
    expect(await migrate(sql, folder)).toEqual(names())
    expect(await migrate(sql, folder)).toEqual([])
  })

  it("keeps for the bodies that there are the calendar that they were counted by", async () => {
    const later = names().filter((name) => name >= "20261201006000")
    for (const name of later) rmSync(join(folder, name), { recursive: true })
    await migrate(sql, folder)
    await sql.rows(
      `INSERT INTO "organo" ("id", "clave", "tipo", "nombre_oficial", "nombre_corto", "zona", "origen")
       VALUES (gen_random_uuid(), 'ci', 'comision', 'Comisión', 'Comisión', 'America/Mexico_City', 'registro')`,
    )
    cpSync(migrationsFolder(), folder, { recursive: true })
    await migrate(sql, folder)
    expect(await sql.rows(`SELECT "calendario" FROM "organo"`)).toEqual([{ calendario: "apf" }])
  })

  it("keeps the books as prisma migrate deploy does", async () => {
    await migrate(sql, folder)
    const rows = await sql.rows(`SELECT * FROM "_prisma_migrations" ORDER BY "started_at", "migration_name"`)
    expect(rows.map((row) => row.migration_name)).toEqual(names())
    for (const row of rows) {
      expect(row).toMatchObject({ applied_steps_count: 1, rolled_back_at: null, logs: null })
      expect(row.checksum).toMatch(/^[0-9a-f]{64}$/)
      expect(row.finished_at).toBeInstanceOf(Date)
    }
  })

  it("applies each migration once when several processes start together", async () => {
    const starts = Array.from({ length: 4 }, () =>
      openDatabase({ databaseUrl: bare.url, dataDir: "" }, silentLog),
    )
    for (const database of await Promise.all(starts)) {
      expect(await database.isEmpty()).toBe(true)
      await database.close()
    }
    expect(await sql.rows(`SELECT 1 FROM "_prisma_migrations"`)).toHaveLength(names().length)
  })
})

describe("the platforms, which were a closed list in the database", () => {
  const open = names().find((name) => name.endsWith("_plataforma_abierta")) ?? ""
  const later = names().filter((name) => name >= open)

  it("keep what was written, and take another one without a migration", async () => {
    for (const name of later) rmSync(join(folder, name), { recursive: true })
    await migrate(sql, folder)
    await sql.run(`
      INSERT INTO organo (id, clave, tipo, nombre_oficial, nombre_corto, zona, origen)
        VALUES ('00000000-0000-0000-0000-000000000001', 'ci', 'comision', 'CI', 'CI', 'America/Mexico_City', 'registro');
      INSERT INTO canal (id, clave, nombre, adapter, workspace, channel, audiencia, organo_id, origen,
          falla_desde, falla_motivo, falla_alcance)
        VALUES ('00000000-0000-0000-0000-000000000002', 'st', 'st', 'slack', 'T', 'C', 'secretaria_tecnica',
          '00000000-0000-0000-0000-000000000001', 'registro', now(), 'no existe', 'destination');`)
    expect(await migrate(sql)).toEqual(later)
    const canal = () => sql.rows("SELECT adapter, falla_motivo FROM canal")
    expect(await canal()).toEqual([{ adapter: "slack", falla_motivo: "no existe" }])
    await sql.run("UPDATE canal SET adapter = 'otra'")
    expect(await canal(), "at another place it has not failed").toEqual([
      { adapter: "otra", falla_motivo: null },
    ])
  })
})

describe("claves, which were one list for all bodies", () => {
  const own = names().find((name) => name.endsWith("_claves_por_organo")) ?? ""
  const later = names().filter((name) => name >= own)
  const ID = (n: number) => `'00000000-0000-0000-0000-00000000000${n}'`
  /** As it was before; afterwards a compromiso names its body too. */
  const compromiso = (id: string, acuerdo: number, organo?: number) => `
    INSERT INTO compromiso (id, acuerdo_id, ${organo ? "organo_id, " : ""}clave, texto, fecha_compromiso, estado, origen)
      VALUES (${id}, ${ID(acuerdo)}, ${organo ? `${ID(organo)}, ` : ""}'SO-1/01/2024/SRE', 'Remitir', '2024-03-15', 'en_proceso', 'registro');`

  it("keep what was written, each of the body of its acuerdo, and another body takes the same", async () => {
    for (const name of later) rmSync(join(folder, name), { recursive: true })
    await migrate(sql, folder)
    for (const [organo, sesion, acuerdo] of [
      [1, 3, 5],
      [2, 4, 6],
    ] as const) {
      await sql.run(`
        INSERT INTO organo (id, clave, tipo, nombre_oficial, nombre_corto, zona, origen)
          VALUES (${ID(organo)}, 'c${organo}', 'comision', 'C', 'C', 'America/Mexico_City', 'registro');
        INSERT INTO sesion (id, organo_id, clave, tipo, numero, etiqueta, estado, difusion, origen)
          VALUES (${ID(sesion)}, ${ID(organo)}, 'SO-1', 'ordinaria', 1, 'Primera', 'programada', 'integrantes', 'registro');
        INSERT INTO acuerdo (id, organo_id, sesion_id, clave, clave_normalizada, numero, texto, tipo, estado, difusion, origen)
          VALUES (${ID(acuerdo)}, ${ID(organo)}, ${ID(sesion)}, 'SO-1/01/2024', 'so 1 1 2024', 1, 'Remitir',
            'con_seguimiento', 'vigente', 'integrantes', 'registro');`)
    }
    await sql.run(compromiso(ID(7), 6))
    await sql.run(`
      INSERT INTO canal (id, clave, nombre, adapter, workspace, channel, audiencia, organo_id, origen)
        VALUES (${ID(8)}, 'st', 'st', 'slack', 'T', 'C1', 'secretaria_tecnica', ${ID(1)}, 'registro');`)
    expect(await migrate(sql)).toEqual(later)
    const rows = () =>
      sql.rows(`SELECT o.clave, c.clave AS compromiso, c.estado, c.fecha_vigente::text AS vence
        FROM compromiso c JOIN organo o ON o.id = c.organo_id ORDER BY o.clave`)
    const suyo = { compromiso: "SO-1/01/2024/SRE", estado: "en_proceso", vence: "2024-03-15" }
    expect(await rows()).toEqual([{ clave: "c2", ...suyo }])
    await sql.run(compromiso("gen_random_uuid()", 5, 1))
    await sql.run(`
      INSERT INTO canal (id, clave, nombre, adapter, workspace, channel, audiencia, organo_id, origen)
        VALUES (gen_random_uuid(), 'st', 'st', 'slack', 'T', 'C2', 'secretaria_tecnica', ${ID(2)}, 'registro');`)
    expect(await rows()).toEqual([
      { clave: "c1", ...suyo },
      { clave: "c2", ...suyo },
    ])
    await expect(sql.run(compromiso("gen_random_uuid()", 5, 1)), "twice in one body").rejects.toThrow(
      /unique/,
    )
    await expect(
      sql.run(compromiso("gen_random_uuid()", 5, 2).replace("/01/2024/SRE", "/02")),
      "of another's acuerdo",
    ).rejects.toThrow(/foreign key/)
  })
})

describe("a migration that fails", () => {
  it("leaves nothing behind, and is applied once it is mended", async () => {
    addMigration("29990101000000_mala", "CREATE TABLE a_medias (id int); SELECT nonsense;")
    await expect(migrate(sql, folder)).rejects.toThrow(
      /No se pudo aplicar la migración «29990101000000_mala».*quedó como estaba/,
    )
    expect(await sql.rows("SELECT to_regclass('a_medias') AS found")).toEqual([{ found: null }])
    writeFileSync(join(folder, "29990101000000_mala", "migration.sql"), "CREATE TABLE completa (id int);")
    expect(await migrate(sql, folder)).toEqual(["29990101000000_mala"])
  })
})

describe("starting is refused", () => {
  it("when an applied migration was edited", async () => {
    await migrate(sql, folder)
    const first = names()[0] ?? ""
    writeFileSync(join(folder, first, "migration.sql"), "SELECT 1;")
    await expect(migrate(sql, folder)).rejects.toThrow(
      `La migración «${first}» cambió después de haberse aplicado`,
    )
  })

  it("when another program left a migration half done", async () => {
    await migrate(sql, folder)
    await sql.run(`UPDATE "_prisma_migrations" SET "finished_at" = NULL`)
    await expect(migrate(sql, folder)).rejects.toThrow(/quedó a medias en esta base de datos/)
  })

  it("when the database is newer than the program", async () => {
    addMigration("29990101000000_futura", "SELECT 1;")
    await migrate(sql, folder)
    await expect(openDatabase({ databaseUrl: bare.url, dataDir: "" }, silentLog)).rejects.toMatchObject({
      name: "MigrationProblem",
      message: expect.stringContaining("que esta versión del programa no conoce"),
      hint: expect.stringContaining("versión del programa"),
    })
  })

  it("not by a migration that was rolled back and then applied", async () => {
    await migrate(sql, folder)
    await sql.run(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "rolled_back_at") VALUES ('x', 'y', 'vieja', now())`,
    )
    expect(await migrate(sql, folder)).toEqual([])
  })
})
