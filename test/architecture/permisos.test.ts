import { describe, expect, it } from "vitest"
import { allCommands } from "../../src/commands/registry.ts"
import { targetOf } from "../../src/commands/router/usage.ts"
import { filesIn, sourceOf } from "./imports.ts"

/** What somebody is to a body: a command says in its `audience` what it asks of it, and nothing else asks it. */
const SOBRE_EL_PAPEL =
  /\b(?:esSecretariaTecnica|conduce|esDelOrgano|integra|respondePorInstitucion|atiendeEntregas|tieneVoto|calidades)\(|\.calidad\s*[!=]==|\.designaciones\b/gu
/** The rule itself; what is written to the log; the roles of the matrix; what somebody is shown of themselves. */
const DE_OFICIO = [
  "src/commands/definition/audience.ts",
  "src/commands/router/scope.ts",
  // How much of each is taken, not whether.
  "src/commands/router/limits.ts",
  "src/commands/permisos/papeles.ts",
  "src/commands/ayuda/quien-soy.ts",
]
const files = filesIn("src/commands")
const decide = (source: string): readonly string[] => source.match(SOBRE_EL_PAPEL) ?? []

describe("who may use a command", () => {
  it("is decided by its definition: no handler asks what somebody is", () => {
    const found = files
      .filter((path) => !DE_OFICIO.includes(path))
      .flatMap((path) => decide(sourceOf(path)).map((said) => `${path}: ${said}`))
    expect(found).toEqual([])
  })

  it("would be seen in a handler", () => {
    for (const planted of [
      "if (!esSecretariaTecnica(actor, organo.id)) return",
      'if (post.calidad === "enlace") return',
      "actor.designaciones.some(ok)",
    ])
      expect(decide(planted)).toHaveLength(1)
    expect(decide("vePunto(actor, punto, sesion)")).toEqual([])
  })

  it("is asked about by the name of a command that there is", () => {
    const named = files.flatMap((path) =>
      [...sourceOf(path).matchAll(/\bpuede\("([^"]+)"\)/gu)].map(([, target = ""]) => target),
    )
    const known = allCommands.map(targetOf)
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter((target) => !known.includes(target))).toEqual([])
  })
})
