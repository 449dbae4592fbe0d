import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { evaluarQuorum, quorumRequerido } from "../../src/domain/desahogo/quorum.ts"
import { REGLAS_SESION_USUALES, type ReglaQuorum } from "../../src/domain/reglas/reglas-sesion.ts"

const usual = REGLAS_SESION_USUALES.quorum
const segunda = REGLAS_SESION_USUALES.segundaConvocatoria
const seats = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    institucionId: `i${i}`,
    conVoto: true,
    rol: i === 0 ? ("presidencia" as const) : ("integrante" as const),
  }))
const present = (...numbers: readonly number[]) => new Set(numbers.map((i) => `i${i}`))
const upTo = (n: number) => present(...Array.from({ length: n }, (_, i) => i))

const regla: fc.Arbitrary<ReglaQuorum> = fc.record({
  base: fc.constantFrom("integrantes_con_voto", "integrantes"),
  regla: fc.constantFrom("mitad_mas_uno", "mayoria", "dos_terceras_partes", "tercera_parte"),
  redondeo: fc.constantFrom("abajo", "arriba"),
  exigePresidencia: fc.boolean(),
})

describe("the quórum that a body needs", () => {
  it.each([
    ["mitad_mas_uno", "abajo", 14, 8],
    ["mitad_mas_uno", "arriba", 14, 8],
    ["mitad_mas_uno", "abajo", 13, 7],
    ["mitad_mas_uno", "arriba", 13, 8],
    ["mayoria", "arriba", 13, 7],
    ["dos_terceras_partes", "abajo", 14, 10],
    ["tercera_parte", "abajo", 14, 5],
  ] as const)("%s (%s) of %i seats is %i", (name, redondeo, n, needed) => {
    expect(quorumRequerido({ ...usual, regla: name, redondeo }, n)).toBe(needed)
  })

  it("is there with eight of fourteen and who presides, and not with seven", () => {
    expect(
      evaluarQuorum({ regla: usual, integrantes: seats(14), presentes: upTo(8), segunda: null }),
    ).toMatchObject({
      requerido: 8,
      presentes: 8,
      base: 14,
      hay: true,
    })
    expect(
      evaluarQuorum({ regla: usual, integrantes: seats(14), presentes: upTo(7), segunda: null }).hay,
    ).toBe(false)
  })

  it("is not there without who presides, when the body demands it", () => {
    const presentes = present(1, 2, 3, 4, 5, 6, 7, 8, 9)
    const asked = { integrantes: seats(14), presentes, segunda: null }
    expect(evaluarQuorum({ ...asked, regla: usual })).toMatchObject({
      hay: false,
      presidenciaPresente: false,
    })
    expect(evaluarQuorum({ ...asked, regla: { ...usual, exigePresidencia: false } }).hay).toBe(true)
  })

  it("on a second call is who came, with who presides", () => {
    const asked = { regla: usual, integrantes: seats(14), segunda }
    expect(evaluarQuorum({ ...asked, presentes: present(0, 5) })).toMatchObject({ hay: true, requerido: 1 })
    expect(evaluarQuorum({ ...asked, presentes: present(5, 6) }).hay).toBe(false)
    expect(evaluarQuorum({ ...asked, presentes: new Set() }).hay).toBe(false)
  })

  it("counts no seat without a vote, no guest, and an institution only once", () => {
    const integrantes = [
      ...seats(4),
      { institucionId: "i1", conVoto: true, rol: "integrante" as const },
      { institucionId: "voz", conVoto: false, rol: "participante" as const },
    ]
    const presentes = new Set(["i0", "i1", "voz", "nadie"])
    expect(evaluarQuorum({ regla: usual, integrantes, presentes, segunda: null })).toMatchObject({
      base: 4,
      presentes: 2,
      hay: false,
      faltan: ["i2", "i3"],
    })
  })

  it("is never lost because one more arrives, and never there with nobody", () => {
    const scene = fc.record({ regla, n: fc.integer({ min: 0, max: 40 }), here: fc.array(fc.nat(39)) })
    fc.assert(
      fc.property(scene, fc.nat(39), ({ regla: rule, n, here }, late) => {
        const asked = { regla: rule, integrantes: seats(n), segunda: null }
        const before = evaluarQuorum({ ...asked, presentes: present(...here) })
        const after = evaluarQuorum({ ...asked, presentes: present(...here, late) })
        expect(!before.hay || after.hay).toBe(true)
        expect(before.presentes + before.faltan.length).toBe(before.base)
        expect(evaluarQuorum({ ...asked, presentes: new Set() }).hay).toBe(false)
      }),
    )
  })
})
