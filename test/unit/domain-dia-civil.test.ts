import fc from "fast-check"
import { Temporal } from "temporal-polyfill"
import { describe, expect, it } from "vitest"
import { diaCivil, esEntreSemana, fechaCivil } from "../../src/domain/tiempo/dia-civil.ts"

const epoch = Temporal.PlainDate.from("1970-01-01")
/** Years 0 to 9999. */
const days = fc.integer({ min: -719_528, max: 2_932_896 })

describe("civil dates as numbers of days", () => {
  it("agree with Temporal in both directions, and on the day of the week", () => {
    fc.assert(
      fc.property(days, (number) => {
        const date = epoch.add({ days: number })
        expect(fechaCivil(number)).toBe(date.toString())
        expect(diaCivil(date.toString())).toBe(number)
        expect(esEntreSemana(number)).toBe(date.dayOfWeek <= 5)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each(["2024-02-29", "2000-02-29", "1969-12-31", "0000-01-01", "9999-12-31"])("knows %s", (fecha) => {
    expect(fechaCivil(diaCivil(fecha))).toBe(fecha)
  })

  it.each(["2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-4-1", "", "mañana"])(
    "refuses «%s»",
    (text) => {
      expect(() => diaCivil(text)).toThrow(RangeError)
    },
  )
})
