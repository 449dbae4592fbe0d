import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { datosProtegidos } from "../../src/domain/datos-protegidos.ts"

describe("text that must not be written in a chat", () => {
  it.each([
    ["La CURP es GAPA850101MDFRRN08", ["curp"]],
    ["Su teléfono: 55 1234 5678", ["telefono"]],
    ["Llamar al (555) 123-4567", ["telefono"]],
    ["5512345678", ["telefono"]],
    ["ana.perez@gmail.com lo envió", ["correo_personal"]],
    ["En la carpeta de investigación FED/123/2024", ["carpeta_investigacion"]],
  ])("%j holds %j", (texto, found) => expect(datosProtegidos(texto)).toEqual(found))

  it.each([
    "Se remitió el informe CI/SO-21/02/2024/SRE el 16 de febrero de 2024.",
    "Oficio SRE/DGAJ/1234/2024 del 12-03-2024",
    "Reunión el 2024-03-12 a las 10:00 horas con 14 instituciones",
    "Contacto: enlace@sre.gob.mx",
    "https://www.gob.mx/segob/documentos/informe-2024",
    "Avance del 85 por ciento: 1,234 de 1,450 personas capacitadas",
    "Se atendió la carpeta de la sesión 21",
    "",
  ])("%j holds none", (texto) => expect(datosProtegidos(texto)).toEqual([]))

  it("is told whatever stands around it, and nothing makes it fail", () => {
    const around = fc
      .string({ unit: "grapheme-ascii", maxLength: 20 })
      .map((text) => text.replaceAll(/[\w\d]/g, " "))
    fc.assert(
      fc.property(around, around, (before, after) => {
        expect(datosProtegidos(`${before} GAPA850101MDFRRN08 ${after}`)).toContain("curp")
      }),
    )
    fc.assert(fc.property(fc.string({ unit: "binary" }), (texto) => void datosProtegidos(texto)))
  })
})
