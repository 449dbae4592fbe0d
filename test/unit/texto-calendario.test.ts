import { describe, expect, it } from "vitest"
import { inhabilesBase, regimenDe } from "../../src/domain/tiempo/calendario-base.ts"
import { ultimoDiaConvocatoria } from "../../src/domain/tiempo/plazo.ts"
import type { RegimenInhabil } from "../../src/domain/tipos/tiempo.ts"
import { calendarioEnUso } from "../../src/texts/calendario.ts"

const REGIMENES: readonly RegimenInhabil[] = ["apf", "lft", "lfpa", "union", "ninguno"]

describe("the calendar of a body", () => {
  it("is named differently for each, and a body with none is told of no federal one", () => {
    const dichos = REGIMENES.map((calendario) => calendarioEnUso({ calendario }))
    expect(new Set(dichos).size).toBe(REGIMENES.length)
    expect(calendarioEnUso({ calendario: "ninguno" })).not.toMatch(/federal|ley/i)
  })

  it("that nobody named is said to be so", () => {
    expect(calendarioEnUso({ calendario: null })).toContain("El órgano no ha indicado su calendario")
    expect(calendarioEnUso({ calendario: "union" })).not.toContain("no ha indicado")
  })

  it("that nobody named gives no later day to send a convocatoria than any other", () => {
    const dias = (regimen: RegimenInhabil) =>
      new Set([2026, 2027].flatMap((anio) => inhabilesBase(anio, regimen)).map(({ fecha }) => fecha))
    const plazo = { n: 5, unidad: "dias_habiles" } as const
    const ultimo = (fecha: string, regimen: RegimenInhabil) =>
      ultimoDiaConvocatoria(fecha, plazo, "excluye_ambos_extremos", dias(regimen))
    for (const fecha of ["2027-02-08", "2026-03-24", "2026-09-04", "2026-11-24", "2027-04-02"])
      for (const regimen of REGIMENES)
        expect(ultimo(fecha, regimenDe({ calendario: null })) <= ultimo(fecha, regimen)).toBe(true)
  })
})
