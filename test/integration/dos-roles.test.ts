import { readFileSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openDatabase } from "../../src/db/open.ts"
import { runOrder } from "../support/cli.ts"
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
        tipo: "sesion.editada",
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

  it("is in order for doctor; what it may do beyond that, or may not, doctor names", async () => {
    const hallado = async () => {
      const { stdout } = await runOrder(["doctor"], { DATABASE_URL: comoRol(base.url, "bot"), PORT: "1" })
      return stdout
    }
    expect(await hallado()).toContain("El rol no puede alterar la bitácora.")
    expect(await hallado()).not.toContain("PROBLEMA  El rol")
    const bot = `plenaria_bot${SUFIJO}`
    await Sql.using(comoRol(base.url, "migra"), async (sql) => {
      await sql.run(`GRANT DELETE ON voto TO ${bot}; REVOKE INSERT ON sesion FROM ${bot}`)
      const dicho = await hallado()
      expect(dicho).toContain("PROBLEMA  El rol puede alterar lo que la bitácora protege: borrar en voto.")
      expect(dicho).toContain("PROBLEMA  Al rol le falta poder agregar en sesion.")
      await sql.run(`REVOKE DELETE ON voto FROM ${bot}; GRANT INSERT ON sesion TO ${bot}`)
    })
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

  it("takes a text out by the one function that says so, and the chain tells", async () => {
    const [organo, persona] = ["00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002"]
    await Sql.using(comoRol(base.url, "bot"), (sql) =>
      sql.run(`INSERT INTO organo (id, clave, tipo, nombre_oficial, nombre_corto, zona, origen)
        VALUES ('${organo}', 'o', 'comision', 'Órgano', 'Órgano', 'America/Mexico_City', 'registro');
        INSERT INTO persona (id, clave, nombre, origen) VALUES ('${persona}', 'p', 'P', 'registro')`),
    )
    const database = await openDatabase({ databaseUrl: comoRol(base.url, "bot"), dataDir: "" }, silentLog)
    try {
      const { read } = database.unitOfWork
      const suyo = { plataforma: "sistema", instante: "2035-06-04T16:00:00.000Z", organoId: organo }
      const otro = { tipo: "sesion.creada", objeto: "prueba:2", personaId: null, antes: null } as const
      await read.eventos.append({ ...suyo, ...otro, despues: { texto: "Habló Xóchitl de Atlixco" } })
      const acto = {
        ...suyo,
        reemplazo: "[testado: nombre]",
        clase: "otro",
        motivo: "Por error",
        personaId: persona,
      }
      const testado = await read.testados.testar({ ...acto, clase: "otro" }, "Xóchitl de Atlixco")
      expect(testado?.posiciones).toHaveLength(1)
      const lineas: string[] = []
      await read.registro.exportar((linea) => void lineas.push(linea))
      expect(lineas.join()).not.toContain("Xóchitl")
      expect(lineas.join()).toContain("Habló [testado: nombre]")
      const { verificar } = await import(new URL("../../docs/verificar-bitacora.mjs", import.meta.url).href)
      expect(await verificar(lineas)).toMatchObject({ fallas: [], testadas: testado?.posiciones })
      const cuando = { instante: "2045-06-04T16:00:00.000Z", plataforma: "cli", simular: false }
      const terminos = { borradores: 1, recibidos: 7, entregas: 60, bitacora: 1825 }
      expect(await read.testados.depurar(terminos, cuando)).toMatchObject({ bitacora: 2 })
    } finally {
      await database.close()
    }
  })

  it.each([
    "UPDATE evento SET despues = NULL",
    "UPDATE eslabon SET sal = NULL",
    "BEGIN; SELECT set_config('plenaria.testando', pg_current_xact_id()::text, true); UPDATE evento SET despues = NULL",
    "INSERT INTO evento (id, tipo, objeto, plataforma, instante) VALUES (gen_random_uuid(), 'bitacora.testada', 'x', 'sistema', now())",
    "SELECT quitar_sal('evento', 'x')",
  ])("cannot take a text out otherwise: %s", async (statement) => {
    await Sql.using(comoRol(base.url, "bot"), async (sql) => {
      await expect(sql.run(statement)).rejects.toThrow(/permission denied|erasure alone/)
    })
  })

  it("is not taken for that function, whatever it says of itself", async () => {
    await Sql.using(comoRol(base.url, "bot"), async (sql) => {
      const [row] = await sql.rows(
        "SELECT testando() AS puede FROM set_config('plenaria.testando', pg_current_xact_id()::text, true)",
      )
      expect(row?.puede).toBe(false)
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
