import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { migrate, migrationsFolder } from "../../src/db/engine/migrate.ts"
import { createBareDatabase, Sql } from "../support/sql.ts"

const REVISION = "20261201000300_consola_revision"

let bare: Awaited<ReturnType<typeof createBareDatabase>>
const open: Sql[] = []

beforeEach(async () => {
  bare = await createBareDatabase()
})
afterEach(async () => {
  for (const sql of open.splice(0)) await sql.close()
  await bare.drop()
})

async function connect(): Promise<Sql> {
  const sql = await Sql.connect(bare.url)
  open.push(sql)
  return sql
}

const post = (key: string) =>
  `INSERT INTO consola_mensaje (channel, key, card, sent_at) VALUES ('sre', '${key}', '{}', now())`
const inOrder = (sql: Sql) => sql.rows("SELECT key, id, revision FROM consola_mensaje ORDER BY revision")

describe("revisions of the console's messages", () => {
  it("begin where the messages that were there already are", async () => {
    const sql = await connect()
    const before = mkdtempSync(join(tmpdir(), "plenaria-migraciones-"))
    cpSync(migrationsFolder(), before, { recursive: true })
    for (const name of readdirSync(before))
      if (name >= REVISION) rmSync(join(before, name), { recursive: true })
    await migrate(sql, before)
    rmSync(before, { recursive: true })
    for (const key of ["a", "b", "c"]) await sql.run(post(key))
    await sql.run(
      "UPDATE consola_mensaje SET card = '{}' WHERE key = 'a'; DELETE FROM consola_mensaje WHERE key = 'b'",
    )
    await migrate(sql, migrationsFolder())
    await sql.run(post("d"))
    const rows = await inOrder(sql)
    expect(rows.map(({ key }) => key)).toEqual(["a", "c", "d"])
    expect(rows.slice(0, 2).map(({ id, revision }) => revision === id)).toEqual([true, true])
  })

  it("appear in their order, however many write at the same time", async () => {
    const [first, second, reader] = [await connect(), await connect(), await connect()]
    await migrate(first, migrationsFolder())
    await first.run(`BEGIN; ${post("lenta")}`)
    const quick = second.run(post("rápida"))
    let seen: readonly unknown[] = []
    // Were the quick one not to wait, a page could read it and never hear of the slow one, which is before it.
    while (seen.length === 0) {
      seen = await reader.rows("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
      expect(await inOrder(reader)).toEqual([])
    }
    await first.run("COMMIT")
    await quick
    expect((await inOrder(reader)).map(({ key }) => key)).toEqual(["lenta", "rápida"])
    await first.run("UPDATE consola_mensaje SET card = '{\"title\": \"otra\"}' WHERE key = 'lenta'")
    expect((await inOrder(reader)).map(({ key }) => key)).toEqual(["rápida", "lenta"])
  })
})
