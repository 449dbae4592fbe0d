import { describe, expect, it } from "vitest"
import { type ActoSesion, actosPosibles, transicionSesion } from "../../src/domain/sesion/transiciones.ts"
import type { EstadoSesion } from "../../src/domain/tipos/sesion.ts"

const follow = (...acts: readonly ActoSesion[]) =>
  acts.reduce<EstadoSesion | ActoSesion>((state, act) => {
    const next = transicionSesion(act, state as EstadoSesion)
    return next.kind === "permitida" ? next.estado : act
  }, "programada")

describe("the life of a session", () => {
  it("goes from its convocatoria to its clausura", () => {
    expect(follow("editar", "convocar", "rectificar", "instalar", "recesar", "reanudar", "clausurar")).toBe(
      "clausurada",
    )
  })

  it("without quórum goes on with a second call", () => {
    expect(follow("convocar", "declarar_sin_quorum", "segunda_convocatoria", "instalar")).toBe("instalada")
  })

  it("may be deferred and convened again, or cancelled", () => {
    expect(follow("convocar", "diferir", "convocar")).toBe("convocada")
    expect(follow("convocar", "diferir", "cancelar")).toBe("cancelada")
  })

  it.each<[ActoSesion, EstadoSesion]>([
    ["convocar", "convocada"],
    ["instalar", "programada"],
    ["clausurar", "convocada"],
    ["editar", "convocada"],
    ["cancelar", "instalada"],
    ["rectificar", "clausurada"],
  ])("refuses to %s one that is %s, and says from where it could", (act, state) => {
    const refused = transicionSesion(act, state)
    expect(refused.kind).toBe("fuera_de_estado")
    if (refused.kind === "fuera_de_estado") expect(refused.desde.length).toBeGreaterThan(0)
  })

  it("ends with nothing more to do", () => {
    expect(actosPosibles("clausurada")).toEqual([])
    expect(actosPosibles("cancelada")).toEqual([])
  })
})
