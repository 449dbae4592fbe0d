import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { leerReferencia, referenciaDe } from "../../src/domain/texto/referencia.ts"

describe("a delivery's reference", () => {
  it("read back is the end of the id, however it is typed", () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.boolean(),
        fc.constantFrom("", "E-", "e-", "e", "E–", "e "),
        (id, larga, prefix) => {
          const typed = `${prefix}${referenciaDe(id, larga).slice(2)}`
          expect(leerReferencia(` ${typed} `)).toBe(id.slice(larga ? -12 : -6))
          expect(leerReferencia(typed.toLowerCase())).toBe(id.slice(larga ? -12 : -6))
        },
      ),
    )
  })

  it("forgives the letters that look like digits", () => {
    expect(leerReferencia("E-O1L2i3")).toBe("011213")
  })

  it("is not any text", () => {
    for (const typed of ["", "E-", "hola", "E-12345", "E-1234567", "E-12345g", "%", "E-123456' OR 1=1"])
      expect(leerReferencia(typed)).toBeNull()
  })
})
