import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { encolarRecordatorios } from "../../src/app/dia/encolar.ts"
import { planearRecordatorios } from "../../src/app/recordatorio/planear.ts"
import { sumarDias } from "../../src/domain/tiempo/plazo.ts"
import type { EstadoCompromiso } from "../../src/domain/tipos/compromiso.ts"
import type { Organo } from "../../src/domain/tipos/directorio.ts"
import type { Fecha } from "../../src/domain/tipos/tiempo.ts"
import { runTick } from "../../src/jobs/tick.ts"
import { type Cuerpo, cuerpoColegiado, inhabil } from "../support/cuerpo-colegiado.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { FakeChat } from "../support/fake-chat.ts"
import { memoryLog, TestClock } from "../support/reloj.ts"

let test: TestDatabase
let database: TestDatabase["database"]
let clock: TestClock
let chat: FakeChat

beforeEach(async () => {
  test = await createTestDatabase()
  database = test.database
  clock = new TestClock("2024-03-08", "10:00")
  chat = new FakeChat(clock)
})
afterEach(() => test.close())

const record = (cuerpo: Cuerpo) => database.importacion.apply(cuerpoColegiado(cuerpo), clock.now())
const tick = (adapter = chat) =>
  runTick({ data: database.unitOfWork, clock, adapters: new Map([["slack", adapter]]), log: memoryLog() })

async function organo(): Promise<Organo> {
  const found = await database.unitOfWork.read.organos.byClave("ci-trata")
  if (found === null) throw new Error("the body was not recorded")
  return found
}

/** Runs the bot at an hour of every day of a range, weekends included; gives the civil days with a message. */
async function diasConMensaje(desde: Fecha, hasta: Fecha, canal: string): Promise<readonly Fecha[]> {
  for (let dia = desde; dia <= hasta; dia = sumarDias(dia, 1)) {
    clock.set(dia, "10:00")
    await tick()
  }
  return chat.posted.filter(({ channel }) => channel === canal).map(({ at }) => at.slice(0, 10))
}

describe("reminders", () => {
  it("reach each institution's channel in one message a day, with all it owes", async () => {
    await record({
      deben: [
        { institucion: "SRE", vence: "2024-03-15" },
        { institucion: "SRE", vence: "2024-03-15" },
        { institucion: "SALUD", vence: "2024-03-15" },
      ],
    })
    await tick()
    expect(chat.posted.map(({ channel }) => channel).sort()).toEqual(["salud", "sre"])
    const toSre = chat.posted.find(({ channel }) => channel === "sre")?.text
    expect(toSre).toContain("CI/SO-21/02/2024/SRE-1")
    expect(toSre).toContain("CI/SO-21/02/2024/SRE-2")
    expect(toSre).not.toContain("SALUD")
  })

  it("are not repeated by later ticks, nor after a restart", async () => {
    await record({ deben: [{ institucion: "SRE", vence: "2024-03-15" }] })
    await tick()
    clock.pass(60_000)
    await tick()
    const afterRestart = new FakeChat(clock)
    clock.pass(60_000)
    await tick(afterRestart)
    expect(chat.posted).toHaveLength(1)
    expect(afterRestart.posted).toEqual([])
  })

  it("are not doubled by planners that run at the same time", async () => {
    await record({
      deben: [
        { institucion: "SRE", vence: "2024-03-15" },
        { institucion: "SALUD", vence: "2024-03-15" },
      ],
    })
    const body = await organo()
    const planner = () => encolarRecordatorios({ data: database.unitOfWork, now: clock.now() }, body)
    const results = await Promise.all(Array.from({ length: 6 }, planner))
    expect(results.reduce((sum, { created }) => sum + created, 0)).toBe(2)
    expect(await database.unitOfWork.read.deliveries.list({ limit: 50 })).toHaveLength(2)
    await Promise.all([tick(), tick()])
    expect(chat.posted).toHaveLength(2)
  })

  it("fall on the ladder's business days, around the holiday of 18 March", async () => {
    await record({ deben: [{ institucion: "SRE", vence: "2024-03-15" }] })
    expect(await diasConMensaje("2024-02-20", "2024-03-29", "sre")).toEqual([
      "2024-02-23",
      "2024-03-08",
      "2024-03-14",
      "2024-03-15",
      "2024-03-19",
      "2024-03-25",
    ])
  })

  it("wait for the next business day of the institution, and only of that institution", async () => {
    await record({
      deben: [
        { institucion: "SRE", vence: "2024-03-15" },
        { institucion: "SALUD", vence: "2024-03-15" },
      ],
      inhabiles: [inhabil("2024-03-08", { institucion: "SRE" })],
    })
    expect(await diasConMensaje("2024-03-07", "2024-03-12", "sre")).toEqual(["2024-03-11"])
    expect(chat.posted.find(({ channel }) => channel === "sre")?.text).toContain("faltan 4 días hábiles")
    expect(chat.posted.filter(({ channel }) => channel === "salud").map(({ at }) => at.slice(0, 10))).toEqual(
      ["2024-03-08"],
    )
  })

  it("move with a day that the body declares inhábil", async () => {
    await record({
      deben: [{ institucion: "SRE", vence: "2024-03-15" }],
      inhabiles: [inhabil("2024-03-14", { organo: "ci-trata" })],
    })
    // T-5 is one day earlier; T-1 is the 13th; nothing on the 14th.
    expect(await diasConMensaje("2024-03-05", "2024-03-15", "sre")).toEqual([
      "2024-03-07",
      "2024-03-13",
      "2024-03-15",
    ])
  })

  it("never say before the date what arrives after it", async () => {
    const vacation = ["2024-03-14", "2024-03-15"].map((day) => inhabil(day, { institucion: "SRE" }))
    await record({ deben: [{ institucion: "SRE", vence: "2024-03-15" }], inhabiles: vacation })
    expect(await diasConMensaje("2024-03-11", "2024-03-19", "sre")).toEqual(["2024-03-19"])
    expect(chat.posted[0]?.text).toContain("venció el viernes 15 de marzo de 2024, día inhábil")
    expect(chat.posted[0]?.text).toContain(
      "Este aviso correspondía al viernes 15 de marzo de 2024, día inhábil de su institución; ese día venció el compromiso.",
    )
  })

  it.each(["en_validacion", "atendido", "cancelado"] satisfies EstadoCompromiso[])(
    "stop as soon as the compromiso is %s",
    async (estado) => {
      await record({ deben: [{ institucion: "SRE", vence: "2024-03-15" }] })
      await tick()
      await record({ deben: [{ institucion: "SRE", vence: "2024-03-15", estado }] })
      await diasConMensaje("2024-03-11", "2024-03-26", "sre")
      expect(chat.posted).toHaveLength(1)
    },
  )

  it("leave acuerdos without follow-up alone", async () => {
    await record({ deben: [{ institucion: "SRE", vence: "2024-03-15" }], tipo: "informativo" })
    await tick()
    expect(chat.posted).toEqual([])
  })

  it("count from the second date after a reprogramación", async () => {
    await record({ deben: [{ institucion: "SRE", vence: "2024-03-08", segunda: "2024-03-22" }] })
    expect(await diasConMensaje("2024-03-08", "2024-03-22", "sre")).toEqual([
      "2024-03-14",
      "2024-03-21",
      "2024-03-22",
    ])
    expect(chat.posted[0]?.text).toContain(
      "Fecha original: 8 de marzo de 2024; nueva fecha: 22 de marzo de 2024",
    )
  })
})

describe("working hours", () => {
  beforeEach(() => record({ deben: [{ institucion: "SRE", vence: "2024-03-15" }] }))

  it("are waited for in the morning", async () => {
    clock.set("2024-03-08", "08:59")
    await tick()
    expect(chat.posted).toEqual([])
    clock.set("2024-03-08", "09:00")
    await tick()
    expect(chat.posted).toHaveLength(1)
  })

  it("end the day: what was missed goes out on the next business day, saying so", async () => {
    clock.set("2024-03-07", "10:00")
    await tick()
    clock.set("2024-03-08", "17:31")
    await tick()
    expect(chat.posted).toEqual([])
    clock.set("2024-03-09", "10:00")
    await tick()
    expect(chat.posted).toEqual([])
    clock.set("2024-03-11", "10:00")
    await tick()
    expect(chat.posted).toHaveLength(1)
    expect(chat.posted[0]?.text).toContain(
      "debieron enviarse desde el viernes 8 de marzo de 2024 (1 día hábil de retraso)",
    )
  })

  it("join everything missed while the bot was off into one message", async () => {
    clock.set("2024-03-07", "10:00")
    await tick()
    clock.set("2024-03-19", "10:00")
    await tick()
    await tick()
    expect(chat.posted).toHaveLength(1)
    expect(chat.posted[0]?.text).toContain("venció hace 1 día hábil")
    expect(chat.posted[0]?.text).toContain("desde el viernes 8 de marzo de 2024")
  })

  it("gather nothing from before there was a commitment, it had its date or it was returned", async () => {
    const tres = (estado: EstadoCompromiso, segunda?: Fecha) => [
      { institucion: "SRE", vence: "2024-03-15", ...(segunda ? { segunda } : {}) },
      { institucion: "SALUD", vence: "2024-03-15", estado },
    ]
    clock.set("2024-03-07", "10:00")
    await tick()
    clock.set("2024-03-11", "18:00")
    await record({ deben: tres("en_validacion") })
    clock.set("2024-03-12", "10:00")
    await tick()
    expect(chat.posted.map(({ channel }) => channel)).toEqual(["sre"])
    expect(chat.posted[0]?.text).toContain("desde el viernes 8 de marzo de 2024")
    // T-1 and T fell while it was being reviewed; T-5 of the new date, before it was given.
    clock.set("2024-03-19", "18:00")
    await record({ deben: tres("en_proceso", "2024-03-25") })
    clock.set("2024-03-20", "10:00")
    await tick()
    const [, ...despues] = chat.posted
    expect(despues.map(({ channel }) => channel)).toEqual(["salud"])
    expect(despues[0]?.text).toContain("desde el martes 19 de marzo de 2024 (1 día hábil de retraso)")
  })

  it("do not make up for anything the first time that the bot runs", async () => {
    clock.set("2024-03-12", "10:00")
    await tick()
    expect(chat.posted).toEqual([])
  })
})

describe("a planned reminder", () => {
  it("carries when it may go out, when it is no longer useful, and why it exists", async () => {
    await record({ deben: [{ institucion: "SRE", vence: "2024-03-15" }] })
    clock.set("2024-03-08", "07:00")
    const [item, ...rest] = await planearRecordatorios(
      { data: database.unitOfWork, now: clock.now() },
      await organo(),
    )
    expect(rest).toEqual([])
    expect(item?.delivery).toMatchObject({
      purpose: "recordatorio",
      notBefore: "2024-03-08T15:00:00.000Z",
      // The end of Monday 11 March.
      expiresAt: "2024-03-12T06:00:00.000Z",
      why: "Recordatorio a SRE del 8 de marzo de 2024: CI/SO-21/02/2024/SRE-1 T-5 (vence el 15 de marzo de 2024). Para: enlace.",
    })
    expect(item?.delivery.key).toMatch(/^[0-9a-f]{64}$/)
  })

  it("is the same however often it is planned", async () => {
    await record({ deben: [{ institucion: "SRE", vence: "2024-03-15" }] })
    const body = await organo()
    const plan = () => planearRecordatorios({ data: database.unitOfWork, now: clock.now() }, body)
    expect(await plan()).toEqual(await plan())
    expect(await database.unitOfWork.read.deliveries.list({ limit: 10 })).toEqual([])
  })
})
