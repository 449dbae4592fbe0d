import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { conjuntoBase } from "../../src/domain/calendario-base.ts"
import { limiteConvocatoria } from "../../src/domain/limite-convocatoria.ts"
import { PERFIL_PREDETERMINADO } from "../../src/domain/perfil-reglas-default.ts"
import { sumarDias } from "../../src/domain/plazo.ts"

const calendar = conjuntoBase(2023, 2028)
const limit = (fecha: string, n = 5) =>
  limiteConvocatoria(
    fecha,
    "ordinaria",
    {
      ...PERFIL_PREDETERMINADO,
      convocatoria: { ...PERFIL_PREDETERMINADO.convocatoria, ordinaria: { n, unidad: "dias_habiles" } },
    },
    calendar,
  )

describe("the last day to send a convocatoria", () => {
  it.each([
    [2, "2024-02-14", "2024-02-13"],
    [5, "2024-02-09", "2024-02-08"],
    [10, "2024-02-01", "2024-01-31"],
  ])(
    "of the session of 16 February 2024, with %i business days, is %s or, strictly, %s",
    (n, lenient, strict) => {
      expect(limit("2024-02-16", n)).toMatchObject({ flexible: lenient, estricto: strict, vigente: strict })
    },
  )

  it("is earlier where the calendars disagree, to be safe with all of them", () => {
    const { estricto, seguro } = limit("2026-02-09")
    expect(seguro < estricto).toBe(true)
    expect(limit("2026-06-19")).toMatchObject({ seguro: limit("2026-06-19").estricto })
  })

  it("never comes after the lenient day, nor after the session", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_400 }), fc.integer({ min: 1, max: 20 }), (day, n) => {
        const fecha = sumarDias("2024-02-01", day)
        const { estricto, flexible, seguro } = limit(fecha, n)
        expect(seguro <= estricto && estricto < flexible && flexible < fecha).toBe(true)
      }),
    )
  })
})
