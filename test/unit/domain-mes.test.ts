import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { claveMes, desplazarMes, diasDelMes, leerMes } from "../../src/domain/tiempo/mes.ts"

const HOY = "2026-11-23"
const read = (typed: string) => {
  const mes = leerMes(typed, HOY)
  return mes === null ? null : claveMes(mes)
}

describe("a month as people write it", () => {
  it.each([
    ["", "2026-11"],
    ["este mes", "2026-11"],
    ["próximo", "2026-12"],
    ["el mes que viene", "2026-12"],
    ["mes anterior", "2026-10"],
    ["Noviembre", "2026-11"],
    ["marzo", "2027-03"],
    ["marzo de 2024", "2024-03"],
    ["MAR.", "2027-03"],
    ["sept", "2027-09"],
    ["setiembre 2025", "2025-09"],
    ["2027-03", "2027-03"],
    ["3/2027", "2027-03"],
  ])("%j is %s", (typed, month) => expect(read(typed)).toBe(month))

  it.each(["luna", "13/2027", "2027-00", "marzo 1999", "ma", "3", "marzo abril", "2027-3-4"])(
    "%j is not a month",
    (typed) => expect(read(typed)).toBeNull(),
  )

  it("never fails, whatever is typed", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (typed) => void read(typed)))
  })

  it("is read back from its own key, and moves over the year's end", () => {
    const month = fc.record({
      anio: fc.integer({ min: 2007, max: 2198 }),
      mes: fc.integer({ min: 1, max: 12 }),
    })
    fc.assert(
      fc.property(month, (mes) => {
        expect(leerMes(claveMes(mes), HOY)).toEqual(mes)
        expect(desplazarMes(desplazarMes(mes, 1), -1)).toEqual(mes)
      }),
    )
    expect(desplazarMes({ anio: 2026, mes: 12 }, 1)).toEqual({ anio: 2027, mes: 1 })
  })

  it("has 29 days in a leap February", () => {
    expect(diasDelMes({ anio: 2028, mes: 2 }).at(-1)).toBe("2028-02-29")
    expect(diasDelMes({ anio: 2027, mes: 2 }).at(-1)).toBe("2027-02-28")
  })
})
