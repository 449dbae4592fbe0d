import type { InspectedDatabase, InspectedTable } from "../../ports/diagnostico.ts"
import { pendingMigrations, type SqlConnection } from "./migrate.ts"

/** Whoever may act as the owner of a table may alter it; a superuser may act as everybody. */
const TABLES = `
  SELECT c.relname AS nombre, pg_has_role(c.relowner, 'USAGE') AS propia,
    has_table_privilege(c.oid, 'SELECT') AS leer, has_table_privilege(c.oid, 'INSERT') AS agregar,
    has_table_privilege(c.oid, 'UPDATE') AS cambiar, has_table_privilege(c.oid, 'DELETE') AS borrar
  FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace ORDER BY 1`

/** What the bot calls by itself; those that no migration made yet are missing for that reason. */
const NOT_USABLE = `
  SELECT p.proname || '()' AS nombre FROM pg_proc p
  WHERE p.pronamespace = current_schema()::regnamespace AND p.proname IN ('testar', 'depurar')
    AND NOT has_function_privilege(p.oid, 'EXECUTE')
  UNION ALL
  SELECT c.relname FROM pg_class c
  WHERE c.relnamespace = current_schema()::regnamespace
    AND CASE WHEN c.relkind = 'S' THEN NOT has_sequence_privilege(c.oid, 'USAGE') ELSE false END
  ORDER BY 1`

/** A database as it is. Nothing is written. */
export async function inspect(
  connection: SqlConnection,
): Promise<Omit<InspectedDatabase, "kind" | "libres">> {
  const before = Date.now()
  const [own] = await connection.rows(
    `SELECT current_setting('server_version') AS version, current_user AS rol,
       pg_database_size(current_database()) AS octetos, extract(epoch FROM clock_timestamp()) * 1000 AS ms`,
  )
  const here = (before + Date.now()) / 2
  const { missing, problem } = await pendingMigrations(connection)
  const tables = await connection.rows(TABLES)
  const unusable = await connection.rows(NOT_USABLE)
  return {
    version: String(own?.version),
    octetos: Number(own?.octetos),
    rol: String(own?.rol),
    tablas: tables.map(tableOf),
    sinUso: unusable.map(({ nombre }) => String(nombre)),
    migraciones: { faltan: missing, falla: problem && { que: problem.message, hacer: problem.hint } },
    desfaseMs: Math.round(Number(own?.ms) - here),
  }
}

const tableOf = (row: Readonly<Record<string, unknown>>): InspectedTable => ({
  nombre: String(row.nombre),
  propia: row.propia === true,
  leer: row.leer === true,
  agregar: row.agregar === true,
  cambiar: row.cambiar === true,
  borrar: row.borrar === true,
})
