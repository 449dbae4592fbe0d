import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { conjuntoBase } from "../../src/domain/tiempo/calendario-base.ts"
import {
  diasHabilesEntre,
  esHabil,
  habilDesde,
  sumarDias,
  sumarDiasHabiles,
  ultimoDiaConvocatoria,
} from "../../src/domain/tiempo/plazo.ts"

const apf = conjuntoBase(2023, 2028)
const dh = (n: number) => ({ n, unidad: "dias_habiles" }) as const
const aDate = fc.integer({ min: 0, max: 1400 }).map((n) => sumarDias("2024-01-01", n))
const holidays = fc.uniqueArray(aDate, { maxLength: 40 }).map((dates) => new Set(dates))

describe("business days", () => {
  it("never counts Saturdays, Sundays or holidays", () => {
    expect(esHabil("2024-02-16", apf)).toBe(true)
    expect(esHabil("2024-02-17", apf)).toBe(false)
    expect(esHabil("2024-02-18", apf)).toBe(false)
    expect(esHabil("2024-02-05", apf)).toBe(false)
  })

  it.each([
    [5, "2024-02-23"],
    [10, "2024-03-01"],
    [15, "2024-03-08"],
    [20, "2024-03-15"],
    [30, "2024-04-03"],
  ])("counts %i forward from the 21st session to %s", (n, expected) => {
    expect(sumarDiasHabiles("2024-02-16", n, apf)).toBe(expected)
  })

  it("reaches 1 April when Holy Week is not observed", () => {
    expect(sumarDiasHabiles("2024-02-16", 30, conjuntoBase(2024, 2024, "lft"))).toBe("2024-04-01")
  })

  it("gives the date back for zero days, even an inhábil", () => {
    expect(sumarDiasHabiles("2024-02-17", 0, apf)).toBe("2024-02-17")
  })

  it("counts the due date but not today", () => {
    expect(diasHabilesEntre("2024-02-16", "2024-02-16", apf)).toBe(0)
    expect(diasHabilesEntre("2024-02-16", "2024-02-19", apf)).toBe(1)
    expect(diasHabilesEntre("2024-02-19", "2024-02-16", apf)).toBe(-1)
    expect(diasHabilesEntre("2024-02-17", "2024-02-16", apf)).toBe(-1)
  })

  it("rolls an inhábil forward to the next business day", () => {
    expect(habilDesde("2024-02-03", apf)).toBe("2024-02-06")
    expect(habilDesde("2024-02-06", apf)).toBe("2024-02-06")
  })

  it("is undone by counting back: the two operations are inverse from any date", () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: -60, max: 60 }), holidays, (date, n, inhabiles) => {
        const moved = sumarDiasHabiles(date, n, inhabiles)
        expect(diasHabilesEntre(date, moved, inhabiles)).toBe(n)
      }),
    )
  })

  it("always lands on a business day, in the direction asked for", () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: 1, max: 60 }), holidays, (date, n, inhabiles) => {
        const later = sumarDiasHabiles(date, n, inhabiles)
        const earlier = sumarDiasHabiles(date, -n, inhabiles)
        expect(esHabil(later, inhabiles) && esHabil(earlier, inhabiles)).toBe(true)
        expect(earlier < date && date < later).toBe(true)
      }),
    )
  })

  it("adds up: going n and then m days is going n + m days", () => {
    const days = fc.integer({ min: 0, max: 30 })
    fc.assert(
      fc.property(aDate, days, days, holidays, (date, n, m, inhabiles) => {
        const twice = sumarDiasHabiles(sumarDiasHabiles(date, n, inhabiles), m, inhabiles)
        expect(twice).toBe(sumarDiasHabiles(date, n + m, inhabiles))
      }),
    )
  })
})

describe("last day to send a convocatoria", () => {
  it.each([
    [2, "2024-02-14", "2024-02-13"],
    [5, "2024-02-09", "2024-02-08"],
    [10, "2024-02-01", "2024-01-31"],
  ])(
    "with %i business days is %s counting the day of sending and %s leaving both ends out",
    (n, lenient, strict) => {
      expect(ultimoDiaConvocatoria("2024-02-16", dh(n), "incluye_dia_envio", apf)).toBe(lenient)
      expect(ultimoDiaConvocatoria("2024-02-16", dh(n), "excluye_ambos_extremos", apf)).toBe(strict)
    },
  )

  it.each([
    ["2026-02-06", "2026-01-29", "2026-01-29", "2026-01-29", "2026-01-28"],
    ["2026-03-20", "2026-03-12", "2026-03-12", "2026-03-13", "2026-03-12"],
    ["2026-09-04", "2026-08-28", "2026-08-28", "2026-08-27", "2026-08-27"],
    ["2024-10-04", "2024-09-26", "2024-09-26", "2024-09-27", "2024-09-26"],
  ])(
    "before %s differs by regime: LFT %s, APF %s, LFPA %s, all together %s",
    (session, lft, apfDay, lfpa, union) => {
      const regimes = [
        ["lft", lft],
        ["apf", apfDay],
        ["lfpa", lfpa],
        ["union", union],
      ] as const
      for (const [regime, expected] of regimes) {
        const inhabiles = conjuntoBase(2024, 2026, regime)
        expect(ultimoDiaConvocatoria(session, dh(5), "incluye_dia_envio", inhabiles)).toBe(expected)
      }
    },
  )

  it.each([
    ["lft", "2026-04-03"],
    ["apf", "2026-04-07"],
    ["lfpa", "2026-04-07"],
    ["union", "2026-04-07"],
  ] as const)("five days on from 27 March 2026 by %s is %s", (regime, expected) => {
    expect(sumarDiasHabiles("2026-03-27", 5, conjuntoBase(2026, 2026, regime))).toBe(expected)
  })

  it("counts natural days over weekends", () => {
    const natural = { n: 7, unidad: "dias_naturales" } as const
    expect(ultimoDiaConvocatoria("2024-02-16", natural, "incluye_dia_envio", apf)).toBe("2024-02-09")
    expect(ultimoDiaConvocatoria("2024-02-16", natural, "excluye_ambos_extremos", apf)).toBe("2024-02-08")
  })

  it("leaves exactly n complete business days in between when neither end counts", () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: 1, max: 20 }), holidays, (session, n, inhabiles) => {
        const last = ultimoDiaConvocatoria(session, dh(n), "excluye_ambos_extremos", inhabiles)
        const before = sumarDias(session, -1)
        expect(diasHabilesEntre(last, before, inhabiles)).toBe(n)
      }),
    )
  })
})
