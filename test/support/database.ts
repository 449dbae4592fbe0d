import { randomUUID } from "node:crypto"
import pg from "pg"
import { inject } from "vitest"
import { type Database, openDatabase } from "../../src/db/open.ts"
import { databaseUrl, TEMPLATE } from "./postgres.ts"
import { silentLog } from "./silent-log.ts"

/** A database, and where it is; `close` also drops it. */
export interface TestDatabase extends Database {
  readonly database: Database
  /** For a second connection, or another process. */
  readonly url: string
}

/** An empty, migrated database of its own, on the run's PostgreSQL. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject("postgresUrl")
  const name = `prueba_${randomUUID().replaceAll("-", "")}`
  const url = databaseUrl(server, name)
  await onServer(server, `CREATE DATABASE "${name}" TEMPLATE "${TEMPLATE}"`)
  const database = await openDatabase({ databaseUrl: url, dataDir: "" }, silentLog)
  return {
    ...database,
    database,
    url,
    async close() {
      await database.close()
      await onServer(server, `DROP DATABASE "${name}" WITH (FORCE)`)
    },
  }
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
