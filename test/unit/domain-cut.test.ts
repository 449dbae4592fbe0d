import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { charactersOf, chunks, cutAt, shorten, wordsOf } from "../../src/domain/texto/cut.ts"
import { isWellFormed } from "../support/well-formed.ts"

const FAMILY = "👩‍👩‍👧‍👦"
const FLAG = "🇲🇽"
const ACCENT = "e\u0301"

/** Text with what is easily cut in two, and any other. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        FAMILY,
        FLAG,
        ACCENT,
        "😀",
        "👍🏽",
        "❤️",
        "1️⃣",
        "ñ",
        " ",
        "\n",
        "\r\n",
        "palabra ",
        " \u0301",
        "각",
      ),
      fc.string({ unit: "grapheme", maxLength: 5 }),
      fc.string({ unit: "binary", maxLength: 5 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(""))
const room = fc.integer({ min: 2, max: 60 })
const ends = (whole: string) => {
  let at = 0
  return new Set([0, ...charactersOf(whole).map((character) => (at += character.length))])
}

describe("cutting a text", () => {
  it.each([
    ["a pair of surrogates", "a😀", 2, 1],
    ["a letter and its accent", `caf${ACCENT}`, 4, 3],
    ["a family", `x${FAMILY}`, 8, 1],
    ["a flag", `x${FLAG}`, 3, 1],
    ["a skin tone", "x👍🏽", 3, 1],
    ["a line end", "x\r\ny", 2, 1],
  ])("leaves %s whole", (_, whole, max, at) => {
    expect(cutAt(whole, max)).toBe(at)
  })

  it("cuts any text between two characters, as late as they allow", () => {
    fc.assert(
      fc.property(text, room, (whole, max) => {
        const at = cutAt(whole, max)
        const possible = [...ends(whole)].filter((end) => end <= max)
        expect(at).toBeLessThanOrEqual(max)
        // Only a character that fills all the room is cut, and even then not inside a code point.
        if (Math.max(...possible) > 0) expect(at).toBe(Math.max(...possible))
        else if (isWellFormed(whole)) expect(isWellFormed(whole.slice(0, at))).toBe(true)
      }),
    )
  })

  it("cuts a character of more marks than there is room for between its marks", () => {
    expect(cutAt(`a${"\u0301".repeat(100)}`, 20)).toBe(20)
    expect(cutAt(`😀${"\u0301".repeat(100)}`, 1)).toBe(0)
  })

  it("shortens with «…» within the room, and leaves alone what fits", () => {
    expect(shorten("Sesión", 6)).toBe("Sesión")
    expect(shorten("Sesiones", 6)).toBe("Sesio…")
    expect(shorten(`abc${FAMILY}def`, 10)).toBe("abc…")
    fc.assert(
      fc.property(text, room, (whole, max) => {
        const short = shorten(whole, max)
        expect(short.length).toBeLessThanOrEqual(max)
        if (isWellFormed(whole)) expect(isWellFormed(short)).toBe(true)
      }),
    )
  })

  it("makes pieces that are all of the text, each within the room and none with half a character", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 60 }), (whole, max) => {
        const pieces = chunks(whole, max)
        expect(pieces.join("")).toBe(whole)
        const characterEnds = ends(whole)
        const fits = charactersOf(whole).every(({ length }) => length <= max)
        let at = 0
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(max)
          at += piece.length
          if (fits) expect(characterEnds).toContain(at)
        }
      }),
    )
  })

  it("prefers the end of a line, and then of a word", () => {
    expect(chunks("uno dos\ntres cuatro", 12)).toEqual(["uno dos\n", "tres cuatro"])
    expect(chunks("uno dos tres cuatro", 12)).toEqual(["uno dos ", "tres cuatro"])
  })

  it("takes a text apart into its words, a mark upon a space with it", () => {
    expect(wordsOf("uno  dos \u0301tres ")).toEqual(["uno  ", "dos \u0301tres "])
    fc.assert(
      fc.property(text, (whole) => {
        expect(wordsOf(whole).join("")).toBe(whole)
      }),
    )
  })
})
