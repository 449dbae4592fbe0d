import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { partesSinMostrar, showInParts } from "../../src/cards/in-parts.ts"

/** What arrived, in order; `works` says of each granted way and of each other attempt whether it does. */
async function shown(parts: number, granted: readonly boolean[], others: boolean) {
  const seen: string[] = []
  const numbered = Array.from({ length: parts }, (_, i) => String(i + 1))
  const whole = await showInParts(numbered, {
    granted: granted.map((works) => async (part) => {
      if (!works) throw new Error("no answer")
      seen.push(part)
    }),
    async otherwise(part) {
      if (others) seen.push(`${part}*`)
      return others
    },
    notice: (missing, total) => `${missing.join(",")} of ${total}`,
    failed: () => undefined,
  })
  return { seen, whole }
}
const six = Array.from({ length: 6 }, () => true)

describe("a private answer in parts", () => {
  it("goes by what the platform grants while there is room", async () => {
    expect(await shown(6, six, true)).toEqual({ seen: ["1", "2", "3", "4", "5", "6"], whole: true })
  })

  it("goes on otherwise, and ends by a granted way", async () => {
    expect(await shown(9, six, true)).toEqual({
      seen: ["1", "2", "3", "4", "5*", "6*", "7*", "8", "9"],
      whole: true,
    })
  })

  it("says what could not be shown, and still ends with its last part", async () => {
    expect(await shown(9, six, false)).toEqual({
      seen: ["1", "2", "3", "4", "5,6,7,8 of 9", "9"],
      whole: false,
    })
  })

  it("takes the next way where one does not work", async () => {
    expect(await shown(2, [false, true, true], true)).toEqual({ seen: ["1", "2"], whole: true })
    expect(await shown(2, [], true)).toEqual({ seen: ["1*", "2*"], whole: true })
    expect(await shown(2, [], false)).toEqual({ seen: [], whole: false })
    expect(await shown(0, six, true)).toEqual({ seen: [], whole: true })
  })

  it("keeps the order, shows nothing twice, and loses nothing where there is another way", async () => {
    const count = fc.integer({ min: 0, max: 12 })
    await fc.assert(
      fc.asyncProperty(
        count,
        fc.array(fc.boolean(), { maxLength: 7 }),
        fc.boolean(),
        async (parts, ways, others) => {
          const { seen, whole } = await shown(parts, ways, others)
          const numbers = seen.filter((part) => !part.includes("of")).map((part) => Number.parseInt(part, 10))
          expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
          expect(whole).toBe(numbers.length === parts)
          if (others) expect(whole).toBe(true)
          // Two granted ways that work are enough for the last part.
          if (parts > 0 && ways.slice(-2).every(Boolean) && ways.length > 1) expect(numbers).toContain(parts)
        },
      ),
    )
  })

  it("tells which parts are missing, and what to do", () => {
    expect(partesSinMostrar([5], 9, "Pídala de nuevo.")).toBe(
      "No fue posible mostrarle la parte 5 de 9. Pídala de nuevo.",
    )
    expect(partesSinMostrar([5, 6], 9, "Pídala de nuevo.")).toContain("las partes 5 y 6 de 9")
  })
})
