import pg from "pg"
import { afterAll, beforeAll, expect, it } from "vitest"
import { ServedAdapterFactory } from "../../src/db/engine/served-adapter.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"

let database: TestDatabase
let pool: pg.Pool

beforeAll(async () => {
  database = await createTestDatabase()
  pool = new pg.Pool({ connectionString: database.url, max: 1 })
})
afterAll(async () => {
  await pool.end()
  await database.close()
})

it("what is asked again is prepared on its connection, alone or in a transaction, and answers the same", async () => {
  const adapter = await new ServedAdapterFactory(pool).connect()
  const query = {
    sql: "SELECT $1::int + 1 AS uno",
    args: [41],
    argTypes: [{ scalarType: "int" as const, arity: "scalar" as const }],
  }
  const answers = [await adapter.queryRaw(query), await adapter.queryRaw(query)]
  const transaction = await adapter.startTransaction()
  answers.push(await transaction.queryRaw(query))
  await transaction.queryRaw({ ...query, sql: "SELECT $1::int AS una_vez" })
  await transaction.executeRaw({ sql: "COMMIT", args: [], argTypes: [] })
  await transaction.commit()
  answers.push(await adapter.queryRaw(query))
  expect(answers.map(({ rows }) => rows)).toEqual(Array.from({ length: 4 }, () => [[42]]))
  const { rows } = await pool.query("SELECT statement FROM pg_prepared_statements")
  expect(rows).toEqual([{ statement: query.sql }])
})
