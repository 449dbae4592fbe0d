import { executionAsyncResource } from "node:async_hooks"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openDatabase } from "../../src/db/open.ts"
import { NOW } from "../support/conversacion.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabase } from "../support/demo-database.ts"
import { newDelivery } from "../support/new-delivery.ts"
import { silentLog } from "../support/silent-log.ts"

let database: TestDatabase
beforeAll(async () => {
  database = await createDemoDatabase(NOW)
})
afterAll(() => database.close())

/** Asked at once of one connection; the driver warns when it has to queue them itself, and a warning fails the test. */
describe("what a transaction asks at the same time", () => {
  it("is asked one thing after the other, and answered right", async () => {
    const { unitOfWork } = database
    const alone = await unitOfWork.fresh.organos.all()
    const [first] = alone
    const together = await unitOfWork.transaction(async () => {
      const { organos, instituciones, compromisos, sesiones } = unitOfWork.fresh
      return Promise.all([
        organos.all(),
        instituciones.all(),
        compromisos.list({}),
        sesiones.list(first?.id ?? ""),
      ])
    })
    expect(together[0]).toEqual(alone)
    expect(together.map((rows) => rows.length > 0)).toEqual([true, true, true, true])
  })

  it("is undone as a whole when one of it fails, and the connection serves again", async () => {
    const { unitOfWork } = database
    const delivery = await newDelivery(unitOfWork)
    const attempt = unitOfWork.transaction(({ deliveries, organos }) =>
      Promise.all([
        deliveries.enqueue({ ...delivery, key: "undone" }, NOW),
        deliveries.enqueue({ ...delivery, key: "impossible", organoId: "no such body" }, NOW),
        organos.all(),
      ]),
    )
    await expect(attempt).rejects.toThrow()
    expect(await unitOfWork.fresh.deliveries.byKey("undone")).toBeNull()
    await unitOfWork.transaction(({ deliveries }) =>
      deliveries.enqueue({ ...delivery, key: "afterwards" }, NOW),
    )
    expect(await unitOfWork.fresh.deliveries.byKey("afterwards")).not.toBeNull()
  })
})

describe("a second connection to the data, in the same process", () => {
  const another = () => openDatabase({ databaseUrl: database.url, dataDir: "" }, silentLog)

  it("has a transaction of its own inside the other's, which keeps its own", async () => {
    const { unitOfWork } = database
    const second = await another()
    const delivery = await newDelivery(unitOfWork)
    const outer = unitOfWork.transaction(async ({ deliveries }) => {
      await second.unitOfWork.transaction((own) => own.deliveries.enqueue({ ...delivery, key: "inner" }, NOW))
      await deliveries.enqueue({ ...delivery, key: "outer" }, NOW)
      throw new Error("no longer")
    })
    await expect(outer).rejects.toThrow("no longer")
    await second.close()
    expect(await unitOfWork.fresh.deliveries.byKey("inner")).not.toBeNull()
    expect(await unitOfWork.fresh.deliveries.byKey("outer")).toBeNull()
  })

  it("leaves nothing behind that every promise afterwards would carry", async () => {
    const carried = async () => {
      await Promise.resolve()
      return Object.getOwnPropertySymbols(executionAsyncResource()).length
    }
    const used = async () => {
      const opened = await another()
      const { read, transaction } = opened.unitOfWork
      await read.eventos.desde({ cuenta: null, lugar: null, orden: "plenaria.hoy" }, () =>
        transaction(({ organos }) => organos.all()),
      )
      await opened.close()
    }
    await used()
    const before = await carried()
    await used()
    expect(await carried()).toBe(before)
  })
})
