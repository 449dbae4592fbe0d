import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  fechaDeInforme,
  leerRitmo,
  pideInformes,
  siguienteInforme,
} from "../../src/domain/compromiso/cadencia.ts"
import { conjuntoBase } from "../../src/domain/tiempo/calendario-base.ts"
import { esHabil, sumarDias } from "../../src/domain/tiempo/plazo.ts"
import type { Cadencia, Compromiso, EstadoCompromiso } from "../../src/domain/tipos/compromiso.ts"

const apf = conjuntoBase(2023, 2027)
const MENSUAL: Cadencia = { ritmo: "mensual", dias: null, desde: "2024-01-31" }
const QUINCENA: Cadencia = { ritmo: "dias_habiles", dias: 15, desde: "2024-06-11" }

describe("when the next report is due", () => {
  it("is the end of the first period, until somebody reports", () => {
    expect(siguienteInforme(MENSUAL, null, apf), "the last day of a month that has no 31st").toBe(
      "2024-02-29",
    )
    expect(siguienteInforme(QUINCENA, null, apf)).toBe("2024-07-02")
    const trimestral: Cadencia = { ritmo: "trimestral", dias: null, desde: "2024-06-15" }
    expect(siguienteInforme(trimestral, null, apf), "an inhábil rolls forward").toBe("2024-09-17")
    expect(siguienteInforme(QUINCENA, "2024-06-11", apf), "what was said before it was asked for").toBe(
      "2024-07-02",
    )
  })

  it("is the end of the one after that in which somebody reported, also on its last day", () => {
    for (const dado of ["2024-06-12", "2024-07-02"])
      expect(siguienteInforme(QUINCENA, dado, apf), dado).toBe("2024-07-23")
    expect(siguienteInforme(QUINCENA, "2024-07-03", apf), "one that comes late is of its own period").toBe(
      "2024-08-13",
    )
  })

  const dia = fc.integer({ min: 0, max: 250 }).map((n) => sumarDias("2024-01-01", n))
  const cadencia = fc.oneof(
    fc.record({
      ritmo: fc.constantFrom("mensual" as const, "trimestral" as const),
      dias: fc.constant(null),
      desde: dia,
    }),
    fc.record({
      ritmo: fc.constant("dias_habiles" as const),
      dias: fc.integer({ min: 3, max: 60 }),
      desde: dia,
    }),
  )

  it("is a business day after the last report, one whole period from its own at most, and never earlier for a later report", () => {
    fc.assert(
      fc.property(cadencia, dia, fc.integer({ min: 0, max: 60 }), (una, informado, despues) => {
        const vence = siguienteInforme(una, informado, apf)
        expect(esHabil(vence, apf)).toBe(true)
        expect(vence > informado && vence > una.desde).toBe(true)
        expect(siguienteInforme(una, sumarDias(informado, despues), apf) >= vence).toBe(true)
        const finales = Array.from({ length: 75 }, (_, i) => fechaDeInforme(una, i + 1, apf))
        const quedan = finales.filter((fin) => fin >= informado && fin <= vence)
        expect(quedan.length, "its own period's end, and the one that is due").toBe(
          informado > una.desde ? 2 : 1,
        )
      }),
      { numRuns: 40 },
    )
  })
})

it("reports are asked of what is under way or permanent, of somebody, while its agreement holds", () => {
  const rige = { estado: "vigente", adopcion: "aprobado" } as const
  const pide = (cambios: Partial<Compromiso>, acuerdo: Parameters<typeof pideInformes>[1] = rige) =>
    pideInformes({ cadencia: MENSUAL, estado: "pendiente", institucionId: "sre", ...cambios }, acuerdo)
  const estados: readonly EstadoCompromiso[] = [
    ...(["pendiente", "en_proceso", "en_validacion", "atendido", "cancelado", "permanente"] as const),
  ]
  expect(estados.filter((estado) => pide({ estado }))).toEqual(["pendiente", "en_proceso", "permanente"])
  expect(pide({ cadencia: null })).toBe(false)
  expect(pide({ institucionId: null })).toBe(false)
  expect(pide({}, { estado: "cancelado", adopcion: "aprobado" })).toBe(false)
  expect(pide({}, { estado: "vigente", adopcion: "no_aprobado" })).toBe(false)
})

it.each([
  ["mensual", { ritmo: "mensual", dias: null }],
  ["cada mes", { ritmo: "mensual", dias: null }],
  ["Trimestral", { ritmo: "trimestral", dias: null }],
  ["cada tres meses", { ritmo: "trimestral", dias: null }],
  ["cada 15 días hábiles", { ritmo: "dias_habiles", dias: 15 }],
  ["ninguno", "ninguna"],
  ["cada 2 días hábiles", null],
  ["cada 400 días hábiles", null],
  ["a veces", null],
])("%j is read as a rhythm", (escrito, leido) => {
  expect(leerRitmo(escrito)).toEqual(leido)
})
