import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Capacidad, type Cubeta, cargar, estaLlena, tomar } from "../../src/domain/limites/cubeta.ts"
import { capacidadDe, LIMITES } from "../../src/domain/limites/limites.ts"

const capacidad: fc.Arbitrary<Capacidad> = fc.record({
  rafaga: fc.integer({ min: 1, max: 50 }),
  porMinuto: fc.integer({ min: 1, max: 600 }),
})
/** What is asked, and how long after what was asked before; the clock may go back. */
const pasos = (minimo: number) =>
  fc.array(fc.record({ tras: fc.integer({ min: minimo, max: 30_000 }), n: fc.integer({ min: 1, max: 3 }) }), {
    maxLength: 120,
  })

describe("what is taken of a bucket", () => {
  it("never exceeds what fits in it and what came back meanwhile, in any stretch of time", () => {
    fc.assert(
      fc.property(capacidad, pasos(0), (una, todos) => {
        const tomadas: { readonly en: number; readonly n: number }[] = []
        let cubeta: Cubeta | null = null
        let ahora = 1_000
        for (const { tras, n } of todos) {
          ahora += tras
          const result = tomar(cubeta, una, ahora, n)
          if (result.kind === "agotada") continue
          cubeta = result.cubeta
          tomadas.push({ en: ahora, n })
        }
        for (const [i, { en: desde }] of tomadas.entries()) {
          let suma = 0
          for (const { en, n } of tomadas.slice(i)) {
            suma += n
            expect(suma).toBeLessThanOrEqual(una.rafaga + ((en - desde) * una.porMinuto) / 60_000 + 1e-6)
          }
        }
      }),
    )
  })

  it("is there for whoever waits as long as was said, and not a moment that matters before", () => {
    fc.assert(
      fc.property(
        capacidad,
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 1, max: 3 }),
        (una, deuda, n) => {
          fc.pre(n <= una.rafaga)
          const cubeta = cargar(null, una, 0, una.rafaga + deuda)
          const result = tomar(cubeta, una, 0, n)
          if (result.kind === "tomada") throw new Error("nothing was left")
          expect(tomar(cubeta, una, result.espera, n).kind).toBe("tomada")
          expect(tomar(cubeta, una, result.espera - 2, n).kind).toBe("agotada")
        },
      ),
    )
  })

  it("is not more for a clock that goes back", () => {
    fc.assert(
      fc.property(capacidad, pasos(-30_000), (una, todos) => {
        let cubeta: Cubeta | null = null
        let ahora = 0
        let ultimo = 0
        let tomadas = 0
        for (const { tras, n } of todos) {
          ahora += tras
          ultimo = Math.max(ultimo, ahora)
          const result = tomar(cubeta, una, ahora, n)
          if (result.kind === "agotada") continue
          cubeta = result.cubeta
          tomadas += n
        }
        expect(tomadas).toBeLessThanOrEqual(una.rafaga + ((ultimo + 30_000 * 120) * una.porMinuto) / 60_000)
        if (cubeta !== null) expect(cubeta.fichas).toBeLessThanOrEqual(una.rafaga)
      }),
    )
  })

  it("of none at all asks whether anything is owed", () => {
    const una = { rafaga: 2, porMinuto: 1 }
    const vacia = cargar(null, una, 0, 2)
    expect(tomar(vacia, una, 0, 0).kind).toBe("tomada")
    expect(tomar(cargar(vacia, una, 0, 1), una, 0, 0)).toEqual({ kind: "agotada", espera: 60_000 })
    expect(estaLlena(vacia, una, 119_999)).toBe(false)
    expect(estaLlena(vacia, una, 120_000)).toBe(true)
  })
})

describe("the table of limits", () => {
  it("gives an institution more than a person, and a workspace more than an institution", () => {
    for (const { persona, institucion, espacio } of Object.values(LIMITES)) {
      expect(persona.rafaga).toBeLessThan(institucion.rafaga)
      expect(institucion.rafaga).toBeLessThan(espacio.rafaga)
      expect(persona.porMinuto).toBeLessThan(institucion.porMinuto)
      expect(institucion.porMinuto).toBeLessThan(espacio.porMinuto)
    }
  })

  it("is as many times as large as an installation wants it, and lets something through at the least", () => {
    expect(capacidadDe("propuesta", "persona", { factor: 2 })).toEqual({ rafaga: 60, porMinuto: 1 })
    expect(capacidadDe("aviso", "persona", { factor: 0.1 }).rafaga).toBe(1)
  })
})
