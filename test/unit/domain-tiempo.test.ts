import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fechaEnZona, horaEnZona, instanteDe, msEntre, sumarMs } from "../../src/domain/tiempo/tiempo.ts"

const CENTRO = "America/Mexico_City"

describe("official time", () => {
  it("has no summer time in the centre since 2022", () => {
    expect(instanteDe("2024-07-15", "10:00", CENTRO)).toBe("2024-07-15T16:00:00.000Z")
    expect(instanteDe("2024-01-15", "10:00", CENTRO)).toBe("2024-01-15T16:00:00.000Z")
  })

  it("keeps seasonal time on the northern border", () => {
    expect(instanteDe("2024-07-15", "10:00", "America/Tijuana")).toBe("2024-07-15T17:00:00.000Z")
    expect(instanteDe("2024-01-15", "10:00", "America/Tijuana")).toBe("2024-01-15T18:00:00.000Z")
  })

  it("moves an hour that does not exist forward", () => {
    expect(horaEnZona(instanteDe("2024-03-10", "02:30", "America/Tijuana"), "America/Tijuana")).toBe("03:30")
  })

  it("reads the civil date in the zone, not in UTC", () => {
    expect(fechaEnZona("2024-02-17T05:59:59Z", CENTRO)).toBe("2024-02-16")
    expect(fechaEnZona("2024-02-17T06:00:00Z", CENTRO)).toBe("2024-02-17")
    expect(horaEnZona("2024-02-17T05:59:59Z", CENTRO)).toBe("23:59")
  })

  it("gives date and hour back from the instant it made", () => {
    const dates = fc.date({ min: new Date("2023-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
    fc.assert(
      fc.property(dates, (date) => {
        const instant = date.toISOString()
        const again = instanteDe(fechaEnZona(instant, CENTRO), horaEnZona(instant, CENTRO), CENTRO)
        expect(again).toBe(`${instant.slice(0, 16)}:00.000Z`)
      }),
    )
  })

  it("writes every instant in one form, so that text order is time order", () => {
    expect(sumarMs("2024-02-16T16:00:00Z", 0)).toBe("2024-02-16T16:00:00.000Z")
    expect(sumarMs("2024-02-16T16:00:00.000Z", 1500)).toBe("2024-02-16T16:00:01.500Z")
    expect(msEntre("2024-02-16T16:00:00Z", "2024-02-16T16:00:01.500Z")).toBe(1500)
  })
})
