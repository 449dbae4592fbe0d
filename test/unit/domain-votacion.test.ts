import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { ReglaVotacion } from "../../src/domain/reglas/reglas-sesion.ts"
import { tipoDeResultado } from "../../src/domain/votacion/resultado-punto.ts"
import { contarVotos, type SentidoVoto } from "../../src/domain/votacion/votacion.ts"

const usual: ReglaVotacion = { mayoria: "simple", sobre: "presentes", votoCalidad: true }

import { resultadoEnPalabras } from "../../src/texts/votacion.ts"

/** `vote("++-0")`: the first one presides. */
function vote(
  signs: string,
  regla: ReglaVotacion = usual,
  rest: { presentes?: number; integrantes?: number } = {},
) {
  const meaning: Readonly<Record<string, SentidoVoto>> = {
    "+": "a_favor",
    "-": "en_contra",
    "0": "abstencion",
  }
  const votos = new Map(
    [...signs].flatMap((sign, i) => {
      const sentido = meaning[sign]
      return sentido ? [[`i${i}`, sentido] as const] : []
    }),
  )
  const { presentes = signs.length, integrantes = 14 } = rest
  return contarVotos({ regla, votos, presentes, integrantes, presidencia: "i0" })
}

describe("a vote", () => {
  it("is carried by more in favour than against", () => {
    expect(vote("+++--")).toMatchObject({ aFavor: 3, enContra: 2, resultado: "aprobado", votoCalidad: false })
    expect(vote("++---").resultado).toBe("rechazado")
  })

  it("that is tied is decided by who presides, and says so", () => {
    expect(vote("++--")).toMatchObject({ resultado: "aprobado", votoCalidad: true })
    expect(vote("--++")).toMatchObject({ resultado: "rechazado", votoCalidad: true })
  })

  it("stays tied when nobody can decide it", () => {
    expect(vote("++--", { ...usual, votoCalidad: false })).toMatchObject({ resultado: "empate" })
    expect(vote("0++--").resultado).toBe("empate")
  })

  it("by absolute majority counts the base that the body chose", () => {
    const absoluta = { ...usual, mayoria: "absoluta" } as const
    expect(vote("+++00000", absoluta).resultado).toBe("rechazado")
    expect(vote("+++++000", absoluta).resultado).toBe("aprobado")
    expect(vote("+++00000", { ...absoluta, sobre: "votos_emitidos" }).resultado).toBe("aprobado")
    expect(vote("+++++000", { ...absoluta, sobre: "integrantes" }).resultado).toBe("rechazado")
  })

  it("by absolute majority is decided by who presides only where one vote more makes it", () => {
    const absoluta = { ...usual, mayoria: "absoluta" } as const
    expect(vote("++--", absoluta)).toMatchObject({ resultado: "aprobado", votoCalidad: true })
    expect(vote("--++", absoluta)).toMatchObject({ resultado: "rechazado", votoCalidad: true })
    expect(vote("++--", { ...absoluta, votoCalidad: false }).resultado).toBe("empate")
    for (const signs of ["+-......", "-+......", ".+-....."]) {
      const corta = vote(signs, absoluta)
      expect(corta, signs).toMatchObject({ resultado: "rechazado", votoCalidad: false })
      expect(resultadoEnPalabras(corta)).toBe(
        "No aprobado: 1 a favor, 1 en contra, 0 abstenciones y 6 sin votar; hacían falta 5 a favor.",
      )
    }
    expect(resultadoEnPalabras(vote("---++", absoluta))).not.toContain("hacían falta")
  })

  it("by two thirds knows no tie: a casting vote cannot make them", () => {
    const terceras = { ...usual, mayoria: "dos_terceras_partes" } as const
    expect(vote("++++--", terceras).resultado).toBe("aprobado")
    expect(vote("+++---", terceras)).toMatchObject({ resultado: "rechazado", votoCalidad: false })
  })

  it("with nothing on record carries nothing", () => {
    expect(vote("...")).toMatchObject({ aFavor: 0, sinVoto: 3, resultado: "rechazado" })
    expect(vote("000").resultado).toBe("rechazado")
  })

  it("never turns against a proposal because one more is in favour", () => {
    const regla: fc.Arbitrary<ReglaVotacion> = fc.record({
      mayoria: fc.constantFrom("simple", "absoluta", "dos_terceras_partes"),
      sobre: fc.constantFrom("presentes", "votos_emitidos", "integrantes"),
      votoCalidad: fc.boolean(),
    })
    const signs = fc.array(fc.constantFrom("+", "-", "0"), { minLength: 1, maxLength: 14 })
    fc.assert(
      fc.property(regla, signs, fc.nat(13), (rule, votes, which) => {
        const better = votes.map((sign, i) => (i === which % votes.length ? "+" : sign))
        const before = vote(votes.join(""), rule).resultado
        const after = vote(better.join(""), rule).resultado
        expect(before !== "aprobado" || after === "aprobado").toBe(true)
      }),
    )
  })
})

describe("the outcome of an item", () => {
  it("is an approval where somebody says so or its last vote carried, and never by its words alone", () => {
    expect(tipoDeResultado(null, null)).toBeNull()
    expect(tipoDeResultado("aprobacion", null)).toBe("aprobacion")
    expect(tipoDeResultado(null, "aprobado")).toBe("aprobacion")
    expect(tipoDeResultado("eleccion", "aprobado")).toBe("eleccion")
  })

  it("is none where its vote did not carry: what says otherwise is asked about", () => {
    for (const votado of ["rechazado", "empate"] as const) {
      expect(tipoDeResultado(null, votado)).toBeNull()
      expect(tipoDeResultado("aprobacion", votado)).toBe("contradice")
    }
  })
})
