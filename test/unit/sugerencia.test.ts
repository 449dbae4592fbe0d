import { expect, it } from "vitest"
import { buscarInstitucion } from "../../src/domain/directorio/institucion.ts"
import { sugerir } from "../../src/domain/texto/sugerencia.ts"
import type { Institucion } from "../../src/domain/tipos/directorio.ts"

const CANDIDATOS = [
  { item: "BOM", formas: ["BOM", "Heroico Cuerpo de Auxilio"] },
  { item: "SRE", formas: ["SRE", "Secretaría de Relaciones Exteriores", "Cancillería"] },
  { item: "PC", formas: ["PC", "Coordinación Nacional de Protección Civil"] },
  { item: "SALUD", formas: ["SALUD", "Secretaría de Salud"] },
]

it.each([
  ["Bomberos", "BOM"],
  ["bombéros", "BOM"],
  ["Cancilleria", "SRE"],
  ["relaciones exteriores", "SRE"],
  ["S.R.E.", "SRE"],
  ["SRES", "SRE"],
  ["Protección Civil", "PC"],
  ["proteccion", "PC"],
  ["Secretaria de Saludd", "SALUD"],
  ["Relasiones", "SRE"],
])("«%s» was probably meant for %s", (typed, siglas) => {
  expect(sugerir(typed, CANDIDATOS)[0]).toBe(siglas)
})

it.each(["", "de la", "Xylófono", "…", "a"])("«%s» resembles nothing, and nothing is suggested", (typed) => {
  expect(sugerir(typed, CANDIDATOS)).toEqual([])
})

it("is what a command offers for an institution that it does not know", () => {
  const instituciones = CANDIDATOS.map(
    ({ item, formas }): Institucion => ({
      id: item,
      siglas: item,
      nombre: formas[1] ?? item,
      vigenteDesde: null,
      vigenteHasta: null,
      sucesoraId: null,
      origen: "registro",
      alias: [],
    }),
  )
  const found = buscarInstitucion("Bomberos", instituciones)
  expect(found).toMatchObject({ kind: "ninguna", parecidas: [{ siglas: "BOM" }] })
})
