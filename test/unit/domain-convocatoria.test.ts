import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  limitesConvocatoria,
  peldanoConvocatoria,
  primeraFechaConvocable,
} from "../../src/domain/convocatoria/convocatoria.ts"
import { finDelLimite, type LimiteEnvio, yaVencio } from "../../src/domain/convocatoria/limite-envio.ts"
import { antesDeLaEspera, procedeSegunda } from "../../src/domain/convocatoria/segunda.ts"
import { conjuntoBase } from "../../src/domain/tiempo/calendario-base.ts"
import { esHabil, sumarDias } from "../../src/domain/tiempo/plazo.ts"
import { instanteDe, msEntre } from "../../src/domain/tiempo/tiempo.ts"

const calendar = conjuntoBase(2023, 2028)
const union = conjuntoBase(2023, 2028, "union")
const dias = (n: number) => ({ n, unidad: "dias_habiles" }) as const
const zona = "America/Mexico_City"
const horas = (n: number) => ({ n, unidad: "horas" }) as const
const limits = (fecha: string, n = 5) =>
  limitesConvocatoria({ fecha, hora: null, zona }, dias(n), calendar, union)
const someDay = fc.integer({ min: 0, max: 1_400 }).map((n) => sumarDias("2024-02-01", n))

describe("the last day to send a convocatoria", () => {
  it.each([
    [2, "2024-02-14", "2024-02-13"],
    [5, "2024-02-09", "2024-02-08"],
    [10, "2024-02-01", "2024-01-31"],
  ])(
    "of the session of 16 February 2024, with %i business days, is %s or, strictly, %s",
    (n, lenient, strict) => {
      expect(limits("2024-02-16", n)).toMatchObject({
        laxo: { dia: lenient, hora: null },
        estricto: { dia: strict, hora: null },
      })
    },
  )

  it("is earlier where the calendars disagree, and says on which days", () => {
    const { estricto, prudente, discrepan } = limits("2026-02-09")
    expect(prudente !== null && prudente < estricto.dia).toBe(true)
    expect(discrepan).toContain("2026-02-05")
    expect(limits("2026-06-19")).toMatchObject({ prudente: null, discrepan: [] })
  })

  it("is before the lenient day and before the session, and the prudent day before both", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 20 }), (fecha, n) => {
        const { estricto, laxo, prudente } = limits(fecha, n)
        expect((prudente ?? estricto.dia) <= estricto.dia).toBe(true)
        expect(estricto.dia < laxo.dia && laxo.dia < fecha).toBe(true)
      }),
    )
  })
})

describe("the warnings of a convocatoria that is not sent", () => {
  const aviso = (now: string, limite: LimiteEnvio) =>
    peldanoConvocatoria({
      now,
      zona,
      fecha: "2024-02-16",
      limite,
      avisos: [3, 1, 0],
      desde: "09:00",
      inhabiles: calendar,
    })
  const at = (hoy: string) => aviso(`${hoy}T18:00:00.000Z`, { dia: "2024-02-08", hora: null })?.peldano

  it.each([
    ["2024-02-01", undefined],
    ["2024-02-02", { kind: "por_vencer", dias: 3, envio: "2024-02-02" }],
    ["2024-02-07", { kind: "por_vencer", dias: 1, envio: "2024-02-07" }],
    ["2024-02-08", { kind: "por_vencer", dias: 0, envio: "2024-02-08" }],
    ["2024-02-09", { kind: "vencida", envio: "2024-02-09" }],
    ["2024-02-10", undefined],
    ["2024-02-19", undefined],
  ])("on %s: %j", (hoy, peldano) => expect(at(hoy)).toEqual(peldano))

  it("give as the first date that is in time one for which today is not too late", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 15 }), (hoy, n) => {
        const now = `${hoy}T18:00:00.000Z`
        const fecha = primeraFechaConvocable(now, { hora: null, zona }, dias(n), calendar)
        expect(fecha !== null && limits(fecha, n).estricto.dia >= hoy && esHabil(fecha, calendar)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it("of a limit by the hour hold until it, and say that it passed right after", () => {
    const limite = { dia: "2024-02-08", hora: "11:00" }
    expect(aviso("2024-02-08T17:00:00.000Z", limite)).toEqual({
      peldano: { kind: "por_vencer", dias: 0, envio: "2024-02-08" },
      siguiente: limite,
    })
    expect(aviso("2024-02-08T17:01:00.000Z", limite)?.peldano).toEqual({
      kind: "vencida",
      envio: "2024-02-08",
    })
  })

  it("come the day before when nothing would be sent in time on the last one", () => {
    const limite = { dia: "2024-02-08", hora: "03:00" }
    expect(aviso("2024-02-07T18:00:00.000Z", limite)?.peldano).toMatchObject({ dias: 0, envio: "2024-02-07" })
  })
})

describe("a notice in hours", () => {
  const limite = (fecha: string, hora: string | null, n: number) =>
    limitesConvocatoria({ fecha, hora, zona }, horas(n), calendar, union)

  it.each([
    ["2026-03-04", "10:00", 12, { dia: "2026-03-03", hora: "22:00" }],
    ["2026-03-04", "10:00", 24, { dia: "2026-03-03", hora: "10:00" }],
    ["2026-03-02", "10:00", 48, { dia: "2026-02-28", hora: "10:00" }],
    ["2026-03-04", "12:00", 12, { dia: "2026-03-03", hora: null }],
    // Without an hour on record, from the beginning of the day: in time at whatever hour it is.
    ["2026-03-04", null, 12, { dia: "2026-03-03", hora: "12:00" }],
    ["2026-03-04", null, 48, { dia: "2026-03-01", hora: null }],
  ])("of a session of %s at %s, %i before, ends at %j", (fecha, hora, n, hasta) => {
    expect(limite(fecha, hora, n)).toMatchObject({ estricto: hasta, laxo: hasta, prudente: null })
  })

  it("of twelve hours is in time when it is sent twenty-one ahead, and late a minute after its hour", () => {
    const { estricto } = limite("2026-03-04", "10:00", 12)
    expect(yaVencio(estricto, "2026-03-03T19:00:00.000Z", zona)).toBe(false)
    expect(yaVencio(estricto, "2026-03-04T04:00:59.000Z", zona)).toBe(false)
    expect(yaVencio(estricto, "2026-03-04T04:01:00.000Z", zona)).toBe(true)
    expect(finDelLimite(estricto, zona)).toBe("2026-03-04T04:01:00.000Z")
  })

  it("never ends less than those hours before the session, and is not cut to whole days", () => {
    const scene = fc.record({
      fecha: someDay,
      minuto: fc.integer({ min: 0, max: 1_439 }),
      n: fc.integer({ min: 1, max: 200 }),
    })
    fc.assert(
      fc.property(scene, ({ fecha, minuto, n }) => {
        const hora = `${String(Math.floor(minuto / 60)).padStart(2, "0")}:${String(minuto % 60).padStart(2, "0")}`
        const fin = finDelLimite(limite(fecha, hora, n).estricto, zona)
        const antes = msEntre(fin, instanteDe(fecha, hora, zona)) / 3_600_000
        expect(n - antes).toBeGreaterThanOrEqual(0)
        expect(n - antes).toBeLessThan(0.02)
      }),
    )
  })

  it("lets a session be called for the first day on which its hour is far enough", () => {
    const primera = (now: string) => primeraFechaConvocable(now, { hora: "10:00", zona }, horas(12), calendar)
    expect(primera("2026-03-03T19:00:00.000Z")).toBe("2026-03-04")
    expect(primera("2026-03-04T05:00:00.000Z")).toBe("2026-03-05")
  })
})

describe("a second call", () => {
  const regla = { permitida: true }

  it("is for a first one without quórum, where the rules know of it", () => {
    expect(procedeSegunda({ estado: "sin_quorum", llamado: 1 }, regla)).toBe(true)
    expect(procedeSegunda({ estado: "convocada", llamado: 1 }, regla)).toBe(false)
    expect(procedeSegunda({ estado: "sin_quorum", llamado: 2 }, regla)).toBe(false)
    expect(procedeSegunda({ estado: "sin_quorum", llamado: 1 }, { permitida: false })).toBe(false)
  })

  it("may not be held before its wait is over, to the minute where that is counted in hours", () => {
    const desde = { fecha: "2035-03-05", hora: "10:30" }
    expect(antesDeLaEspera({ fecha: "2035-03-04", hora: "23:00" }, desde)).toBe(true)
    expect(antesDeLaEspera({ fecha: "2035-03-05", hora: "10:29" }, desde)).toBe(true)
    expect(antesDeLaEspera({ fecha: "2035-03-05", hora: "10:30" }, desde)).toBe(false)
    expect(antesDeLaEspera({ fecha: "2035-03-05", hora: null }, desde)).toBe(false)
    expect(antesDeLaEspera({ fecha: "2035-03-05", hora: "09:00" }, { ...desde, hora: null })).toBe(false)
  })
})
