import pg from "pg"
import { databaseUrl, TEMPLATE, type TestServer } from "../support/postgres.ts"

/** Runs statements on a connection of their own; returns the last one's rows. */
export async function onDatabase(
  url: string,
  ...statements: readonly string[]
): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let rows: readonly Record<string, unknown>[] = []
    for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

/** An empty, migrated database of its own; its URL. */
export async function cloneDatabase(server: TestServer, name: string): Promise<string> {
  await onDatabase(server.url, `CREATE DATABASE "${name}" TEMPLATE "${TEMPLATE}"`)
  return databaseUrl(server.url, name)
}
