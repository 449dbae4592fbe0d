import { describe, expect, it } from "vitest"
import { enContexto, terminosDe } from "../../src/domain/acuerdo/palabras.ts"

const palabras = (buscado: string) => terminosDe(buscado).map(({ palabra }) => palabra)

describe("what is looked for", () => {
  it.each([
    ["capacitación", ["capacitacion"]],
    ["¿Qué acordamos sobre capacitación?", ["capacitacion"]],
    ["acuerdos sobre el refugio de mujeres", ["refugio", "mujeres"]],
    ["PRESUPUESTO 2024", ["presupuesto", "2024"]],
    ["SRE & SEGOB | !nada:*", ["sre", "segob", "nada"]],
    ["acuerdo", ["acuerdo"]],
    ["¿?", []],
    ["el de la", []],
  ])("in «%s» is %j", (buscado, esperado) => {
    expect(palabras(buscado)).toEqual(esperado)
  })

  it("is the same word with the accent of its ending or without it", () => {
    expect(terminosDe("capacitacion sesión")[0]?.formas).toEqual(["capacitacion", "capacitación"])
  })

  it("is not more than eight words", () => {
    expect(palabras("uva pera mango kiwi limon higo coco lima melon sandia")).toHaveLength(8)
  })
})

describe("what was found is shown where it stands", () => {
  const largo = `${"Se instruye a las dependencias integrantes a remitir su informe. ".repeat(3)}La Secretaría impartirá capacitaciones a servidoras y servidores públicos${", con perspectiva de género".repeat(20)}.`
  const trozos = enContexto(largo, terminosDe("capacitación"), 180)

  it("with what is before and after it, cut between words", () => {
    const todo = trozos.map(({ texto }) => texto).join("")
    expect(todo).toMatch(/^…\S/)
    expect(todo).toContain("impartirá capacitaciones a servidoras")
    expect(todo.endsWith("…")).toBe(true)
    expect(todo.length).toBeLessThanOrEqual(182)
    expect(largo).toContain(todo.slice(1, -1))
  })

  it("marked, whatever form of the word it is", () => {
    expect(trozos.filter(({ hallado }) => hallado).map(({ texto }) => texto)).toEqual(["capacitaciones"])
  })

  it("whole, when it is short, and from its beginning when nothing of it was found", () => {
    expect(enContexto("Plan de trabajo.", terminosDe("otra cosa"), 180)).toEqual([
      { texto: "Plan de trabajo.", hallado: false },
    ])
  })
})
