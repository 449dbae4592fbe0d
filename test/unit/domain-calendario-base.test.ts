import { describe, expect, it } from "vitest"
import { domingoDePascua, inhabilesBase } from "../../src/domain/tiempo/calendario-base.ts"
import { esHabil } from "../../src/domain/tiempo/plazo.ts"

const OFFICIAL: Readonly<Record<number, readonly string[]>> = {
  2024: ["01-01", "02-05", "03-18", "03-28*", "03-29*", "05-01", "05-05", "09-16", "10-01", "11-18", "12-25"],
  2025: ["01-01", "02-03", "03-17", "04-17*", "04-18*", "05-01", "05-05", "09-16", "11-17", "12-25"],
  2026: ["01-01", "02-02", "03-16", "04-02*", "04-03*", "05-01", "05-05", "09-16", "11-16", "12-25"],
  2027: ["01-01", "02-01", "03-15", "03-25*", "03-26*", "05-01", "05-05", "09-16", "11-15", "12-25"],
}

const weekdays = (year: number, regime: "apf" | "lfpa") =>
  inhabilesBase(year, regime)
    .map((day) => day.fecha)
    .filter((date) => esHabil(date, new Set()))

describe("official calendar of the federal administration", () => {
  it.each(Object.entries(OFFICIAL))("has exactly the days of %s, by rule", (year, expected) => {
    const found = inhabilesBase(Number(year)).map((day) => day.fecha.slice(5) + (day.porAcuerdo ? "*" : ""))
    expect(found).toEqual(expected)
  })

  it.each([
    [2024, ["2024-03-21", "2024-11-20"], ["2024-03-18", "2024-10-01", "2024-11-18"]],
    [
      2025,
      ["2025-02-05", "2025-03-21", "2025-09-01", "2025-11-20"],
      ["2025-02-03", "2025-03-17", "2025-11-17"],
    ],
    [2026, ["2026-02-05", "2026-09-01", "2026-11-20"], ["2026-02-02", "2026-03-16", "2026-11-16"]],
    [2027, ["2027-02-05", "2027-09-01"], ["2027-02-01", "2027-03-15", "2027-11-15"]],
  ])("disagrees with the literal LFPA in %i only on the known weekdays", (year, onlyLfpa, onlyApf) => {
    const apf = weekdays(year, "apf")
    const lfpa = weekdays(year, "lfpa")
    expect(lfpa.filter((date) => !apf.includes(date))).toEqual(onlyLfpa)
    expect(apf.filter((date) => !lfpa.includes(date))).toEqual(onlyApf)
  })

  it("keeps 1 October every six years from 2024, and 1 December before", () => {
    const dates = (year: number) => inhabilesBase(year).map((day) => day.fecha)
    expect(dates(2030)).toContain("2030-10-01")
    expect(dates(2030)).not.toContain("2030-12-01")
    expect(dates(2018)).toContain("2018-12-01")
    expect(dates(2025)).not.toContain("2025-10-01")
  })

  it("leaves 5 May and Holy Week out of private labour law", () => {
    const dates = inhabilesBase(2026, "lft").map((day) => day.fecha)
    expect(dates).not.toContain("2026-05-05")
    expect(inhabilesBase(2026, "lft").some((day) => day.porAcuerdo)).toBe(false)
  })

  it("joins the three regimes without repeating a date", () => {
    const dates = inhabilesBase(2026, "union").map((day) => day.fecha)
    expect(new Set(dates).size).toBe(dates.length)
    expect(dates).toEqual([...dates].sort())
    for (const regime of ["apf", "lft", "lfpa"] as const) {
      for (const day of inhabilesBase(2026, regime)) expect(dates).toContain(day.fecha)
    }
  })

  it.each([
    [1954, "1954-04-18"],
    [2008, "2008-03-23"],
    [2024, "2024-03-31"],
    [2038, "2038-04-25"],
    [2049, "2049-04-18"],
  ])("finds Easter of %i on %s", (year, expected) => {
    expect(domingoDePascua(year)).toBe(expected)
  })
})
