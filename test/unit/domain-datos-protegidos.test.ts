import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { datosProtegidos } from "../../src/domain/texto/datos-protegidos/datos-protegidos.ts"
import { enlaceEvidencia } from "../../src/domain/texto/evidencia.ts"
import { PIEZAS_HOSTILES } from "../support/datos-protegidos/hostiles.ts"

describe("protected data", () => {
  it.each([
    ["la CURP es GOMA800101HDFRRN09", ["curp"]],
    ["goma800101hdfrrn09.", ["curp"]],
    ["GOMA 800101 HDF RRN 09", ["curp"]],
    ["GOMA８00101HDFRRN09", ["curp"]],
    ["GOMA80\u200b0101HDFRRN09", ["curp"]],
    ["La CURP es GAPA850101MDFRRN08", ["curp"]],
    ["RFC GAPA850101AB1", ["rfc_persona"]],
    ["gapa-850101-ab1", ["rfc_persona"]],
    ["Llamar al (555) 123-4567", ["telefono"]],
    ["En la carpeta de investigación FED/123/2024", ["carpeta"]],
    ["carpeta de investigación 1234/2024", ["carpeta"]],
    ["la carpeta de investigación número CI-FIDAMPU/A/UI-1 S/D/00123/01-2024", ["carpeta"]],
    ["FED/SEIDO/UEITMPO-CDMX/0000123/2024", ["carpeta"]],
    ["NUC: 12345-2024", ["carpeta"]],
    ["causa penal 45/2023", ["carpeta"]],
    ["averiguación previa AP/PGR/123", ["carpeta"]],
    ["tel. 55 1234 5678", ["telefono"]],
    ["al (55) 1234-5678", ["telefono"]],
    ["+52 1 55 1234 5678", ["telefono"]],
    ["5512345678", ["telefono"]],
    ["664 123 4567", ["telefono"]],
    ["WhatsApp: 55 12 34 56 78", ["telefono"]],
    ["persona.apellido@gmail.com", ["correo_particular"]],
    ["X@hotmail.com.mx", ["correo_particular"]],
    ["la víctima de nombre Ana", ["victima"]],
    ["la víctima María López", ["victima"]],
    ["víctima de iniciales M.L.", ["victima"]],
    ["CURP GOMA800101HDFRRN09, tel. 5512345678", ["curp", "telefono"]],
  ])("is found in «%s»", (texto, tipos) => {
    expect(datosProtegidos(texto)).toEqual(tipos)
  })

  it.each([
    "CI/SO-21/02/2024/SRE",
    "Se remitió el informe CI/SO-21/02/2024/SRE el 16 de febrero de 2024.",
    "Oficio SRE/DGAJ/1234/2024 del 12-03-2024",
    "Reunión el 2024-03-12 a las 10:00 horas con 14 instituciones",
    "https://www.gob.mx/segob/documentos/informe-2024",
    "Se atendió la carpeta de la sesión 21",
    "RFC institucional SRE850101AB1",
    "",
    "Por el acuerdo CI/SE-1/05/DEMO quedó sin materia",
    "Oficio UDDH/DGEA/0123/2024 del 12/03/2024",
    "Oficio número 5512345678",
    "Folio: 3312345678",
    "SRE-2024-000123456",
    "2024-03-12 10:00 horas",
    "12/03/2024 a 15/03/2024",
    "del 12.03.2024 al 15.03.2024",
    "2024 2025 2026",
    "se abrieron 3 carpetas de investigación en 2024",
    "carpetas de investigación 2024",
    "Se atendió a 1 200 víctimas en 32 entidades",
    "atención a la víctima y a sus familiares",
    "Comisión Ejecutiva de Atención a Víctimas, Unidad de Género",
    "enlace.institucional@sre.gob.mx",
    "contacto@un.org",
    "la meta pasó de 45 a 60",
    "$5512345678",
    "https://sre.gob.mx/archivo/5512345678/informe.pdf",
    "art. 84, fracción III, LGPSEDMTP",
    "Se capacitó a 12,345 personas servidoras públicas (65 %)",
    "55 personas",
    "la carpeta electrónica de la sesión 21",
    "9 8 7 6 5 4 3 2 1 0",
  ])("is not seen in «%s»", (texto) => {
    expect(datosProtegidos(texto)).toEqual([])
  })

  const digits = (n: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }).map((all) => all.join(""))
  const letters = (n: number) =>
    fc
      .array(fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"), { minLength: n, maxLength: n })
      .map((all) => all.join(""))
  const day = fc.integer({ min: 1, max: 28 }).map((n) => String(n).padStart(2, "0"))
  const month = fc.integer({ min: 1, max: 12 }).map((n) => String(n).padStart(2, "0"))
  const around = fc.constantFrom(
    ["Se atendió a ", "."],
    ["", ""],
    ["(", ")"],
    ["dato: ", ", según el oficio"],
    ["«", "»"],
  )

  it("any CURP is found, however it stands in the text", () => {
    const curp = fc
      .tuple(letters(4), digits(2), month, day, fc.constantFrom("H", "M", "X"), letters(5), digits(2))
      .map((parts) => parts.join(""))
    fc.assert(
      fc.property(curp, around, fc.boolean(), (value, [before = "", after = ""], lower) => {
        const typed = `${before}${lower ? value.toLowerCase() : value}${after}`
        expect(datosProtegidos(typed)).toContain("curp")
      }),
    )
  })

  it("any Mexican number is found, however it is grouped", () => {
    const number = fc
      .tuple(fc.constantFrom("55", "33", "81", "22", "66", "99"), digits(8))
      .map(([area, rest]) => area + rest)
    const grouped = fc.tuple(number, fc.integer({ min: 0, max: 5 })).map(([n, form]) => {
      const forms = [
        n,
        `${n.slice(0, 2)} ${n.slice(2, 6)} ${n.slice(6)}`,
        `${n.slice(0, 3)}-${n.slice(3, 6)}-${n.slice(6)}`,
        `(${n.slice(0, 2)}) ${n.slice(2, 6)}-${n.slice(6)}`,
        `+52 ${n}`,
        `+52 1 ${n.slice(0, 2)} ${n.slice(2, 6)} ${n.slice(6)}`,
      ]
      return forms[form] ?? n
    })
    fc.assert(
      fc.property(grouped, around, (value, [before = "", after = ""]) => {
        expect(datosProtegidos(`${before}${value}${after}`)).toContain("telefono")
      }),
    )
  })

  it("no clave, date nor oficio is taken for any of it", () => {
    const siglas = fc.constantFrom("SRE", "SALUD", "SSPC", "SEMUJERES", "UDDH", "DGEA")
    const year = fc.integer({ min: 2000, max: 2099 }).map(String)
    const n = fc.integer({ min: 1, max: 99_999 }).map(String)
    const dos = fc.integer({ min: 1, max: 99 }).map((value) => String(value).padStart(2, "0"))
    const clave = fc
      .tuple(fc.constantFrom("SO", "SE"), dos, dos, year, siglas)
      .map(([tipo, sesion, numero, anio, de]) => `CI/${tipo}-${sesion}/${numero}/${anio}/${de}`)
    const fecha = fc
      .tuple(day, month, year, fc.constantFrom("/", "-", "."))
      .map(([d, m, a, sep]) => [d, m, a].join(sep))
    const iso = fc.tuple(year, month, day).map((parts) => `${parts.join("-")} 10:00`)
    const oficio = fc
      .tuple(siglas, siglas, n, year, fc.constantFrom("/", "-"))
      .map(([a, b, num, anio, sep]) => `oficio ${[a, b, num, anio].join(sep)}`)
    const pieces = fc.array(fc.oneof(clave, fecha, iso, oficio, n), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(pieces, (parts) => {
        expect(datosProtegidos(parts.join(", "))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it("no text makes it throw", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 500 }), (texto) => void datosProtegidos(texto)),
    )
    for (const piece of PIEZAS_HOSTILES) datosProtegidos(piece.repeat(2_000))
  })
})

describe("the evidence's link", () => {
  it.each([
    ["Ver https://sre.gob.mx/a.pdf.", { kind: "enlace", url: "https://sre.gob.mx/a.pdf" }],
    ["(https://sre.gob.mx/a?b=1&c=ñ)", { kind: "enlace", url: "https://sre.gob.mx/a?b=1&c=ñ" }],
    ["http://viejo.gob.mx y https://sre.gob.mx", { kind: "enlace", url: "https://sre.gob.mx" }],
    ["HTTPS://SRE.GOB.MX/A", { kind: "enlace", url: "HTTPS://SRE.GOB.MX/A" }],
    ["http://viejo.gob.mx", { kind: "no_seguro" }],
    ["https://user:pass@sre.gob.mx", { kind: "no_seguro" }],
    ["https://", { kind: "ninguno" }],
    ["https://localhost/a", { kind: "no_seguro" }],
    ["javascript:alert(1)", { kind: "ninguno" }],
    ["sin enlace", { kind: "ninguno" }],
  ])("in «%s»", (texto, expected) => {
    expect(enlaceEvidencia(texto)).toEqual(expected)
  })
})
