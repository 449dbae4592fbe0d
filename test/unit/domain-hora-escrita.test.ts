import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ordinalesANumero, ordinalFemenino } from "../../src/domain/texto/ordinal.ts"
import { leerHora } from "../../src/domain/tiempo/hora-escrita.ts"

describe("an hour as people write it", () => {
  it.each([
    ["10", "10:00"],
    ["10:00", "10:00"],
    ["10:00 horas", "10:00"],
    ["10:00 horas (hora del centro)", "10:00"],
    ["9.30", "09:30"],
    ["9h30", "09:30"],
    ["17:05 hrs.", "17:05"],
    ["5 pm", "17:00"],
    ["5:30 p. m.", "17:30"],
    ["12 am", "00:00"],
    ["12 pm", "12:00"],
    ["12 del día", "12:00"],
    ["a las 11 de la mañana", "11:00"],
    ["8 de la noche", "20:00"],
    ["0:00", "00:00"],
  ])("%j is %s", (typed, hour) => expect(leerHora(typed)).toBe(hour))

  it.each(["", "diez", "25", "10:60", "13 pm", "10:0", "10:00:00", "1 del día", "10-11"])(
    "%j is not one",
    (typed) => expect(leerHora(typed)).toBeNull(),
  )

  it("is read back from its own form, and never fails", () => {
    const pad = (n: number) => String(n).padStart(2, "0")
    fc.assert(
      fc.property(fc.nat(23), fc.nat(59), (h, m) => {
        expect(leerHora(`${pad(h)}:${pad(m)}`)).toBe(`${pad(h)}:${pad(m)}`)
      }),
    )
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (typed) => void leerHora(typed)))
  })
})

describe("the ordinal of a session", () => {
  it.each([
    [1, "Primera"],
    [10, "Décima"],
    [11, "Décima Primera"],
    [22, "Vigésima Segunda"],
    [100, "Centésima"],
    [345, "Tricentésima Cuadragésima Quinta"],
  ])("%i is %s", (n, words) => expect(ordinalFemenino(n)).toBe(words))

  it("is read back as its number, whatever it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 399 }), (n) => {
        expect(ordinalesANumero(ordinalFemenino(n) ?? "")).toBe(String(n))
      }),
    )
    expect(ordinalFemenino(0)).toBeNull()
    expect(ordinalFemenino(400)).toBeNull()
  })
})
