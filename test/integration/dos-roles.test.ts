import { readFileSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openDatabase } from "../../src/db/open.ts"
import { silentLog } from "../support/silent-log.ts"
import { createBareDatabase, Sql } from "../support/sql.ts"

/** What docs/operacion.md tells to run, with names of this run's own: roles belong to the whole server. */
const SUFIJO = `_${process.pid}`
const [roles = "", permisos = ""] = [
  ...readFileSync(new URL("../../docs/operacion.md", import.meta.url), "utf8").matchAll(
    /```sql\n([\s\S]*?)```/g,
  ),
].map(([, sql = ""]) => sql.replaceAll(/plenaria_(migra|bot)/g, `plenaria_$1${SUFIJO}`))

function comoRol(url: string, rol: "migra" | "bot"): string {
  const own = new URL(url)
  own.username = `plenaria_${rol}${SUFIJO}`
  own.password = "cámbiela"
  return own.href
}

let base: Awaited<ReturnType<typeof createBareDatabase>>

beforeAll(async () => {
  base = await createBareDatabase()
  await Sql.using(base.url, (sql) => sql.run(roles))
  const migrated = await openDatabase({ databaseUrl: comoRol(base.url, "migra"), dataDir: "" }, silentLog)
  await migrated.close()
  await Sql.using(comoRol(base.url, "migra"), (sql) => sql.run(permisos))
})
afterAll(async () => {
  await base.drop()
})

describe("the bot's own role", () => {
  it("starts, and what it writes is sealed", async () => {
    const database = await openDatabase({ databaseUrl: comoRol(base.url, "bot"), dataDir: "" }, silentLog)
    try {
      await database.unitOfWork.read.eventos.append({
        tipo: "prueba",
        objeto: "prueba:1",
        organoId: null,
        personaId: null,
        plataforma: "sistema",
        antes: null,
        despues: { n: 1 },
        instante: "2035-06-04T16:00:00.000Z",
      })
      const lineas: string[] = []
      await database.unitOfWork.read.registro.exportar((linea) => void lineas.push(linea))
      expect(lineas).toHaveLength(1)
    } finally {
      await database.close()
    }
  })

  it("applies no migration, and says who does", async () => {
    await Sql.using(comoRol(base.url, "migra"), async (sql) => {
      const last = "migration_name = (SELECT max(migration_name) FROM _prisma_migrations)"
      await sql.run(`UPDATE _prisma_migrations SET rolled_back_at = now() WHERE ${last}`)
      const opening = openDatabase({ databaseUrl: comoRol(base.url, "bot"), dataDir: "" }, silentLog)
      await expect(opening).rejects.toMatchObject({
        message: expect.stringMatching(/^Falta aplicar la migración «.+», y este usuario/),
        hint: expect.stringContaining("Aplíquela con el usuario dueño de las tablas"),
      })
      await sql.run(`UPDATE _prisma_migrations SET rolled_back_at = NULL WHERE ${last}`)
    })
  })

  it.each([
    "ALTER TABLE evento DISABLE TRIGGER ALL",
    "ALTER TABLE voto DISABLE TRIGGER voto_cambia",
    "DROP TRIGGER evento_solo_crece ON evento",
    "SET session_replication_role = replica",
    "CREATE OR REPLACE FUNCTION no_se_borra() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    "UPDATE evento SET tipo = 'otro'",
    "DELETE FROM evento",
    "TRUNCATE evento",
    "DELETE FROM voto",
    "UPDATE eslabon SET huella = ''",
    "INSERT INTO eslabon VALUES (99, 'evento', 'x', '', '', '{}', '', now(), '')",
    "SELECT sellar('evento', 'x', '{}')",
  ])("cannot: %s", async (statement) => {
    await Sql.using(comoRol(base.url, "bot"), async (sql) => {
      await expect(sql.run(statement)).rejects.toThrow(/permission denied|must be owner/)
    })
  })
})
