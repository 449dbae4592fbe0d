import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { leerPuntoPedido, transicionPunto } from "../../src/domain/desahogo/desahogo.ts"

describe("an item that is named", () => {
  it("is its place, with what a button adds", () => {
    expect(leerPuntoPedido("3")).toEqual({ lugar: 3, sesion: null })
    expect(leerPuntoPedido(" 12@SO-22@7 ")).toEqual({ lugar: 12, sesion: "SO-22@7" })
    expect(leerPuntoPedido("actual@SO-22@7")).toEqual({ lugar: null, sesion: "SO-22@7" })
  })

  it("is nothing else, whatever is typed", () => {
    for (const typed of ["", "tres", "3 4", "3@", "-1", "3.5", "9999"])
      expect(leerPuntoPedido(typed), typed).toBeNull()
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const found = leerPuntoPedido(typed)
        if (found?.lugar != null) expect(typed.trim()).toMatch(/^\d/)
      }),
    )
  })
})

describe("what may happen to an item in the session", () => {
  it.each(["retirado", "diferido", "propuesto"] as const)("nothing once it is %s", (estado) => {
    for (const acto of ["discutir", "desahogar", "diferir", "retirar"] as const)
      expect(transicionPunto(acto, estado).kind).toBe("fuera_de_estado")
  })

  it("its outcome may be put right after it was dealt with, and nothing else", () => {
    expect(transicionPunto("desahogar", "desahogado")).toEqual({ kind: "permitida", estado: "desahogado" })
    expect(transicionPunto("diferir", "desahogado").kind).toBe("fuera_de_estado")
  })
})
