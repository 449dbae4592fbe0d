import { describe, expect, it } from "vitest"
import { type EntradaNovedad, novedadDe } from "../../src/domain/compromiso/novedad.ts"

const de = (
  compromiso: Partial<EntradaNovedad["compromiso"]> = {},
  actos: readonly (readonly [string, string])[] = [],
  completo = true,
) =>
  novedadDe({
    compromiso: {
      estado: "en_proceso",
      fechaCompromiso: "2024-07-15",
      fechaReprogramada: null,
      prorrogaPedida: null,
      ...compromiso,
    },
    acuerdo: { tipo: "con_seguimiento", estado: "vigente", adopcion: "aprobado" },
    actos: actos.map(([tipo, dia]) => ({ tipo: `compromiso.${tipo}`, dia })),
    desde: "2024-05-15",
    hoy: "2024-06-11",
    completo,
  })

describe("what became of a commitment since the last session", () => {
  it("is only what changed: what was reported before, or overdue already, is no news", () => {
    expect(de()).toBeNull()
    expect(de({}, [["avance", "2024-05-14"]])).toBeNull()
    expect(de({}, [["avance", "2024-05-15"]])).toBe("avance")
    expect(de({ fechaCompromiso: "2024-05-14" })).toBeNull()
    expect(de({ fechaCompromiso: "2024-06-10" })).toBe("vencio")
    expect(de({ estado: "atendido" }, [["validar", "2024-05-01"]])).toBeNull()
    expect(de({ estado: "atendido" }, [["validar", "2024-06-01"]])).toBe("cerrado")
  })

  it("is what the session has to decide first", () => {
    const actos = [
      ["avance", "2024-06-01"],
      ["reprogramar", "2024-06-02"],
    ] as const
    expect(de({ fechaCompromiso: "2024-06-10", prorrogaPedida: "2024-08-01" }, actos)).toBe("prorroga")
    expect(de({}, actos)).toBe("fecha")
    expect(de({ estado: "en_validacion" }, [["cumplido", "2024-06-01"]])).toBe("avance")
  })

  it("is less for whoever may not read what was reported and asked for", () => {
    const actos = [["avance", "2024-06-01"]] as const
    expect(de({ prorrogaPedida: "2024-08-01" }, actos, false)).toBeNull()
    expect(de({ fechaCompromiso: "2024-06-10", prorrogaPedida: "2024-08-01" }, actos, false)).toBe("vencio")
  })
})
