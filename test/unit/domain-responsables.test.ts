import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { leerResponsables } from "../../src/domain/directorio/responsables.ts"
import type { Institucion } from "../../src/domain/tipos/directorio.ts"

const institucion = (siglas: string, nombre: string, ...alias: readonly string[]): Institucion => ({
  id: siglas.toLowerCase(),
  siglas,
  nombre,
  vigenteDesde: null,
  vigenteHasta: null,
  sucesoraId: null,
  alias: alias.map((texto) => ({ texto, desde: null, hasta: null })),
  origen: "registro",
})
const CON_VOTO = [
  institucion("SEGOB", "Secretaría de Gobernación"),
  institucion("SICT", "Secretaría de Infraestructura, Comunicaciones y Transportes", "SCT"),
  institucion("SRE", "Secretaría de Relaciones Exteriores", "Cancillería"),
  institucion("SSPC", "Secretaría de Seguridad y Protección Ciudadana"),
  institucion("STPS", "Secretaría del Trabajo y Previsión Social", "Trabajo"),
  institucion("SALUD", "Secretaría de Salud", "SSA"),
  institucion("SNDIF", "Sistema Nacional para el Desarrollo Integral de la Familia", "DIF", "DIF Nacional"),
  institucion("INM", "Instituto Nacional de Migración", "Migración"),
  institucion("FGR", "Fiscalía General de la República", "PGR"),
]
const AJENA = institucion("INACIPE", "Instituto Nacional de Ciencias Penales")
const TODAS = [...CON_VOTO, AJENA]

const leer = (texto: string) => leerResponsables(texto, { conVoto: CON_VOTO, todas: TODAS })
const siglas = (texto: string) => {
  const found = leer(texto)
  return found.kind === "instituciones" ? found.items.map((una) => una.siglas) : found.kind
}

describe("who is made responsible", () => {
  it.each([
    ["SRE", ["SRE"]],
    ["sre, salud y STPS", ["SRE", "SALUD", "STPS"]],
    ["Cancillería; DIF Nacional\nINM", ["SRE", "SNDIF", "INM"]],
    ["Trabajo y Previsión Social", ["STPS"]],
    ["Secretaría de Infraestructura, Comunicaciones y Transportes, SRE", ["SICT", "SRE"]],
    ["Seguridad y Protección Ciudadana y Salud", ["SSPC", "SALUD"]],
    ["SRE, SRE y Cancillería", ["SRE"]],
    ["INACIPE y la FGR", ["INACIPE", "FGR"]],
  ])("reads %j", (typed, expected) => {
    expect(siglas(typed)).toEqual(expected)
  })

  it.each(["todas", "Todas las integrantes", "TODAS LAS INSTITUCIONES"])(
    "%j means those with a vote",
    (typed) => {
      expect(siglas(typed)).toEqual(CON_VOTO.map((una) => una.siglas))
    },
  )

  it("leaves out whom it is told to", () => {
    const found = siglas("todas menos la FGR y Salud")
    expect(found).toEqual(CON_VOTO.map((una) => una.siglas).filter((una) => una !== "FGR" && una !== "SALUD"))
    expect(siglas("todas excepto Xanadú")).toBe("problemas")
  })

  it("leaves out the one that is written, and not one that differs in an accent", () => {
    const parecidas = [institucion("NAA", "Núcleo"), institucion("ÑAA", "Ñandú")]
    const found = leerResponsables("Todas menos ÑAA", { conVoto: parecidas, todas: parecidas })
    expect(found).toEqual({ kind: "instituciones", items: [parecidas[0]], corresponsables: [] })
  })

  it.each([
    ["SRE; corresponsables: Salud, STPS", ["SRE"], ["SALUD", "STPS"]],
    ["SRE y FGR, con apoyo de la Secretaría de Salud y SRE", ["SRE", "FGR"], ["SALUD"]],
    ["Cancillería en coordinación con el INM", ["SRE"], ["INM"]],
    ["Trabajo\nCorresponsable: INACIPE", ["STPS"], ["INACIPE"]],
  ])("reads who contributes to it in %j", (typed, deben, ayudan) => {
    const found = leer(typed)
    if (found.kind !== "instituciones") throw new Error(found.kind)
    expect(found.items.map((una) => una.siglas)).toEqual(deben)
    expect(found.corresponsables.map((una) => una.siglas)).toEqual(ayudan)
  })

  it("nobody contributes to what nobody answers for, and whoever is not known is said", () => {
    expect(leer("por definir; corresponsables: Salud").kind).toBe("sin_responsable")
    expect(leer("SRE; corresponsables: Xanadú").kind).toBe("problemas")
  })

  it("takes that nobody is responsible yet only when it is written", () => {
    expect(siglas("por definir")).toBe("por_definir")
    expect(siglas("Por  Definir")).toBe("por_definir")
  })

  it("says which part names none, or several, and takes nothing then", () => {
    expect(leer("SRE, Xanadú")).toEqual({
      kind: "problemas",
      problemas: [{ texto: "Xanadú", opciones: [] }],
    })
    const doubt = leer("Instituto Nacional")
    expect(doubt.kind === "problemas" && doubt.problemas[0]?.opciones.map((una) => una.siglas)).toEqual([
      "INM",
      "INACIPE",
    ])
  })

  it("reads any of them, by any of its names, with any separators", () => {
    const named = fc.subarray(TODAS, { minLength: 1 }).chain((some) =>
      fc.tuple(
        ...some.map((una) =>
          fc.record({
            una: fc.constant(una),
            forma: fc.constantFrom(
              una.siglas,
              una.siglas.toLowerCase(),
              una.nombre,
              ...una.alias.map((a) => a.texto),
            ),
            separador: fc.constantFrom(", ", "; ", "\n", " y ", ",", " ;", ", y "),
          }),
        ),
      ),
    )
    fc.assert(
      fc.property(named, (parts) => {
        const typed = parts
          .map(({ forma, separador }, i) => (i === 0 ? forma : `${separador}${forma}`))
          .join("")
        expect(siglas(typed)).toEqual(parts.map(({ una }) => una.siglas))
      }),
      { numRuns: 500 },
    )
  })

  it("never throws, and never makes anybody responsible twice", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 200 }), fc.string({ unit: "grapheme", maxLength: 100 })),
        (typed) => {
          const found = leer(typed)
          if (found.kind !== "instituciones") return
          expect(new Set(found.items.map(({ id }) => id)).size).toBe(found.items.length)
        },
      ),
      { numRuns: 500 },
    )
  })
})
