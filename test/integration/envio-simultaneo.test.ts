import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { atOnce, deliveryTo } from "../../src/app/mensaje/delivery.ts"
import { enqueue } from "../../src/app/mensaje/enqueue.ts"
import type { NewDelivery } from "../../src/ports/repositories/deliveries.ts"
import type { Repositories } from "../../src/ports/repositories/unit-of-work.ts"
import { cuerpoColegiado } from "../support/cuerpo-colegiado.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { eventually } from "../support/eventually.ts"
import { Sql } from "../support/sql.ts"

const NOW = "2024-03-08T16:00:00.000Z"
let test: TestDatabase
let watcher: Sql
beforeEach(async () => {
  test = await createTestDatabase()
  watcher = await Sql.connect(test.url)
  await test.importacion.apply(cuerpoColegiado({ instituciones: ["SRE", "SALUD"] }), NOW)
})
afterEach(async () => {
  await watcher.close()
  await test.close()
})

/** The same message to both institutions. */
async function messages(): Promise<readonly NewDelivery[]> {
  const { read } = test.unitOfWork
  const organo = await read.organos.byClave("ci-trata")
  if (organo === null) throw new Error("the body was not recorded")
  const canales = await read.canales.list(organo.id)
  return canales.map((canal) =>
    deliveryTo(canal, {
      purpose: "aviso",
      subject: ["prueba"],
      organo,
      card: { title: "Aviso", tone: "aviso", blocks: [], actions: [] },
      ...atOnce(NOW),
      why: "prueba",
    }),
  )
}

/** Whether a query of the test's database waits for a lock. */
async function somebodyWaits(): Promise<boolean> {
  const waiting =
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
  return (await watcher.rows(waiting)).length > 0
}

/**
 * Both transactions write their first message before either writes its second, unless one has to wait for the other:
 * the order of events in which two that take the same rows in opposite order lock each other out.
 */
function crossing() {
  let first = 0
  return (repositories: Repositories): Pick<Repositories, "deliveries"> => {
    let written = 0
    return {
      deliveries: {
        ...repositories.deliveries,
        async enqueue(delivery, now) {
          const result = await repositories.deliveries.enqueue(delivery, now)
          written += 1
          if (written === 1) {
            first += 1
            await eventually(
              async () => first === 2 || (await somebodyWaits()),
              (met) => met,
            )
          }
          return result
        },
      },
    }
  }
}

describe("two transactions that send to the same channels at once", () => {
  it("wait for each other, in whatever order they name them, and send it once", async () => {
    const all = await messages()
    const meets = crossing()
    const send = (order: readonly NewDelivery[]) =>
      test.unitOfWork.transaction((repositories) => enqueue(meets(repositories), order, NOW))
    const done = await Promise.all([send(all), send([...all].reverse())])
    expect(done.map((created) => created.length).sort()).toEqual([0, 2])
    expect(await test.unitOfWork.read.deliveries.list({ limit: 10 })).toHaveLength(2)
  })
})
