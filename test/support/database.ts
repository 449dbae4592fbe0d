import { createHash, randomUUID } from "node:crypto"
import { inject } from "vitest"
import { type Database, openDatabase } from "../../src/db/open.ts"
import { databaseUrl, TEMPLATE } from "./postgres.ts"
import { reusedClient } from "./prisma-clients.ts"
import { silentLog } from "./silent-log.ts"
import { maintenance, Sql } from "./sql.ts"

/** A database, and where it is; `close` also drops it. */
export interface TestDatabase extends Database {
  readonly database: Database
  /** For a second connection, or another process. */
  readonly url: string
}

/** An empty, migrated database of its own, on the run's PostgreSQL. */
export function createTestDatabase(): Promise<TestDatabase> {
  return openCopyOf(TEMPLATE)
}

/** What a database holds, and how it gets it. The same words must always mean the same preparation. */
export interface Preparation {
  readonly contents: string
  readonly prepare: (database: Database) => Promise<unknown>
  /** What it holds already when it is prepared; otherwise nothing. */
  readonly upon?: Preparation
}

/** A copy of a database that is prepared once in a run, by whoever first asks for it. */
export async function createPreparedDatabase(preparation: Preparation): Promise<TestDatabase> {
  return openCopyOf(await templateOf(preparation))
}

async function templateOf({ contents, prepare, upon }: Preparation): Promise<string> {
  const template = `plantilla_${createHash("sha256").update(contents).digest("hex").slice(0, 24)}`
  if (!known.has(template)) await makeOnce(template, prepare, upon ? await templateOf(upon) : TEMPLATE)
  known.add(template)
  return template
}

const known = new Set<string>()

async function openCopyOf(template: string): Promise<TestDatabase> {
  const server = inject("postgresUrl")
  const name = `prueba_${randomUUID().replaceAll("-", "")}`
  const sql = await maintenance()
  await sql.run(copySql(name, template))
  const database = await open(server, name)
  return {
    ...database,
    database,
    url: databaseUrl(server, name),
    async close() {
      await database.close()
      await sql.run(`DROP DATABASE "${name}" WITH (FORCE)`)
    },
  }
}

/** Files are copied as they are: the other strategy writes every page to the log first, which costs four times as much. */
const copySql = (name: string, template: string) =>
  `CREATE DATABASE "${name}" TEMPLATE "${template}" STRATEGY file_copy`

const open = (server: string, name: string) =>
  openDatabase({ databaseUrl: databaseUrl(server, name), dataDir: "" }, silentLog, reusedClient)

/** Test files run at the same time in several processes: one makes the template, the others wait for it. */
function makeOnce(template: string, prepare: Preparation["prepare"], from: string): Promise<void> {
  const server = inject("postgresUrl")
  return Sql.using(server, async (sql) => {
    // Freed when the connection ends.
    await sql.rows("SELECT pg_advisory_lock(hashtext($1))", [template])
    if ((await sql.rows("SELECT 1 FROM pg_database WHERE datname = $1", [template])).length > 0) return
    const unfinished = `${template}_sin_terminar`
    await sql.run(`DROP DATABASE IF EXISTS "${unfinished}" WITH (FORCE)`)
    await sql.run(copySql(unfinished, from))
    const database = await open(server, unfinished)
    await prepare(database).finally(() => database.close())
    await sql.run(`ALTER DATABASE "${unfinished}" RENAME TO "${template}"`)
  })
}
