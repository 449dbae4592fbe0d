import { describe, expect, it } from "vitest"
import type { CommandContext } from "../../src/commands/definition/definition.ts"
import { allCommands } from "../../src/commands/registry.ts"
import { Buckets } from "../../src/commands/router/admision/buckets.ts"
import { Admission } from "../../src/commands/router/limits.ts"

const enlace = (persona: string) =>
  ({
    actor: {
      kind: "vinculado",
      persona: { id: persona },
      designaciones: [{ organoId: "ci", institucionId: "sre", calidad: "enlace" }],
    },
    organo: { id: "ci" },
  }) as unknown as CommandContext

describe("what a process takes", () => {
  it("of one institution is six orders for all of its people, at a hundredth of the usual size", () => {
    const admission = new Admission({ factor: 0.01, elapsed: () => 0 })
    const reached = Array.from({ length: 8 }, (_, i) => admission.known(enlace(`persona-${i}`)))
    expect(reached.map((one) => one?.ambito ?? null)).toEqual([
      ...Array(6).fill(null),
      "institucion",
      "institucion",
    ])
  })

  it("of one person is the same with as many accounts as they like", () => {
    const admission = new Admission({ factor: 0.01, elapsed: () => 0 })
    expect([admission.known(enlace("una")), admission.known(enlace("una"))]).toMatchObject([
      null,
      { ambito: "persona" },
    ])
  })

  it("is taken of all that it counts for or of none", () => {
    const buckets = new Buckets({ factor: 0.01, elapsed: () => 0 })
    const una = { ambito: "persona", clave: "una" } as const
    const sre = { ambito: "institucion", clave: "sre" } as const
    expect(buckets.take("orden", [una])).toBeNull()
    for (let i = 0; i < 20; i += 1)
      expect(buckets.take("orden", [sre, una])).toMatchObject({ ambito: "persona" })
    expect(buckets.take("orden", [sre])).toBeNull()
  })
})

describe("what is never refused", () => {
  it("is what somebody's right hangs on, and no more", () => {
    const never = allCommands
      .filter(({ limit }) => limit === "never")
      .map(({ name, subcommand }) => `${name} ${subcommand}`)
    expect(never.toSorted()).toEqual([
      "acuerdo votar",
      "acuerdo voto-particular",
      "plenaria corregir",
      "plenaria no-soy-yo",
      "plenaria responder",
      "sesion acuse",
      "sesion asistencia",
      "sesion suplente",
    ])
  })
})
