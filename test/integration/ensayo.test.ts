import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { ensayar } from "../../src/app/dia/ensayar.ts"
import { richToPlain } from "../../src/cards/plain-text.ts"
import { sumarDias } from "../../src/domain/tiempo/plazo.ts"
import { fechaEnZona } from "../../src/domain/tiempo/tiempo.ts"
import { runTick } from "../../src/jobs/tick.ts"
import { cuerpoColegiado, inhabil } from "../support/cuerpo-colegiado.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { FakeChat } from "../support/fake-chat.ts"
import { memoryLog, TestClock } from "../support/reloj.ts"

const RANGE = { desde: "2024-02-20", hasta: "2024-04-05" }
let test: TestDatabase
let clock: TestClock

beforeEach(async () => {
  test = await createTestDatabase()
  clock = new TestClock("2024-02-19", "08:00")
  const cuerpo = cuerpoColegiado({
    deben: [
      { institucion: "SRE", vence: "2024-03-15" },
      { institucion: "SRE", vence: "2024-03-27" },
      { institucion: "SALUD", vence: "2024-03-15" },
    ],
    inhabiles: [inhabil("2024-03-08", { institucion: "SALUD" })],
  })
  await test.database.importacion.apply(cuerpo, clock.now())
})
afterEach(() => test.close())

const data = () => test.database.unitOfWork
async function rehearse() {
  return ensayar({ data: data(), now: clock.now() }, RANGE, await data().read.organos.all())
}

describe("a rehearsal", () => {
  it("says exactly what is sent afterwards: the same day, channel and words", async () => {
    const rehearsed = (await rehearse()).map(({ cuando, canal, texto }) =>
      [fechaEnZona(cuando, "America/Mexico_City"), canal.channel, richToPlain(texto)].join("|"),
    )
    const chat = new FakeChat(clock)
    for (let dia = RANGE.desde; dia <= RANGE.hasta; dia = sumarDias(dia, 1)) {
      clock.set(dia, "09:00")
      await runTick({ data: data(), clock, adapters: new Map([["slack", chat]]), log: memoryLog() })
    }
    const sent = chat.posted.map(({ at, channel, text }) => [at.slice(0, 10), channel, text].join("|"))
    expect(rehearsed.length).toBeGreaterThan(10)
    expect([...rehearsed].sort()).toEqual(sent.sort())
  })

  it("writes nothing and changes nothing of what comes", async () => {
    const before = await rehearse()
    expect(await data().read.deliveries.list({ limit: 10 })).toEqual([])
    expect(await rehearse()).toEqual(before)
  })

  it("gives the rule, the platform and the place of each message, in order of time", async () => {
    const messages = await rehearse()
    expect(messages.every(({ porque, canal }) => porque !== "" && canal.adapter === "slack")).toBe(true)
    expect(messages.map(({ cuando }) => cuando)).toEqual(messages.map(({ cuando }) => cuando).sort())
    const first = messages.find(({ institucion }) => institucion?.siglas === "SALUD")
    expect(first?.porque).toContain("T-15")
  })

  it("moves a message that would fall on a day on which the institution does not work", async () => {
    const days = (await rehearse())
      .filter(({ institucion }) => institucion?.siglas === "SALUD")
      .map(({ cuando }) => fechaEnZona(cuando, "America/Mexico_City"))
    expect(days).not.toContain("2024-03-08")
    expect(days).toContain("2024-03-11")
  })
})
