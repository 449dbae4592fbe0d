import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { newDelivery } from "../support/new-delivery.ts"
import { documentoDeLaSala } from "../support/sala/documento.ts"

const NOW = "2024-06-11T16:00:00.000Z"

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await database.importacion.apply(documentoDeLaSala(), NOW)
})
afterAll(() => database.close())

describe("what waits for a channel that a file moves", () => {
  it("leaves for its new place, and only what has not begun to leave", async () => {
    const { deliveries } = database.unitOfWork.fresh
    const message = await newDelivery(database.unitOfWork, "sre")
    await deliveries.enqueue({ ...message, key: "leaving" }, NOW)
    const [leaving] = await deliveries.claim({ now: NOW, leaseMs: 60_000, limit: 1, adapters: ["slack"] })
    await deliveries.enqueue({ ...message, key: "waiting" }, NOW)

    const doc = documentoDeLaSala()
    const moved = { workspace: "T0RELACIONES", canal: "C0NUEVO" }
    const canales = doc.canales.map((one) => (one.clave === "sre" ? { ...one, ...moved } : one))
    await database.importacion.apply({ ...doc, canales }, NOW)

    const placeOf = async (key: string) => {
      const all = await deliveries.list({ states: ["pending", "sending"], limit: 10 })
      return all.find((one) => one.key === key)?.to
    }
    expect(await placeOf("waiting")).toMatchObject({ workspace: "T0RELACIONES", channel: "C0NUEVO" })
    expect(await placeOf("leaving")).toEqual(leaving?.to)
    const [next] = await deliveries.claim({ now: NOW, leaseMs: 60_000, limit: 1, adapters: ["slack"] })
    expect(next).toMatchObject({ key: "waiting", to: { channel: "C0NUEVO" } })
  })
})
