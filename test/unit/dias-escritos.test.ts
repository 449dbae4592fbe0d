import { describe, expect, it } from "vitest"
import { leerDias } from "../../src/domain/tiempo/fecha-escrita/varios-dias.ts"
import { diasEnPalabras } from "../../src/texts/dias.ts"

const CONTEXTO = { hoy: "2027-06-11", inhabiles: new Set<string>(), zona: "America/Mexico_City" }
const leer = (texto: string) => leerDias(texto, CONTEXTO)

describe("days off, as people paste them", () => {
  it.each([
    ["1 de mayo de 2028", ["2028-05-01"]],
    ["15 de julio", ["2027-07-15"]],
    ["del 15 al 17 de julio", ["2027-07-15", "2027-07-16", "2027-07-17"]],
    ["Del 15 al 17 de julio de 2027.", ["2027-07-15", "2027-07-16", "2027-07-17"]],
    ["15 a 17 de julio de 2027", ["2027-07-15", "2027-07-16", "2027-07-17"]],
    ["15/07/2027 - 17/07/2027", ["2027-07-15", "2027-07-16", "2027-07-17"]],
    ["2027-07-15 a 2027-07-16", ["2027-07-15", "2027-07-16"]],
    ["del 30 de diciembre al 2 de enero", ["2027-12-30", "2027-12-31", "2028-01-01", "2028-01-02"]],
    ["del 30 de diciembre de 2027 al 1 de enero de 2028", ["2027-12-30", "2027-12-31", "2028-01-01"]],
    ["- 16 de julio\n- 15 de julio\n\n16 de julio;", ["2027-07-15", "2027-07-16"]],
    ["3 de febrero de 2025", ["2025-02-03"]],
  ])("«%s» are %j", (texto, dias) => {
    expect(leer(texto)).toEqual({ kind: "dias", dias })
  })

  it("a fortnight and more is every day of it", () => {
    const leidos = leer("del 17 al 31 de diciembre")
    expect(leidos.kind === "dias" && [leidos.dias.length, leidos.dias[0], leidos.dias.at(-1)]).toEqual([
      15,
      "2027-12-17",
      "2027-12-31",
    ])
  })

  it.each([
    ["las vacaciones de SRE", "fecha"],
    ["15 de julio\n31 de abril", "fecha"],
    ["del 17 al 3 de julio de 2027", "orden"],
    ["del 1 de enero de 2027 al 1 de enero de 2030", "largo"],
    ["", "fecha"],
  ])("«%s» are not read: %s", (texto, razon) => {
    expect(leer(texto)).toMatchObject({ kind: "ilegible", razon })
  })

  it("are told by stretches, which no weekend breaks", () => {
    expect(diasEnPalabras(["2027-12-16", "2027-12-17", "2027-12-20", "2028-01-03"])).toBe(
      "del 16 de diciembre de 2027 al 20 de diciembre de 2027 y el 3 de enero de 2028",
    )
  })
})
