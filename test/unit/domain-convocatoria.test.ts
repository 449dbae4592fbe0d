import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  limitesConvocatoria,
  peldanoConvocatoria,
  primeraFechaConvocable,
} from "../../src/domain/convocatoria/convocatoria.ts"
import { conjuntoBase } from "../../src/domain/tiempo/calendario-base.ts"
import { esHabil, sumarDias } from "../../src/domain/tiempo/plazo.ts"

const calendar = conjuntoBase(2023, 2028)
const union = conjuntoBase(2023, 2028, "union")
const dias = (n: number) => ({ n, unidad: "dias_habiles" }) as const
const limits = (fecha: string, n = 5) => limitesConvocatoria(fecha, dias(n), calendar, union)
const someDay = fc.integer({ min: 0, max: 1_400 }).map((n) => sumarDias("2024-02-01", n))

describe("the last day to send a convocatoria", () => {
  it.each([
    [2, "2024-02-14", "2024-02-13"],
    [5, "2024-02-09", "2024-02-08"],
    [10, "2024-02-01", "2024-01-31"],
  ])(
    "of the session of 16 February 2024, with %i business days, is %s or, strictly, %s",
    (n, lenient, strict) => {
      expect(limits("2024-02-16", n)).toMatchObject({ laxo: lenient, estricto: strict })
    },
  )

  it("is earlier where the calendars disagree, and says on which days", () => {
    const { estricto, prudente, discrepan } = limits("2026-02-09")
    expect(prudente !== null && prudente < estricto).toBe(true)
    expect(discrepan).toContain("2026-02-05")
    expect(limits("2026-06-19")).toMatchObject({ prudente: null, discrepan: [] })
  })

  it("is before the lenient day and before the session, and the prudent day before both", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 20 }), (fecha, n) => {
        const { estricto, laxo, prudente } = limits(fecha, n)
        expect((prudente ?? estricto) <= estricto && estricto < laxo && laxo < fecha).toBe(true)
      }),
    )
  })
})

describe("the warnings of a convocatoria that is not sent", () => {
  const at = (hoy: string) =>
    peldanoConvocatoria({
      hoy,
      fecha: "2024-02-16",
      limite: "2024-02-08",
      avisos: [3, 1, 0],
      inhabiles: calendar,
    })?.peldano

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
        const fecha = primeraFechaConvocable(hoy, dias(n), calendar)
        expect(fecha !== null && limits(fecha, n).estricto >= hoy && esHabil(fecha, calendar)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})
