import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { contarPorUrgencia, porUrgencia, URGENCIAS, urgenciaDe } from "../../src/domain/inicio/asunto.ts"
import { sumarDias, sumarDiasHabiles } from "../../src/domain/tiempo/plazo.ts"

const HOY = "2024-06-11"
const SIN_INHABILES: ReadonlySet<string> = new Set()

const fecha = fc.option(
  fc.integer({ min: -400, max: 400 }).map((n) => sumarDias(HOY, n)),
  { nil: null },
)
const momento = fc.record(
  { desde: fecha, hasta: fecha, ya: fc.constantFrom("en_curso" as const, "vencido" as const) },
  { requiredKeys: ["desde", "hasta"] },
)
const asunto = fc
  .record({ momento, que: fc.string(), clave: fc.constantFrom("ci-trata", "subcomision") })
  .map((uno) => ({
    ...uno.momento,
    que: uno.que,
    organo: { clave: uno.clave },
    urgencia: urgenciaDe(uno.momento, HOY, SIN_INHABILES),
  }))

describe("what waits for somebody", () => {
  it("is overdue from the day after its date, and for today on the day itself", () => {
    const de = (n: number) => urgenciaDe({ desde: null, hasta: sumarDias(HOY, n) }, HOY, SIN_INHABILES)
    expect([-1, 0, 1].map(de)).toEqual(["vencido", "hoy", "pronto"])
  })

  it("is soon up to five business days before, counted without the days off", () => {
    const quinto = sumarDiasHabiles(HOY, 5, SIN_INHABILES)
    const sexto = sumarDiasHabiles(HOY, 6, SIN_INHABILES)
    const de = (hasta: string, inhabiles = SIN_INHABILES) =>
      urgenciaDe({ desde: null, hasta }, HOY, inhabiles)
    expect([de(quinto), de(sexto)]).toEqual(["pronto", "despues"])
    expect(de(sexto, new Set([sumarDias(HOY, 1)]))).toBe("pronto")
  })

  it("is soon without a date where somebody waits, and can wait where nobody does", () => {
    const de = (desde: string | null) => urgenciaDe({ desde, hasta: null }, HOY, SIN_INHABILES)
    expect([de("2024-01-01"), de(null)]).toEqual(["pronto", "despues"])
  })

  it("stands in the same order however it was found, the urgent before what is not, and of those what ends first", () => {
    fc.assert(
      fc.property(fc.array(asunto), fc.array(fc.nat()), (asuntos, suerte) => {
        const otro = asuntos
          .map((uno, i) => ({ uno, n: suerte[i] ?? i }))
          .sort((a, b) => a.n - b.n)
          .map(({ uno }) => uno)
        const orden = [...asuntos].sort(porUrgencia)
        expect([...otro].sort(porUrgencia)).toEqual(orden)
        for (const [i, siguiente] of orden.slice(1).entries()) {
          const antes = orden[i]
          if (antes === undefined) continue
          const [a, b] = [antes, siguiente].map(({ urgencia }) => URGENCIAS.indexOf(urgencia))
          expect(a).toBeLessThanOrEqual(b ?? 0)
          if (a === b) expect((antes.hasta ?? "9999") <= (siguiente.hasta ?? "9999")).toBe(true)
        }
      }),
    )
  })

  it("is counted once, in one urgency", () => {
    fc.assert(
      fc.property(fc.array(asunto), (asuntos) => {
        const total = Object.values(contarPorUrgencia(asuntos)).reduce((sum, n) => sum + n, 0)
        expect(total).toBe(asuntos.length)
      }),
    )
  })
})
