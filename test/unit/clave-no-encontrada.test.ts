import { describe, expect, it } from "vitest"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { claveNoEncontrada } from "../../src/cards/respuesta.ts"

describe("what was not found by its clave", () => {
  const lista = { command: "compromiso.mios", label: "Ver mis compromisos" }
  const dice = (buscado: string) =>
    renderPlainText(
      claveNoEncontrada({ tipo: "compromiso", buscado, parecidas: [], lista, ejemplo: null, demo: false }),
    )

  it("is named as it was written", () => {
    expect(dice("SO-1/09")).toContain("No hay ningún compromiso con la clave «SO-1/09»")
  })

  it("is not an empty clave where none was written and there is none to choose", () => {
    expect(dice("")).toContain("No hay compromisos que elegir")
    expect(dice("")).not.toContain("clave")
  })
})
