import { describe, expect, it } from "vitest"
import { escribirLugar, leerLugar } from "../../src/domain/testado/lugar.ts"
import { leerTerminos, TERMINOS } from "../../src/domain/testado/terminos.ts"
import { DESCRIPCIONES, esDescripcion, reemplazoDe, repite } from "../../src/domain/testado/testado.ts"
import { datosProtegidos } from "../../src/domain/texto/datos-protegidos/datos-protegidos.ts"

describe("what stands in the place of a text", () => {
  it("is taken by the database, and by the guard for protected data wherever it is written again", () => {
    for (const descripcion of Object.values(DESCRIPCIONES)) {
      expect(esDescripcion(descripcion)).toBe(true)
      expect(reemplazoDe(descripcion)).toMatch(/^\[testado: [^\][\\]{3,150}\]$/)
      expect(datosProtegidos(`Se informó de ${reemplazoDe(descripcion)} en la sesión`), descripcion).toEqual(
        [],
      )
    }
  })

  it("never brings the text back", () => {
    expect(repite("lo de la  Señora X", "la señora x")).toBe(true)
    expect(repite("dato personal", "la señora x")).toBe(false)
  })
})

describe("the place of a text", () => {
  const uno = "018f3a6c-0c5e-7d11-9a2b-0123456789ab"
  const otro = "018f3a6c-0c5e-7d11-9a2b-ba9876543210"
  it.each([
    [{ tabla: "punto_orden_dia", campo: "resultado_texto", clave: uno, hoja: 1, inicio: 7, largo: 18 }],
    [{ tabla: "voto", campo: "voto_particular", clave: `${uno}/${otro}`, hoja: 1, inicio: 0, largo: 0 }],
    [{ tabla: "consola_mensaje", campo: "card", clave: "31", hoja: 4, inicio: 1, largo: 3 }],
  ])("is read back from a button: %o", (lugar) => {
    const escrito = escribirLugar(lugar)
    expect(`plenaria.testar-lugar:${escrito}`.length).toBeLessThanOrEqual(100)
    expect(leerLugar(escrito)).toEqual(lugar)
  })

  it.each(["", "acuerdo.texto.x.1.1.1", "acuerdo.texto", "a; DROP TABLE.texto.1.1.1.1"])(
    "is no place: %s",
    (escrito) => {
      expect(leerLugar(escrito)).toBeNull()
    },
  )
})

describe("the terms", () => {
  it("are those by default but for what is said", () => {
    expect(leerTerminos("")).toEqual(TERMINOS)
    expect(leerTerminos(" entregas = 90 ,bitacora=2000")).toEqual({
      ...TERMINOS,
      entregas: 90,
      bitacora: 2000,
    })
    expect(leerTerminos("borradores=nunca")).toEqual({ ...TERMINOS, borradores: null })
  })

  it.each(["entregas=1", "bitacora=365", "otra=10", "entregas", "toString=9"])(
    "are refused: %s",
    (escritos) => {
      expect(leerTerminos(escritos)).toHaveProperty("error")
    },
  )
})
