import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { situacionAcuerdo } from "../../src/domain/compromiso/exigible.ts"
import { adopcionDe, type VotoDeAcuerdo } from "../../src/domain/votacion/adopcion.ts"
import { enOrden, padronDeVotacion } from "../../src/domain/votacion/padron.ts"
import { contarVotos, type SentidoVoto } from "../../src/domain/votacion/votacion.ts"

const sala = fc.uniqueArray(
  fc.record({
    institucion: fc.string({ minLength: 1, maxLength: 6 }),
    presente: fc.boolean(),
    voto: fc.boolean(),
  }),
  { selector: ({ institucion }) => institucion, maxLength: 20 },
)

describe("who takes part in a vote", () => {
  it("is whoever voted and whoever is missing, each once, in the order given", () => {
    fc.assert(
      fc.property(sala, (conVoto) => {
        const { participan, votaron, faltan, votaronYSalieron } = padronDeVotacion(conVoto)
        expect(votaron.length + faltan.length).toBe(participan.length)
        expect(new Set([...votaron, ...faltan])).toEqual(new Set(participan))
        expect(votaron.some((una) => faltan.includes(una))).toBe(false)
        expect(votaronYSalieron.every((una) => votaron.includes(una) && !faltan.includes(una))).toBe(true)
        const orden = conVoto.map(({ institucion }) => institucion)
        expect(participan).toEqual(orden.filter((una) => participan.includes(una)))
        // The same numbers come out of the count: nobody without a vote is hidden by somebody who left.
        const votos = new Map(votaron.map((una): [string, SentidoVoto] => [una, "a_favor"]))
        const regla = { mayoria: "simple", sobre: "presentes", votoCalidad: true } as const
        const cuenta = { regla, votos, presentes: participan.length, integrantes: conVoto.length }
        expect(contarVotos({ ...cuenta, presidencia: null }).sinVoto).toBe(faltan.length)
      }),
    )
  })

  it("is told in the body's order, whatever the order of the votes", () => {
    const votos = ["SRE", "INM", "X", "SEGOB"].map((institucionId) => ({ institucionId }))
    const orden = enOrden(votos, ["SEGOB", "INM", "SRE"]).map(({ institucionId }) => institucionId)
    expect(orden).toEqual(["SEGOB", "INM", "SRE", "X"])
  })
})

describe("what the votes on an agreement say of it", () => {
  const una = (n: number, resto: Partial<VotoDeAcuerdo> = {}): VotoDeAcuerdo => ({
    abiertaEn: `2035-01-01T10:0${n}:00.000Z`,
    cerradaEn: null,
    suspendidaEn: null,
    anuladaEn: null,
    resultado: null,
    ...resto,
  })
  const AT = "2035-01-01T11:00:00.000Z"
  const cuenta = { aFavor: 1, enContra: 0, abstenciones: 0, sinVoto: 0, requeridos: 1, votoCalidad: false }
  const con = (resultado: "aprobado" | "rechazado" | "empate") => ({
    cerradaEn: AT,
    resultado: { ...cuenta, resultado },
  })

  it.each([
    ["vigente", []],
    ["en_votacion", [una(1)]],
    ["votacion_suspendida", [una(1, { suspendidaEn: AT })]],
    ["votacion_anulada", [una(1, { anuladaEn: AT })]],
    ["vigente", [una(1, con("aprobado"))]],
    ["no_aprobado", [una(1, con("rechazado"))]],
    ["no_aprobado", [una(1, con("empate"))]],
    ["vigente", [una(2, con("aprobado")), una(1, con("rechazado"))]],
    ["vigente", [una(1, con("aprobado")), una(2, { ...con("rechazado"), anuladaEn: AT })]],
    ["en_votacion", [una(1, con("aprobado")), una(2)]],
  ] as const)("%s", (situacion, votaciones) => {
    expect(situacionAcuerdo({ estado: "vigente", adopcion: adopcionDe(votaciones) })).toBe(situacion)
  })
})
