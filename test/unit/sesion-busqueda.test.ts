import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { buscarSesion, proximaSesion, ultimaClausurada } from "../../src/domain/sesion/sesion.ts"
import { ordinalesANumero } from "../../src/domain/texto/ordinal.ts"
import type { Sesion } from "../../src/domain/tipos/sesion.ts"

function sesion(clave: string, rest: Partial<Sesion> = {}): Sesion {
  const [letras, numero] = clave.split("-")
  return {
    id: clave,
    organoId: "o",
    clave,
    tipo: letras === "SE" ? "extraordinaria" : "ordinaria",
    numero: Number(numero),
    etiqueta: clave,
    fecha: null,
    hora: null,
    horaFin: null,
    modalidad: null,
    sede: null,
    url: null,
    estado: "programada",
    convocadaEl: null,
    nombreOrganoEnDocumento: null,
    lugarYFechaDocumento: null,
    plenaria: null,
    difusion: "integrantes",
    origen: "registro",
    revision: 1,
    llamado: 1,
    instaladaEn: null,
    clausuradaEn: null,
    puntoEnCursoId: null,
    ...rest,
  }
}

const HOY = "2024-06-11"

describe("a session named by its place among the others", () => {
  const sesiones = [
    sesion("SO-22", { fecha: "2024-07-31" }),
    sesion("SO-21", { fecha: "2024-02-16", estado: "clausurada" }),
    sesion("SO-20", { fecha: "2023-02-16", estado: "clausurada" }),
  ]

  it.each([
    ["próxima", "SO-22"],
    ["la siguiente", "SO-22"],
    ["última", "SO-21"],
    ["la última sesión", "SO-21"],
    ["de la anterior", "SO-21"],
  ])("is found as «%s», and never exactly", (texto, clave) => {
    expect(buscarSesion(texto, sesiones, HOY)).toMatchObject({ kind: "una", item: { clave }, exacta: false })
  })

  it("is none when there is none", () => {
    expect(buscarSesion("próxima", sesiones.slice(1), HOY).kind).toBe("ninguna")
  })
})

describe("finding a session", () => {
  const sesiones = ["SO-22", "SO-21", "SO-1", "SE-1"].map((clave) => sesion(clave))
  const claves = (texto: string) => {
    const found = buscarSesion(texto, sesiones, HOY)
    return found.kind === "una" ? found.item.clave : found.kind
  }
  const exacta = (texto: string) => {
    const found = buscarSesion(texto, sesiones, HOY)
    return found.kind === "una" && found.exacta
  }

  it.each([
    "21",
    "SO-21",
    "so21",
    "so 21",
    "21a ordinaria",
    "la sesión 21",
    "vigésimo primera",
    "Vigésima Primera",
    "vigesimoprimera",
    "Vigésimo Primera Sesión Ordinaria",
  ])("finds the 21st as «%s»", (texto) => {
    expect(claves(texto)).toBe("SO-21")
  })

  it("is exact by its clave, or by its type and number, and not by a number alone", () => {
    for (const texto of ["SO-21", "so 21", "21a ordinaria", "vigésima primera ordinaria"])
      expect(exacta(texto), texto).toBe(true)
    for (const texto of ["21", "vigésima primera", "la sesión 21"]) expect(exacta(texto), texto).toBe(false)
  })

  it("asks when a number is of two series, and takes the one that is named", () => {
    expect(claves("1")).toBe("varias")
    expect(claves("primera")).toBe("varias")
    expect(claves("primera extraordinaria")).toBe("SE-1")
  })

  it("finds none for what is not there, and never throws", () => {
    expect(claves("99")).toBe("ninguna")
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (texto) => void claves(texto)))
  })

  it("reads ordinals of one and two words, joined or not", () => {
    expect(ordinalesANumero("Décima tercera")).toBe("13")
    expect(ordinalesANumero("decimotercera")).toBe("13")
    expect(ordinalesANumero("séptima ordinaria")).toBe("7 ordinaria")
    expect(ordinalesANumero("undécima")).toBe("11")
    expect(ordinalesANumero("trigésimo segunda")).toBe("32")
    expect(ordinalesANumero("primera segunda")).toBe("1 2")
    expect(ordinalesANumero("primerizo")).toBe("primerizo")
  })
})

describe("the next session", () => {
  it("is the earliest from today on, today's until it closes", () => {
    const hoy = sesion("SO-22", { fecha: HOY, estado: "instalada" })
    const despues = sesion("SO-23", { fecha: "2024-07-01", estado: "convocada" })
    expect(proximaSesion([despues, hoy], HOY)).toBe(hoy)
    expect(proximaSesion([despues, { ...hoy, estado: "clausurada" }], HOY)).toBe(despues)
  })

  it("is never a cancelled, closed or past one", () => {
    const cancelada = sesion("SO-22", { fecha: "2024-06-20", estado: "cancelada" })
    const pasada = sesion("SO-20", { fecha: "2024-06-10", estado: "convocada" })
    expect(proximaSesion([cancelada, pasada], HOY)).toBeNull()
  })

  it("is one without a date only when none has a date, and then the lowest numbered", () => {
    const sinFecha = [sesion("SO-24"), sesion("SO-23")]
    expect(proximaSesion(sinFecha, HOY)?.clave).toBe("SO-23")
    const fechada = sesion("SO-25", { fecha: "2024-12-01" })
    expect(proximaSesion([...sinFecha, fechada], HOY)).toBe(fechada)
  })

  it("puts an hour on record before none on the same day", () => {
    const sinHora = sesion("SO-22", { fecha: "2024-07-01" })
    const conHora = sesion("SE-2", { fecha: "2024-07-01", hora: "17:00" })
    expect(proximaSesion([sinHora, conHora], HOY)).toBe(conHora)
  })

  it("leaves the last closed one as the last held", () => {
    const closed = (clave: string, fecha: string) => sesion(clave, { fecha, estado: "clausurada" })
    expect(ultimaClausurada([closed("SO-20", "2023-11-01"), closed("SO-21", "2024-02-16")])?.clave).toBe(
      "SO-21",
    )
  })
})
