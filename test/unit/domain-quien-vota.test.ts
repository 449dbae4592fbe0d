import { describe, expect, it } from "vitest"
import type { Calidad } from "../../src/domain/tipos/directorio.ts"
import type { Actor } from "../../src/domain/visibilidad/actor.ts"
import { puedeVotar } from "../../src/domain/votacion/quien-vota.ts"

const ASIENTO = { organoId: "ci", institucionId: "sre" }

function con(calidad: Calidad, oficio: string | null = "SRE/1/2026", institucionId = "sre"): Actor {
  const persona = { id: "p", clave: "p", nombre: "P", titulo: null, cargo: null, origen: "demo" } as const
  const post = { id: "d", personaId: "p", organoId: "ci", institucionId, calidad, oficio }
  return { kind: "vinculado", persona, designaciones: [{ ...post, desde: "2026-01-01", hasta: null }] }
}

describe("the vote of an institution is cast", () => {
  it.each([
    ["its titular", con("titular"), "titular", true],
    ["whoever presides for it", con("presidencia"), "titular", true],
    ["its suplente, by oficio", con("suplente"), "suplente", true],
    ["a suplente whose oficio is not registered", con("suplente", null), "suplente", false],
    ["its titular, while the roll-call has a suplente", con("titular"), "suplente", false],
    ["its suplente, while the roll-call has the titular", con("suplente"), "titular", false],
    ["its enlace", con("enlace"), "titular", false],
    ["its enlace, while the roll-call has a suplente", con("enlace"), "suplente", false],
    ["a participante", con("participante"), "titular", false],
    ["the titular of another one", con("titular", null, "fgr"), "titular", false],
    ["somebody not linked", { kind: "sin_vincular" } as const, "titular", false],
  ] as const)("by %s", (_, actor, enSala, puede) => {
    expect(puedeVotar(actor, ASIENTO, enSala)).toBe(puede)
  })

  it("not by a post in another body", () => {
    expect(puedeVotar(con("titular"), { ...ASIENTO, organoId: "otro" }, "titular")).toBe(false)
  })
})
