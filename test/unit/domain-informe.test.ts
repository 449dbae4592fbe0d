import { describe, expect, it } from "vitest"
import { type Informado, situacionEn, vaciosDe } from "../../src/domain/compromiso/informe.ts"

const de = (
  compromiso: Partial<Informado["compromiso"]> = {},
  acordadoEl: string | null = "2026-02-16",
  hoy = "2026-11-28",
) => {
  const informado: Informado = {
    compromiso: {
      estado: "pendiente",
      fechaCompromiso: "2026-03-13",
      fechaReprogramada: null,
      institucionId: "sre",
      cumplidoEl: null,
      ...compromiso,
    },
    acuerdo: { tipo: "con_seguimiento", estado: "vigente", adopcion: "aprobado" },
    acordadoEl,
  }
  const periodo = { desde: "2026-01-01", hasta: "2026-06-30" }
  return { informado, situacion: situacionEn(informado, periodo, hoy, new Set()) }
}
const resultado = (...args: Parameters<typeof de>) => de(...args).situacion?.resultado ?? null

describe("how a commitment stands at the end of a period", () => {
  it("was done in time or late, by the day on which it was reported", () => {
    expect(resultado({ estado: "atendido", cumplidoEl: "2026-03-13" })).toBe("a_tiempo")
    expect(de({ estado: "atendido", cumplidoEl: "2026-03-18" }).situacion).toEqual({
      resultado: "tarde",
      acordado: true,
      atraso: 3,
    })
    expect(resultado({ estado: "atendido", cumplidoEl: "2026-03-18", fechaReprogramada: "2026-03-31" })).toBe(
      "a_tiempo",
    )
    expect(resultado({ estado: "en_validacion", cumplidoEl: "2026-03-10" })).toBe("en_validacion")
  })

  it("is overdue at its end though it was done afterwards", () => {
    expect(resultado({ estado: "atendido", cumplidoEl: "2026-08-03" })).toBe("vencido")
    expect(resultado({ fechaCompromiso: "2026-08-03" })).toBe("en_plazo")
    expect(resultado({ fechaCompromiso: "2026-08-03" }, "2026-02-16", "2026-03-01")).toBe("en_plazo")
  })

  it("says that something is not on record, and does not suppose it", () => {
    expect(resultado({ estado: "atendido" })).toBe("sin_constancia")
    expect(resultado({ fechaCompromiso: null })).toBe("sin_fecha")
    expect(resultado({ estado: "permanente", fechaCompromiso: null })).toBe("permanente")
  })

  it("is none of a period before it was agreed, or after it was done or cancelled", () => {
    expect(resultado({}, "2026-07-01")).toBeNull()
    expect(resultado({ estado: "atendido", cumplidoEl: "2025-12-20" }, "2025-11-01")).toBeNull()
    expect(resultado({ estado: "cancelado" })).toBeNull()
    expect(de({}, "2025-11-01").situacion).toMatchObject({ resultado: "vencido", acordado: false })
    expect(resultado({ estado: "atendido", fechaCompromiso: "2025-11-20" }, "2025-11-01")).toBeNull()
  })

  it("has gaps that somebody has to fill", () => {
    const vacios = (compromiso: Partial<Informado["compromiso"]>, evidencia = false) => {
      const { informado, situacion } = de(compromiso)
      return situacion === null ? null : vaciosDe(informado, situacion, evidencia)
    }
    expect(vacios({})).toEqual([])
    expect(vacios({ estado: "atendido" })).toEqual(["sin_evidencia", "sin_dia_de_cumplimiento"])
    expect(vacios({ estado: "atendido", cumplidoEl: "2026-03-10" }, true)).toEqual([])
    expect(vacios({ fechaCompromiso: null, institucionId: null })).toEqual(["sin_fecha", "sin_responsable"])
  })
})
