import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { createScheduler, type Scheduler } from "../../src/jobs/scheduler.ts"
import type { UnitOfWork } from "../../src/ports/repositories/unit-of-work.ts"
import { until } from "../contract/contract-inbound.ts"
import { cuerpoColegiado } from "../support/cuerpo-colegiado.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { FakeChat } from "../support/fake-chat.ts"
import { memoryLog, TestClock } from "../support/reloj.ts"

const EVERY_SECOND = {
  plan: "* * * * * *",
  dispatch: "* * * * * *",
  tidy: "* * * * * *",
  head: "0 0 1 1 *",
  backup: "0 0 1 1 *",
  channels: "0 0 1 1 *",
}
const NEVER = {
  plan: "0 0 1 1 *",
  dispatch: "0 0 1 1 *",
  tidy: "0 0 1 1 *",
  head: "0 0 1 1 *",
  backup: "0 0 1 1 *",
  channels: "0 0 1 1 *",
}

let test: TestDatabase
let database: TestDatabase["database"]
let clock: TestClock
let chat: FakeChat
let log: ReturnType<typeof memoryLog>
let scheduler: Scheduler

beforeEach(async () => {
  test = await createTestDatabase()
  database = test.database
  clock = new TestClock("2024-03-08", "10:00")
  chat = new FakeChat(clock)
  log = memoryLog()
  const deben = [{ institucion: "SRE", vence: "2024-03-15" }]
  await database.importacion.apply(cuerpoColegiado({ deben }), clock.now())
})
afterEach(async () => {
  await scheduler.stop()
  await test.close()
})

function create(rhythm: typeof NEVER, data: UnitOfWork = database.unitOfWork): Scheduler {
  scheduler = createScheduler({ data, clock, adapters: new Map([["slack", chat]]), log }, rhythm)
  return scheduler
}

describe("the scheduler", () => {
  it("plans and sends at once when the bot starts", async () => {
    create(NEVER).start()
    await until(() => chat.posted.length === 1, "message 1 is posted")
  })

  it("wakes up again and again without repeating a message", async () => {
    create(EVERY_SECOND).start()
    await until(() => chat.posted.length === 1, "message 1 is posted")
    clock.set("2024-03-14", "10:00")
    await until(() => chat.posted.length === 2, "message 2 is posted")
    expect(chat.posted.map(({ at }) => at.slice(0, 10))).toEqual(["2024-03-08", "2024-03-14"])
  })

  it("goes on after the database was down, and says so in the log", async () => {
    let down = true
    const failing = new Proxy(database.unitOfWork, {
      get(target, name, receiver) {
        if (down) throw new Error("connection refused")
        return Reflect.get(target, name, receiver)
      },
    })
    create(EVERY_SECOND, failing).start()
    await until(() => log.lines.filter(({ level }) => level === "error").length >= 3, "the log says so")
    expect(chat.posted).toEqual([])
    down = false
    await until(() => chat.posted.length === 1, "message 1 is posted")
  })

  it("stops only when what is under way has ended, and then stays stopped", async () => {
    let open = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    chat.next({ post: true, gate })
    create(EVERY_SECOND).start()
    await until(() => chat.attempts === 1, "a message is under way")

    let stopped = false
    const stopping = scheduler.stop().then(() => {
      stopped = true
    })
    await new Promise((done) => setImmediate(done))
    expect(stopped).toBe(false)
    open()
    await stopping
    const [delivery] = await database.unitOfWork.read.deliveries.list({ limit: 1 })
    expect(delivery?.state).toBe("accepted")

    await scheduler.stop()
    scheduler.start()
    expect(chat.attempts).toBe(1)
  })
})
