import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ordinalesANumero, ordinalFemenino } from "../../src/domain/texto/ordinal.ts"

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
