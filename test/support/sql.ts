import { randomUUID } from "node:crypto"
import pg from "pg"
import { inject } from "vitest"
import { databaseUrl } from "./postgres.ts"

/** A bare connection, for looking at what the program wrote and for writing what it never would. */
export class Sql {
  readonly #client: pg.Client
  #last: Promise<unknown> = Promise.resolve()

  private constructor(client: pg.Client) {
    this.#client = client
  }

  static async connect(url: string): Promise<Sql> {
    const client = new pg.Client({ connectionString: url })
    client.on("error", () => {})
    await client.connect()
    return new Sql(client)
  }

  /** A connection for this work alone. */
  static async using<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
    const sql = await Sql.connect(url)
    return work(sql).finally(() => sql.close())
  }

  async rows(sql: string, params: readonly unknown[] = []): Promise<readonly Record<string, unknown>[]> {
    const ask = () => this.#client.query<Record<string, unknown>>(sql, [...params])
    return (await this.#inTurn(ask)).rows
  }

  /** Several statements at once. */
  async run(sql: string): Promise<void> {
    await this.#inTurn(() => this.#client.query(sql))
  }

  #inTurn<T>(ask: () => Promise<T>): Promise<T> {
    const answer = this.#last.then(ask)
    this.#last = answer.catch(() => {})
    return answer
  }

  close(): Promise<void> {
    return this.#client.end()
  }
}

let maintaining: Promise<Sql> | null = null

/** The connection of this process to the server itself, for making and dropping databases; it ends with the process. */
export function maintenance(): Promise<Sql> {
  maintaining ??= Sql.connect(inject("postgresUrl"))
  return maintaining
}

/** A database with nothing in it, not even tables. */
export async function createBareDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `vacia_${randomUUID().replaceAll("-", "")}`
  const sql = await maintenance()
  await sql.run(`CREATE DATABASE "${name}"`)
  return {
    url: databaseUrl(inject("postgresUrl"), name),
    drop: () => sql.run(`DROP DATABASE "${name}" WITH (FORCE)`),
  }
}
