import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type EntradaQuorum,
  evaluarQuorum as evaluar,
  quorumRequerido,
} from "../../src/domain/desahogo/quorum.ts"
import { REGLAS_SESION_USUALES, type ReglaQuorum } from "../../src/domain/reglas/reglas-sesion.ts"

import { faltasDeQuorum, quorumPedido } from "../../src/texts/quorum.ts"

const usual = REGLAS_SESION_USUALES.quorum
const segunda = REGLAS_SESION_USUALES.segundaConvocatoria
const seats = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    institucionId: `i${i}`,
    conVoto: true,
    rol: i === 0 ? ("presidencia" as const) : ("integrante" as const),
  }))
/** Their siglas are I0, I1… */
const instituciones = Array.from({ length: 40 }, (_, i) => ({ id: `i${i}`, siglas: `I${i}` }))
const evaluarQuorum = (entrada: Omit<EntradaQuorum, "instituciones">) =>
  evaluar({ ...entrada, instituciones })
const present = (...numbers: readonly number[]) => new Set(numbers.map((i) => `i${i}`))
const upTo = (n: number) => present(...Array.from({ length: n }, (_, i) => i))

const regla: fc.Arbitrary<ReglaQuorum> = fc.record({
  base: fc.constantFrom("integrantes_con_voto", "integrantes"),
  regla: fc.constantFrom(
    "mitad_mas_uno",
    "mayoria",
    "dos_terceras_partes",
    "tercera_parte",
    "numero",
    "presidencia_mas_numero",
  ),
  numero: fc.option(fc.integer({ min: 1, max: 30 })),
  redondeo: fc.constantFrom("abajo", "arriba"),
  exigePresidencia: fc.boolean(),
  composicion: fc.array(
    fc.record({
      nombre: fc.constant(null),
      instituciones: fc.uniqueArray(fc.constantFrom(...instituciones.map(({ siglas }) => siglas)), {
        minLength: 1,
      }),
      minimo: fc.constant(1),
    }),
    { maxLength: 3 },
  ),
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
        // What is said to be missing is missing, and nothing is when there is quórum.
        if (before.base > 0 && before.presentes > 0)
          expect(faltasDeQuorum(before).length === 0).toBe(before.hay)
      }),
    )
  })
})

describe("a quórum by number", () => {
  const fijo: ReglaQuorum = { ...usual, regla: "numero", numero: 5 }
  const conPresidencia: ReglaQuorum = { ...usual, regla: "presidencia_mas_numero", numero: 5 }
  const con = (regla: ReglaQuorum, ...there: readonly number[]) =>
    evaluarQuorum({ regla, integrantes: seats(14), presentes: present(...there), segunda: null })

  it("is that number, however many seats there are", () => {
    expect(con(fijo, 0, 1, 2, 3)).toMatchObject({ hay: false, requerido: 5, faltanAsientos: 1 })
    expect(con(fijo, 0, 1, 2, 3, 4).hay).toBe(true)
    expect(con({ ...fijo, exigePresidencia: false }, 1, 2, 3, 4, 5).hay).toBe(true)
  })

  it("is whoever presides and five more, and says which of the two is missing", () => {
    expect(con(conPresidencia, 0, 1, 2, 3, 4, 5)).toMatchObject({ hay: true, requerido: 6, ademas: 5 })
    const four = con(conPresidencia, 0, 1, 2, 3)
    expect([four.hay, quorumPedido(four), faltasDeQuorum(four)]).toEqual([
      false,
      "la institución que preside y 5 más",
      ["Faltan 2 instituciones además de la que preside."],
    ])
    const headless = con({ ...conPresidencia, exigePresidencia: false }, 1, 2, 3, 4, 5, 6)
    expect(headless.hay).toBe(false)
    expect(faltasDeQuorum(headless)).toEqual(["Falta la institución que preside, y el órgano la exige."])
  })

  it("counts five more also when whoever presides has no vote", () => {
    const integrantes = seats(8).map((seat, i) => (i === 0 ? { ...seat, conVoto: false } : seat))
    const asked = { regla: conPresidencia, integrantes, segunda: null }
    expect(evaluarQuorum({ ...asked, presentes: upTo(6) })).toMatchObject({
      hay: true,
      requerido: 5,
      base: 7,
    })
    expect(evaluarQuorum({ ...asked, presentes: upTo(5) }).hay).toBe(false)
  })

  it("on a second call may be another one", () => {
    const propio: ReglaQuorum = { ...usual, regla: "numero", numero: 3, exigePresidencia: false }
    const asked = {
      regla: usual,
      integrantes: seats(14),
      segunda: { ...segunda, quorum: "propio" as const, quorumPropio: propio },
    }
    expect(evaluarQuorum({ ...asked, presentes: present(4, 5, 6) })).toMatchObject({
      hay: true,
      requerido: 3,
    })
    expect(evaluarQuorum({ ...asked, presentes: present(4, 5) })).toMatchObject({
      hay: false,
      faltanAsientos: 1,
    })
  })
})

describe("a quórum with a composition", () => {
  const regla: ReglaQuorum = {
    ...usual,
    regla: "numero",
    numero: 4,
    composicion: [
      { nombre: null, instituciones: ["I1"], minimo: null },
      { nombre: "entidades", instituciones: ["I2", "I3", "I4", "I5"], minimo: 2 },
    ],
  }
  const con = (...there: readonly number[]) =>
    evaluarQuorum({ regla, integrantes: seats(14), presentes: present(...there), segunda: null })

  it("needs each that may not be missing and so many of each group, besides the number", () => {
    expect(con(0, 1, 2, 3).hay).toBe(true)
    expect(con(0, 2, 3, 7, 8).hay).toBe(false)
    expect(con(0, 1, 2, 7, 8).hay).toBe(false)
    expect(con(1, 2, 3, 7, 8).hay).toBe(false)
  })

  it("says what it asks and who is missing", () => {
    expect(quorumPedido(con())).toBe("4, con I1 y 2 de I2, I3, I4 e I5 (entidades)")
    expect(faltasDeQuorum(con(0, 2, 7))).toEqual([
      "Falta 1 institución.",
      "Falta I1.",
      "Falta 1 de I3, I4 e I5 (entidades).",
    ])
  })

  it("is asked of no second call that is held with those who came", () => {
    const asked = { regla, integrantes: seats(14), segunda }
    expect(evaluarQuorum({ ...asked, presentes: present(0, 9) }).hay).toBe(true)
  })
})
