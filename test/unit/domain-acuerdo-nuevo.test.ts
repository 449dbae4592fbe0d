import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  claveCompromiso,
  claveSiguiente,
  reparosAcuerdo,
  sumarMeses,
} from "../../src/domain/acuerdo/acuerdo-nuevo.ts"
import { REGLAS_SESION_USUALES } from "../../src/domain/reglas/reglas-sesion.ts"
import { normalizarClave } from "../../src/domain/texto/clave.ts"

const sesion = { id: "s", tipo: "ordinaria", numero: 22, fecha: "2024-08-15" } as const
const acuerdo = (clave: string, numero: number, sesionId = "s") => ({ clave, numero, sesionId })
const PLANTILLA = "CI/{tipo}-{sesion}/{consecutivo:2}/{anio}"

it("a commitment is named for who owes it, with a number where a reassigned one has that clave", () => {
  expect(claveCompromiso("A/1", "SRE")).toBe("A/1/SRE")
  expect(claveCompromiso("A/1", "SRE", ["A/1/SRE", "A/1/SRE-2"])).toBe("A/1/SRE-3")
  expect(claveCompromiso("A/1", null)).toBe("A/1/por-definir")
})

describe("the clave of the next agreement", () => {
  it("goes on after the last one of its session", () => {
    const previos = [
      acuerdo("CI/SO-22/01/2024", 1),
      acuerdo("CI/SO-22/04/2024", 4),
      acuerdo("CI/SO-21/09/2024", 9, "otra"),
    ]
    expect(claveSiguiente(PLANTILLA, sesion, previos, "2024-08-15")).toEqual({
      numero: 5,
      clave: "CI/SO-22/05/2024",
    })
  })

  it("skips one that would be typed like one of another session", () => {
    const previos = [acuerdo("ac 1-8/2024", 1, "otra")]
    expect(claveSiguiente("AC-{consecutivo:3}-{mes:2}/{anio}", sesion, previos, "2024-08-15")).toEqual({
      numero: 2,
      clave: "AC-002-08/2024",
    })
  })

  it("is never one that the body has, whatever was registered before", () => {
    const previos = fc.array(
      fc.record({ numero: fc.integer({ min: 1, max: 30 }), sesionId: fc.constantFrom("s", "otra") }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(
        previos,
        fc.constantFrom(PLANTILLA, "AC-{consecutivo:3}-{mes:2}/{anio}"),
        (rows, plantilla) => {
          const known = rows.map(({ numero, sesionId }) => acuerdo(`AC-${numero}-8/2024`, numero, sesionId))
          const { numero, clave } = claveSiguiente(plantilla, sesion, known, "2024-08-15")
          expect(known.map((uno) => normalizarClave(uno.clave))).not.toContain(normalizarClave(clave))
          const propios = known.filter(({ sesionId }) => sesionId === "s").map((uno) => uno.numero)
          expect(numero).toBeGreaterThan(Math.max(0, ...propios))
        },
      ),
    )
  })
})

describe("what a body's rules say against an agreement", () => {
  const punto = { titulo: "Campaña de prevención", estado: "incluido", difusion: "integrantes" } as const
  const convocado = { puntos: [{ numero: "1", titulo: "CAMPAÑA  de prevención" }] }
  const reparos = (change: Partial<Parameters<typeof reparosAcuerdo>[0]>, reglas = REGLAS_SESION_USUALES) =>
    reparosAcuerdo({ sesion, punto, fecha: null, convocado, adoptan: null, ...change }, reglas).map(
      ({ kind }) => kind,
    )
  const extraordinaria = { tipo: "extraordinaria", fecha: "2024-08-15" } as const

  it("lets a term last until the same day of the last month", () => {
    expect(sumarMeses("2024-08-31", 6)).toBe("2025-02-28")
    expect(reparos({ fecha: "2025-02-15" })).toEqual([])
    expect(reparos({ fecha: "2025-02-16" })).toEqual(["plazo"])
    const libre = {
      ...REGLAS_SESION_USUALES,
      acuerdos: { ...REGLAS_SESION_USUALES.acuerdos, plazoMaximoMeses: null },
    }
    expect(reparos({ fecha: "2030-01-01" }, libre)).toEqual([])
  })

  it("lets an extraordinary session deal only with what it was called for", () => {
    expect(reparos({ sesion: extraordinaria })).toEqual([])
    expect(reparos({ sesion: extraordinaria, punto: null })).toEqual(["asunto_no_convocado"])
    expect(reparos({ sesion: extraordinaria, punto: { ...punto, titulo: "Otro asunto" } })).toEqual([
      "asunto_no_convocado",
    ])
    expect(reparos({ sesion: extraordinaria, convocado: null })).toEqual([])
    expect(reparos({ punto: null })).toEqual([])
    const libre = {
      ...REGLAS_SESION_USUALES,
      extraordinaria: { ...REGLAS_SESION_USUALES.extraordinaria, soloAsuntoConvocado: false },
    }
    expect(reparos({ sesion: extraordinaria, punto: null }, libre)).toEqual([])
  })
})
