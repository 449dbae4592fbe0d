import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Database, openDatabase } from "../../src/db/open.ts"
import { cuerpoColegiado } from "../support/cuerpo-colegiado.ts"
import { CuttableProxy } from "../support/cuttable-proxy.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { newDelivery } from "../support/new-delivery.ts"
import { overTheNetwork } from "../support/postgres.ts"
import { silentLog } from "../support/silent-log.ts"
import { Sql } from "../support/sql.ts"

const NOW = "2024-02-20T16:00:00.000Z"
let test: TestDatabase
let proxy: CuttableProxy

beforeAll(async () => {
  test = await createTestDatabase()
  await test.importacion.apply(cuerpoColegiado(), NOW)
  const { hostname, port } = new URL(test.url)
  proxy = new CuttableProxy({ host: hostname, port: Number(port) })
  await proxy.mend()
})
afterAll(async () => {
  await proxy.cut()
  await test.close()
})

const urlWith = (change: (url: URL) => void) => {
  const url = overTheNetwork(test.url)
  change(url)
  return url.href
}
const refusal = async (databaseUrl: string) => {
  const opened: unknown = await openDatabase({ databaseUrl, dataDir: "" }, silentLog).catch((error) => error)
  expect(opened).toBeInstanceOf(Error)
  return opened as Error & { readonly hint: string }
}

describe("at start, a database that cannot be used is told apart", () => {
  const { password } = new URL("postgresql://u:solo-pruebas@x")

  it.each([
    ["nothing listens", (url: URL) => (url.port = "1"), /no responde en 127\.0\.0\.1:1/, /en marcha/],
    [
      "no such host",
      (url: URL) => (url.hostname = "no-existe.invalid"),
      /No se encontró el equipo/,
      /nombre/,
    ],
    [
      "no such database",
      (url: URL) => (url.pathname = "/otra"),
      /«otra» no existe/,
      /CREATE DATABASE "otra"/,
    ],
    ["no such user", (url: URL) => (url.username = "nadie"), /rechazó el acceso de «nadie»/, /contraseña/],
  ])("%s", async (_what, change, message, hint) => {
    const error = await refusal(urlWith(change))
    expect(error.name).toBe("DatabaseUnavailable")
    expect(error.message).toMatch(message)
    expect(error.hint).toMatch(hint)
    expect(error.message + error.hint).not.toContain(password)
  })

  it("a URL that is none", async () => {
    const error = await refusal("postgresql://u:secreto@[mal")
    expect(error).toMatchObject({ name: "DatabaseUnavailable" })
    expect(error.message + error.hint).not.toContain("secreto")
  })
})

describe("a database that goes away while running", () => {
  let database: Database
  beforeAll(async () => {
    const url = urlWith((through) => {
      through.port = String(proxy.port)
    })
    database = await openDatabase({ databaseUrl: url, dataDir: "" }, silentLog)
  })
  afterAll(() => database.close())

  it("fails each request clearly, and serves again when it is back", async () => {
    const { read } = database.unitOfWork
    expect(await read.organos.all()).toHaveLength(1)
    await proxy.cut()
    for (const attempt of [
      () => read.organos.all(),
      () => database.ping(),
      () => read.deliveries.expire(NOW),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ name: "DatabaseUnavailable", hint: expect.any(String) })
    }
    await expect(database.unitOfWork.transaction(async () => {})).rejects.toMatchObject({
      name: "DatabaseUnavailable",
    })
    await proxy.mend()
    expect(await read.organos.all()).toHaveLength(1)
    await database.ping()
  })

  it("in the middle of a transaction undoes all of it", async () => {
    const delivery = await newDelivery(database.unitOfWork)
    const cutShort = database.unitOfWork.transaction(async ({ deliveries }) => {
      await deliveries.enqueue(delivery, NOW)
      await proxy.cut()
      await deliveries.enqueue({ ...delivery, key: "k2" }, NOW)
    })
    await expect(cutShort).rejects.toMatchObject({ name: "DatabaseUnavailable" })
    await proxy.mend()
    expect(await database.unitOfWork.read.deliveries.list({ limit: 9 })).toEqual([])
  })

  it("by its administrator's hand is reported too", async () => {
    const sql = await Sql.connect(test.url)
    await database.unitOfWork.read.organos.all()
    const interrupted = database.unitOfWork.transaction(async ({ organos }) => {
      await sql.rows(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
      )
      await organos.all()
    })
    await expect(interrupted).rejects.toMatchObject({ name: "DatabaseUnavailable" })
    expect(await database.unitOfWork.read.organos.all()).toHaveLength(1)
    await sql.close()
  })

  it("while the program is closing ends nothing but the connections", async () => {
    const url = urlWith((through) => {
      through.port = String(proxy.port)
    })
    const closing = await openDatabase({ databaseUrl: url, dataDir: "" }, silentLog)
    await Promise.all(Array.from({ length: 8 }, () => closing.ping()))
    await Promise.all([closing.close(), proxy.cut()])
    await closing.close()
    await proxy.mend()
  })
})
