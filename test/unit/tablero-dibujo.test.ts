import { expect, it } from "vitest"
import { tableroSvg } from "../../src/cards/compromiso/tablero-dibujo.ts"
import { dibujo, letrero } from "../../src/cards/svg.ts"
import { imagenes } from "../../src/imagen/imagenes.ts"
import { organo } from "../render/peor-caso/mundo.ts"

const cifras = {
  vencidos: 2,
  enPlazo: 3,
  enValidacion: 0,
  permanentes: 0,
  atendidos: 4,
  aTiempo: 0,
  tarde: 0,
  atraso: { cuantos: 2, dias: 9 },
}
const sinSerie = { puntos: [], sinConstancia: 0 }
const visto = { total: cifras, movimiento: null, tendencia: sinSerie, todas: true, demo: false }
const medida = (png: Uint8Array) => {
  const vista = new DataView(png.buffer, png.byteOffset)
  return { ancho: vista.getUint32(16), alto: vista.getUint32(20) }
}

it("draws the letters, which without a font would be missing and nobody would say so", async () => {
  const [escrito, vacio] = await Promise.all([
    imagenes.png(dibujo(200, 40, [letrero("Ñandú SRE", { x: 0, y: 30 })])),
    imagenes.png(dibujo(200, 40, [])),
  ])
  expect(String.fromCharCode(...escrito.slice(1, 4))).toBe("PNG")
  expect(medida(escrito)).toEqual({ ancho: 200, alto: 40 })
  expect(escrito.length).toBeGreaterThan(vacio.length + 500)
})

it("draws each institution with its figures, and names only the states that are there", () => {
  const svg = tableroSvg(organo, "2024-06-11", { ...visto, filas: [{ siglas: "SRE", cifras }] })
  for (const text of ["SRE", "Vencidos", "En plazo", "Atendidos", ">2<", ">3<", ">4<", ">9<"])
    expect(svg).toContain(text)
  expect(svg).not.toContain("En validación")
  expect(svg).not.toContain("DEMOSTRACIÓN")
  expect(tableroSvg(organo, "2024-06-11", { ...visto, demo: true, filas: [] })).toContain(
    "DATOS DE DEMOSTRACIÓN",
  )
})

it("takes what people wrote as text, and as no drawing", async () => {
  const siglas = '</text><image href="http://ejemplo.mx/"/>&'
  const svg = tableroSvg(organo, "2024-06-11", { ...visto, filas: [{ siglas, cifras }] })
  expect(svg).not.toContain("<image")
  expect((await imagenes.png(svg)).length).toBeGreaterThan(1_000)
})

it("is drawn once the program was made ready, by whoever asks first and by all who ask meanwhile", async () => {
  const svg = dibujo(20, 20, [])
  const all = await Promise.all([1, 2, 3].map(() => imagenes.png(svg)))
  expect(new Set(all.map((png) => png.length)).size).toBe(1)
})
