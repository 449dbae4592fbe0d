import { spawnSync } from "node:child_process"
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { describe, expect, it } from "vitest"
import { violations } from "./fence.ts"
import { type Import, importsIn, importsOf, isFile, root } from "./imports.ts"

const written = importsIn("src", "adapters")

/** What is said of a file with these imports, were it there. */
function planted(at: string, ...targets: readonly string[]): readonly string[] {
  const source = targets.map((target) => `import { planted } from "${target}"\n`).join("")
  const mine = importsOf(at, source)
  return violations(mine, [...written, ...mine])
}

describe("the layers' boundaries", () => {
  it("hold, by the table of layers.ts", () => {
    expect(written.length, "what is read").toBeGreaterThan(2_000)
    expect(violations(written)).toEqual([])
  })

  it.each([
    ["src/domain/planted.ts", "../cards/card.ts"],
    ["src/domain/planted.ts", "../ports/clock.ts"],
    ["src/domain/sesion/planted.ts", "../../cards/card.ts"],
    ["src/domain/planted.ts", "node:fs"],
    ["src/domain/planted.ts", "zod"],
    ["src/texts/planted.ts", "../cards/card.ts"],
    ["src/ports/planted.ts", "../app/consulta.ts"],
    ["src/ports/planted.ts", "zod"],
    ["src/cards/planted.ts", "../ports/clock.ts"],
    ["src/cards/sesion/planted.ts", "discord.js"],
    ["src/app/sesion/planted.ts", "../../commands/router.ts"],
    ["src/app/sesion/planted.ts", "../../db/open.ts"],
    ["src/app/sesion/planted.ts", "@prisma/client"],
    ["src/app/dia/planted.ts", "node-cron"],
    ["src/commands/sesion/planted.ts", "../../db/open.ts"],
    ["src/commands/sesion/planted.ts", "../../../adapters/registry.ts"],
    ["src/jobs/planted.ts", "node-cron"],
    ["src/jobs/scheduler.ts", "../commands/router.ts"],
    ["src/db/planted.ts", "../app/consulta.ts"],
    ["src/db/base/planted.ts", "@slack/web-api"],
    ["src/config/planted.ts", "../app/consulta.ts"],
    ["src/http/planted.ts", "../db/open.ts"],
    ["src/demo/planted.ts", "../composition.ts"],
    ["src/main.ts", "../adapters/registry.ts"],
    ["src/composition.ts", "../adapters/slack/index.ts"],
    ["src/composition.ts", "./db/engine/served.ts"],
    ["adapters/slack/planted.ts", "discord.js"],
    ["adapters/slack/planted.ts", "../discord/send.ts"],
    ["adapters/slack/planted.ts", "../../src/app/consulta.ts"],
    ["adapters/teams/planted.ts", "@slack/bolt"],
    ["adapters/teams/planted.ts", "pg"],
    ["adapters/registry.ts", "@slack/bolt"],
    ["adapters/registry.ts", "./slack/index.ts"],
  ])("refuse that %s imports %s", (at, target) => {
    expect(planted(at, target)).toHaveLength(1)
  })

  it.each([
    ["src/domain/sesion/planted.ts", "../tipos/sesion.ts", "temporal-polyfill"],
    ["src/cards/sesion/planted.ts", "../card.ts", "../../texts/fechas.ts", "../../domain/tipos/sesion.ts"],
    ["src/app/sesion/planted.ts", "../../ports/clock.ts", "../../cards/card.ts", "zod"],
    ["src/commands/sesion/planted.ts", "../../app/consulta.ts", "../router/definition.ts", "zod"],
    ["src/db/planted.ts", "../ports/clock.ts", "pg"],
    ["adapters/slack/planted.ts", "@slack/bolt", "../../src/ports/clock.ts", "./limits.ts"],
    ["adapters/teams/planted.ts", "botbuilder", "zod", "../../src/cards/card.ts"],
  ])("allow what %s needs", (at, ...targets) => {
    expect(planted(at, ...targets)).toEqual([])
  })

  it("hold for what is imported lazily, for types and for what is passed on", () => {
    for (const source of [
      `const card = await import("../cards/card.ts")`,
      `import type { Card } from "../cards/card.ts"`,
      `export type { Card } from "../cards/card.ts"`,
      `type Card = import("../cards/card.ts").Card`,
    ])
      expect(violations(importsOf("src/domain/planted.ts", source)), source).toEqual([
        "src/domain/planted.ts:1 imports src/cards/card.ts: src/domain may import nothing, and itself",
      ])
  })
})

describe("the order of the concepts", () => {
  it.each([
    ["src/app/mensaje/planted.ts", "../sesion/leer.ts", "in src/app, sesion comes after mensaje"],
    ["src/cards/acuerdo/planted.ts", "../votacion/votacion.ts", "in src/cards, votacion comes after acuerdo"],
    [
      "src/commands/opciones/planted.ts",
      "../sesion/lista.ts",
      "in src/commands, sesion comes after opciones",
    ],
    ["src/commands/sesion/planted.ts", "../registry.ts", "in src/commands, . comes after sesion"],
    ["src/domain/tiempo/planted.ts", "../sesion/sesion.ts", "in src/domain, sesion comes after tiempo"],
    ["src/ports/planted.ts", "./repositories/sesion.ts", "in src/ports, repositories comes after ."],
  ])("refuses that %s imports %s", (at, target, why) => {
    expect(planted(at, target)[0]).toContain(why)
  })

  it("lets a concept use those before it", () => {
    expect(planted("src/app/sesion/planted.ts", "../mensaje/plan.ts", "../consulta.ts")).toEqual([])
  })

  it("has a new folder closed until it gets its place", () => {
    expect(planted("src/app/acta/planted.ts", "../consulta.ts")[0]).toContain(
      "src/app/acta has no place in the order",
    )
    expect(planted("src/reportes/planted.ts", "../domain/tipos/sesion.ts")[0]).toContain("is in no layer")
  })
})

describe("the registry of adapters", () => {
  it("reaches no SDK but lazily: only platforms that are on are loaded", () => {
    const reached = new Set(["adapters/registry.ts"])
    const eager: Import[] = []
    for (const file of reached)
      for (const one of written)
        if (one.from === file && !one.lazy) {
          if (isFile(one.to)) reached.add(one.to)
          else eager.push(one)
        }
    expect([...reached]).toContain("adapters/slack/config.ts")
    const own = eager.filter(({ from }) => from.startsWith("adapters/"))
    expect([...new Set(own.map(({ to }) => to))].sort()).toEqual(["node:crypto", "zod"])
  })
})

describe("the machine's clock", () => {
  it("is refused in the core", () => {
    const clock = "export const now = new Date()\n"
    const files = [
      "src/domain/clock.ts",
      "src/app/clock.ts",
      "src/commands/sesion/clock.ts",
      "src/jobs/clock.ts",
    ]
    const output = linted(new Map(files.map((file) => [file, clock])))
    expect(output.match(/noRestrictedGlobals/g)).toHaveLength(files.length)
  })
})

/** What the linter says of planted files in a copy of the layout, under the project's own configuration. */
function linted(files: ReadonlyMap<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "plenaria-boundaries-"))
  try {
    copyFileSync(join(root, "biome.json"), join(folder, "biome.json"))
    for (const [path, source] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), source)
    }
    const biome = join(root, "node_modules/@biomejs/biome/bin/biome")
    const args = [
      "lint",
      "--colors=off",
      "--vcs-enabled=false",
      "--max-diagnostics=none",
      "--reporter=github",
    ]
    const run = spawnSync(process.execPath, [biome, ...args, "."], { cwd: folder, encoding: "utf8" })
    return run.stdout + run.stderr
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
