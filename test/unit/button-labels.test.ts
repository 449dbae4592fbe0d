import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { buttonLabels } from "../../src/cards/button-labels.ts"
import { isWellFormed } from "../support/well-formed.ts"

const button = (id: string, label: string) => ({ id, label })

describe("what the buttons of a message say", () => {
  it("is left alone where no two say the same", () => {
    expect(buttonLabels([button("a.b:1", "Ver"), button("a.c:1", "Cambiar")], 80)).toEqual(["Ver", "Cambiar"])
  })

  it("adds the clave that each acts on where two would say the same", () => {
    const twins = [button("acuerdo.ver:CI/SO-21/03@9f2c1a", "Ver"), button("acuerdo.ver:CI/SO-21/04", "Ver")]
    expect(buttonLabels(twins, 80)).toEqual(["Ver · CI/SO-21/03", "Ver · CI/SO-21/04"])
  })

  it("counts them where no clave tells them apart", () => {
    const id = "0190b5b4-7e6e-7c5e-9a0e-2f6d5f1f0000"
    const twins = [button(`a.b:${id}`, "Votar"), button("a.b", "Votar"), button("a.c", "Votar (1)")]
    expect(buttonLabels(twins, 80)).toEqual(["Votar (2)", "Votar (3)", "Votar (1)"])
  })

  it("tells long names apart that begin alike", () => {
    const name = "Secretaría Ejecutiva del Sistema Nacional de Protección Integral"
    const told = buttonLabels([button("a.b:X", `${name} A`), button("a.b:Y", `${name} B`)], 40)
    expect(told).toEqual([
      "Secretaría Ejecutiva del Sistema Na… · X",
      "Secretaría Ejecutiva del Sistema Na… · Y",
    ])
  })

  it("says something also where there are no words that can be seen", () => {
    expect(buttonLabels([button("a.b", " \u200b ")], 80)).toEqual(["Abrir"])
  })

  it("is never the same twice, never longer than its room, and never cut inside a character", () => {
    const label = fc.oneof(
      fc.constantFrom("Ver", "Ver (1)", "😀".repeat(60), `${"👩‍👩‍👧‍👦".repeat(20)}x`, "ñ".repeat(99), ""),
      fc.string({ unit: "binary", maxLength: 100 }),
    )
    const buttons = fc.array(fc.record({ id: fc.constantFrom("a.b", "a.b:SO-1", "a.b:SO-2"), label }), {
      maxLength: 25,
    })
    fc.assert(
      fc.property(buttons, fc.integer({ min: 20, max: 120 }), (some, max) => {
        const told = buttonLabels(some, max)
        expect(new Set(told).size).toBe(some.length)
        for (const each of told) {
          expect(each.trim()).not.toBe("")
          expect(each.length).toBeLessThanOrEqual(max)
          expect(isWellFormed(each)).toBe(true)
        }
      }),
    )
  })
})
