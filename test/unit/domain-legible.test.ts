import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { legible, legibleUrl } from "../../src/domain/texto/legible.ts"
import { isWellFormed } from "../support/well-formed.ts"

const code = (character: string) => `U+${character.codePointAt(0)?.toString(16).toUpperCase()}`

describe("a text as it may be shown", () => {
  it.each(
    [
      ..."\u202a\u202b\u202c\u202d\u202e",
      ..."\u2066\u2067\u2068\u2069",
      ..."\u200e\u200f\u061c",
      ..."\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e\u034f",
      ..."\u3164\u115f\uffa0\ufff9\ufffb",
      ..."\u0000\u0007\u001b\u007f\u009b",
      "\u{e0067}",
    ].map((character) => [code(character), character]),
  )("has no %s, which nobody sees", (_, character) => {
    expect(legible(`pagar${character}ragap`)).toBe("pagarragap")
    expect(legible(`${character}pagar${character}`)).toBe("pagar")
  })

  it.each(["👩‍👩‍👧‍👦", "🏳️‍🌈", "👩🏽‍🚀", "❤️", "1️⃣", "🇲🇽", "ñ", "e\u0301", "العربية", "עברית", "a\u00a0b"])(
    "keeps %s as it is",
    (whole) => {
      expect(legible(`x ${whole} y`)).toBe(`x ${whole} y`)
    },
  )

  it("keeps the joiner and the sign of an emoji only where they belong to one", () => {
    expect(legible("a\u200db 👩\u200dx x\u200d👧 a\ufe0f")).toBe("ab 👩x x👧 a")
  })

  it("has line ends of one kind, and spaces for tabs", () => {
    expect(legible("uno\r\ndos\rtres\u2028cuatro\u0085cinco\tseis")).toBe(
      "uno\ndos\ntres\ncuatro\ncinco seis",
    )
  })

  it("has a sign in the place of half a character", () => {
    expect(legible("a\ud83d b\ude00")).toBe("a\ufffd b\ufffd")
  })

  it("is whole and does not change any more, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (typed) => {
        const shown = legible(`${typed}\ud800`)
        expect(isWellFormed(shown)).toBe(true)
        expect(legible(shown)).toBe(shown)
      }),
    )
  })

  it("leads to the same address, in which nothing is hidden", () => {
    expect(legibleUrl("https://www.gob.mx/sesión?a=1")).toBe("https://www.gob.mx/sesión?a=1")
    expect(legibleUrl("https://www.gob.mx/\u202exe\u200b")).toBe("https://www.gob.mx/%E2%80%AExe%E2%80%8B")
  })
})
