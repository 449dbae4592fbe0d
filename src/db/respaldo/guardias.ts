import type { SqlConnection } from "../engine/migrate.ts"

/**
 * Does some work with the triggers and the references between tables put aside, and puts them back as they were:
 * rows come in as they were written, once, and in any order. Putting a reference back checks every row. Inside a
 * transaction, by the owner of the tables.
 */
export async function sinGuardias<T>(connection: SqlConnection, work: () => Promise<T>): Promise<T> {
  const guardias = [...(await leer(connection, REFERENCIAS)), ...(await leer(connection, DISPARADORES))]
  await connection.run(guardias.map(({ quitar }) => quitar).join(";"))
  const hecho = await work()
  await connection.run(guardias.map(({ poner }) => poner).join(";"))
  return hecho
}

interface Guardia {
  readonly quitar: string
  readonly poner: string
}

async function leer(connection: SqlConnection, sql: string): Promise<readonly Guardia[]> {
  const rows = await connection.rows(sql)
  return rows.map(({ quitar, poner }) => ({ quitar: String(quitar), poner: String(poner) }))
}

const REFERENCIAS = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', "conrelid"::regclass, "conname") AS "quitar",
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', "conrelid"::regclass, "conname", pg_get_constraintdef("oid")) AS "poner"
  FROM "pg_constraint"
  WHERE "contype" = 'f' AND "connamespace" = current_schema()::regnamespace ORDER BY "conrelid"::regclass::text, "conname"`

const DISPARADORES = `
  SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', "tgrelid"::regclass, "tgname") AS "quitar",
    format('ALTER TABLE %s ENABLE %sTRIGGER %I', "tgrelid"::regclass,
      CASE "tgenabled" WHEN 'A' THEN 'ALWAYS ' WHEN 'R' THEN 'REPLICA ' ELSE '' END, "tgname") AS "poner"
  FROM "pg_trigger" t JOIN "pg_class" c ON c."oid" = t."tgrelid"
  WHERE NOT t."tgisinternal" AND t."tgenabled" <> 'D' AND c."relnamespace" = current_schema()::regnamespace
  ORDER BY "tgrelid"::regclass::text, "tgname"`
