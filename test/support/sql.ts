import { randomUUID } from "node:crypto"
import pg from "pg"
import { inject } from "vitest"
import { databaseUrl } from "./postgres.ts"

/** A bare connection, for looking at what the program wrote and for writing what it never would. */
export class Sql {
  readonly #client: pg.Client

  private constructor(client: pg.Client) {
    this.#client = client
  }

  static async connect(url: string): Promise<Sql> {
    const client = new pg.Client({ connectionString: url })
    client.on("error", () => {})
    await client.connect()
    return new Sql(client)
  }

  async rows(sql: string, params: readonly unknown[] = []): Promise<readonly Record<string, unknown>[]> {
    return (await this.#client.query<Record<string, unknown>>(sql, [...params])).rows
  }

  /** Several statements at once. */
  async run(sql: string): Promise<void> {
    await this.#client.query(sql)
  }

  close(): Promise<void> {
    return this.#client.end()
  }
}

/** A database with nothing in it, not even tables. */
export async function createBareDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const server = inject("postgresUrl")
  const name = `vacia_${randomUUID().replaceAll("-", "")}`
  const run = async (sql: string) => {
    const connection = await Sql.connect(server)
    await connection.run(sql).finally(() => connection.close())
  }
  await run(`CREATE DATABASE "${name}"`)
  return { url: databaseUrl(server, name), drop: () => run(`DROP DATABASE "${name}" WITH (FORCE)`) }
}
