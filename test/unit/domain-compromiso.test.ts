import { describe, expect, it } from "vitest"
import {
  estaAbierto,
  estadoVisible,
  estaVencido,
  fechaVigente,
} from "../../src/domain/compromiso/compromiso.ts"
import type { EstadoCompromiso } from "../../src/domain/tipos/compromiso.ts"

const con = (
  estado: EstadoCompromiso,
  fechaCompromiso: string | null,
  fechaReprogramada: string | null = null,
) => ({
  estado,
  fechaCompromiso,
  fechaReprogramada,
})

describe("a compromiso", () => {
  it("is due on its second date once it was reprogrammed", () => {
    expect(fechaVigente(con("pendiente", "2024-04-03", "2024-05-15"))).toBe("2024-05-15")
    expect(fechaVigente(con("pendiente", "2024-04-03"))).toBe("2024-04-03")
    expect(fechaVigente(con("pendiente", null))).toBeNull()
  })

  it("is overdue the day after its date, never on it", () => {
    expect(estaVencido(con("pendiente", "2024-03-15"), "2024-03-15")).toBe(false)
    expect(estaVencido(con("pendiente", "2024-03-15"), "2024-03-16")).toBe(true)
    expect(estaVencido(con("pendiente", "2024-03-15", "2024-04-15"), "2024-03-16")).toBe(false)
    expect(estaVencido(con("pendiente", null), "2030-01-01")).toBe(false)
  })

  it.each([
    ["pendiente", true, "no_atendido"],
    ["en_proceso", true, "no_atendido"],
    ["en_validacion", false, "en_validacion"],
    ["atendido", false, "atendido"],
    ["cancelado", false, "cancelado"],
    ["permanente", false, "permanente"],
  ] as const)("that is %s is owed: %s, and after its date reads %s", (estado, abierto, visible) => {
    expect(estaAbierto(con(estado, "2024-03-15"))).toBe(abierto)
    expect(estadoVisible(con(estado, "2024-03-15"), "2024-03-16")).toBe(visible)
    expect(estadoVisible(con(estado, "2024-03-15"), "2024-03-15")).toBe(estado)
  })
})
