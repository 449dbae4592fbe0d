import { createHash, randomUUID } from "node:crypto"
import { existsSync } from "node:fs"
import { readdir, readFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { CON_EL_ROL_DUENO, isForbidden, MigrationProblem } from "./errors.ts"

/** One connection, whichever the driver. Several statements in one text run when there are no parameters. */
export interface SqlConnection {
  run(sql: string): Promise<void>
  rows(sql: string, params?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>
}

interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

interface Applied {
  readonly name: string
  readonly checksum: string
  readonly finished: boolean
}

/** Prisma's own lock number: `prisma migrate deploy` and the bot never migrate at the same time. */
const MIGRATION_LOCK = 72707369

/** Prisma's bookkeeping table, exactly as `prisma migrate deploy` makes it. */
const BOOKKEEPING = `
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

/**
 * Applies what is missing, in order, each migration in its own transaction: it is there whole or not at all.
 * Returns the names applied now. `only`: those that another database has, and no later one.
 */
export async function migrate(
  connection: SqlConnection,
  folder?: string,
  only?: readonly Pick<Applied, "name" | "checksum">[],
): Promise<readonly string[]> {
  const known = await (folder === undefined ? ownMigrations() : readMigrations(folder))
  if (only !== undefined)
    refuseWhenUnfit(
      known,
      only.map((one) => ({ ...one, finished: true })),
    )
  const wanted = only && new Set(only.map(({ name }) => name))
  const migrations = wanted === undefined ? known : known.filter(({ name }) => wanted.has(name))
  if (await allApplied(connection, migrations)) return []
  // A lock that never comes (another start is stuck) must not hang this one for ever.
  await connection.run("SET lock_timeout = '60s'")
  await connection.rows("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK])
  try {
    // A role that may not make tables starts where they are all there.
    if (!(await hasBooks(connection))) await connection.run(BOOKKEEPING)
    const applied = await appliedMigrations(connection)
    refuseWhenUnfit(migrations, applied)
    const done = new Set(applied.map((row) => row.name))
    const missing = migrations.filter((migration) => !done.has(migration.name))
    for (const migration of missing) await apply(connection, migration)
    return missing.map((migration) => migration.name)
  } finally {
    await connection.rows("SELECT pg_advisory_unlock($1)", [MIGRATION_LOCK])
    await connection.run("RESET lock_timeout")
  }
}

/** As nearly every start finds it: nobody has to wait for anybody then. */
async function allApplied(connection: SqlConnection, migrations: readonly Migration[]): Promise<boolean> {
  const applied = (await hasBooks(connection)) ? await appliedMigrations(connection) : []
  if (applied.length !== migrations.length || !applied.every(({ finished }) => finished)) return false
  refuseWhenUnfit(migrations, applied)
  return true
}

async function hasBooks(connection: SqlConnection): Promise<boolean> {
  const [books] = await connection.rows(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS "there"`)
  return books?.there === true
}

/** What `migrate` would apply, and what it would refuse; nothing is written. */
export async function pendingMigrations(
  connection: SqlConnection,
): Promise<{ readonly missing: readonly string[]; readonly problem: MigrationProblem | null }> {
  const migrations = await ownMigrations()
  const applied = (await hasBooks(connection)) ? await appliedMigrations(connection) : []
  const done = new Set(applied.map(({ name }) => name))
  const missing = migrations.flatMap(({ name }) => (done.has(name) ? [] : [name]))
  try {
    refuseWhenUnfit(migrations, applied)
    return { missing, problem: null }
  } catch (error) {
    if (error instanceof MigrationProblem) return { missing, problem: error }
    throw error
  }
}

async function apply(connection: SqlConnection, { name, sql, checksum }: Migration): Promise<void> {
  await connection.run("BEGIN")
  try {
    await connection.run(sql)
    await connection.rows(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    )
    await connection.run("COMMIT")
  } catch (error) {
    await connection.run("ROLLBACK")
    if (isForbidden(error))
      throw new MigrationProblem(
        `Falta aplicar la migración «${name}», y este usuario de la base de datos no puede hacerlo.`,
        CON_EL_ROL_DUENO,
        { cause: error },
      )
    throw new MigrationProblem(
      `No se pudo aplicar la migración «${name}»: ${error instanceof Error ? error.message : String(error)}. La base de datos quedó como estaba.`,
      "Conserve este mensaje y la base de datos tal como está; si alguien la cambió a mano, deshaga el cambio y vuelva a iniciar.",
      { cause: error },
    )
  }
}

/** Those that a database says it has, in the order in which they were applied. */
export async function appliedMigrations(connection: SqlConnection): Promise<readonly Applied[]> {
  const rows = await connection.rows(
    `SELECT "migration_name", "checksum", "finished_at" IS NOT NULL AS "finished"
     FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "started_at"`,
  )
  return rows.map((row) => ({
    name: String(row.migration_name),
    checksum: String(row.checksum),
    finished: row.finished === true,
  }))
}

function refuseWhenUnfit(migrations: readonly Migration[], applied: readonly Applied[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const row of applied) {
    const migration = known.get(row.name)
    if (!row.finished) {
      throw new MigrationProblem(
        `La migración «${row.name}» quedó a medias en esta base de datos.`,
        "Restaure el último respaldo, o termine la reparación con «prisma migrate resolve» antes de iniciar.",
      )
    }
    if (migration === undefined) {
      throw new MigrationProblem(
        `La base de datos tiene la migración «${row.name}», que esta versión del programa no conoce.`,
        "Use la versión del programa con la que se actualizó la base de datos, o una posterior.",
      )
    }
    if (migration.checksum !== row.checksum) {
      throw new MigrationProblem(
        `La migración «${row.name}» cambió después de haberse aplicado a esta base de datos.`,
        "Recupere el archivo original de esa migración; un cambio nuevo va en una migración nueva.",
      )
    }
  }
}

let own: Promise<readonly Migration[]> | null = null

/** Those of this program, which do not change while it runs. */
function ownMigrations(): Promise<readonly Migration[]> {
  own ??= readMigrations(migrationsFolder())
  return own
}

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, "migration.sql"), "utf8")
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") }
    }),
  )
}

/** `prisma/migrations` of the project, wherever this file was compiled to. */
export function migrationsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, "prisma/migrations/migration_lock.toml"))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error("prisma/migrations not found above src/db")
    folder = parent
  }
  return join(folder, "prisma/migrations")
}
