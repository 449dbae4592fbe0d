import { spawnSync } from "node:child_process"
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"

const root = fileURLToPath(new URL("../..", import.meta.url))
const biome = join(root, "node_modules/@biomejs/biome/bin/biome")

/** Lints planted files in a copy of the layout, under the project's own configuration; returns what was found in each. */
function lintPlanted(files: ReadonlyMap<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "plenaria-boundaries-"))
  try {
    copyFileSync(join(root, "biome.json"), join(folder, "biome.json"))
    for (const [path, source] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), source)
    }
    const args = [
      "lint",
      "--colors=off",
      "--vcs-enabled=false",
      "--max-diagnostics=none",
      "--reporter=github",
      ".",
    ]
    const run = spawnSync(process.execPath, [biome, ...args], { cwd: folder, encoding: "utf8" })
    return run.stdout + run.stderr
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Each layer, with what it must not import and what it may. A rule that reads nothing would let the first pass. */
const layers = [
  {
    at: "src/domain/planted.ts",
    refuses: ["../cards/card.ts", "../ports/clock.ts", "node:fs", "zod"],
    allows: ["./tipos.ts", "temporal-polyfill"],
  },
  {
    at: "src/ports/planted.ts",
    refuses: ["../app/x.ts", "../db/open.ts", "@slack/bolt", "zod"],
    allows: ["../domain/tipos.ts", "../cards/card.ts"],
  },
  {
    at: "src/texts/planted.ts",
    refuses: ["../app/x.ts", "../ports/clock.ts"],
    allows: ["../domain/tipos.ts"],
  },
  {
    at: "src/cards/planted.ts",
    refuses: ["../app/x.ts", "../db/open.ts", "discord.js"],
    allows: ["../domain/tipos.ts", "../texts/fechas.ts"],
  },
  {
    at: "src/app/planted.ts",
    refuses: ["../commands/router.ts", "../db/open.ts", "@prisma/client", "node-cron"],
    allows: ["../ports/clock.ts", "../cards/card.ts"],
  },
  {
    at: "src/commands/planted.ts",
    refuses: ["../db/open.ts", "../../adapters/registry.ts", "../jobs/tick.ts", "discord.js"],
    allows: ["../app/x.ts", "zod"],
  },
  {
    at: "src/jobs/planted.ts",
    refuses: ["node-cron", "../db/open.ts", "../commands/router.ts"],
    allows: ["../app/x.ts"],
  },
  {
    at: "src/db/planted.ts",
    refuses: ["../commands/router.ts", "../../adapters/registry.ts", "@slack/web-api"],
    allows: ["@prisma/adapter-pg", "../ports/clock.ts"],
  },
  { at: "src/config/planted.ts", refuses: ["../app/x.ts", "../db/open.ts"], allows: ["zod", "pino"] },
  {
    at: "adapters/slack/planted.ts",
    refuses: [
      "discord.js",
      "../discord/send.ts",
      "../../src/app/x.ts",
      "../../src/db/open.ts",
      "../../src/commands/router.ts",
    ],
    allows: ["@slack/bolt", "../../src/ports/clock.ts"],
  },
  {
    at: "adapters/discord/planted.ts",
    refuses: ["@slack/bolt", "../slack/send.ts", "../../src/db/open.ts"],
    allows: ["discord.js", "../../src/cards/card.ts"],
  },
  {
    at: "adapters/consola/planted.ts",
    refuses: ["@slack/bolt", "discord.js", "../slack/send.ts", "../../src/db/open.ts"],
    allows: ["express", "../../src/cards/card.ts"],
  },
  {
    at: "adapters/registry.ts",
    refuses: ["@slack/bolt", "discord.js", "../src/db/open.ts"],
    allows: ["zod", "../src/ports/clock.ts"],
  },
] as const

const importing = (target: string) => `import { planted } from "${target}"\nexport const used = planted\n`
const plantedAt = (at: string, kind: string, index: number) =>
  at.endsWith("registry.ts") ? `${kind}${index}/${at}` : at.replace("planted.ts", `${kind}${index}.ts`)

describe("the layers' boundaries", () => {
  it("refuse every import of what lies above, and allow what lies below", () => {
    const refused = new Map<string, string>()
    const allowed = new Map<string, string>()
    for (const layer of layers) {
      layer.refuses.forEach((target, i) => {
        refused.set(plantedAt(layer.at, "refused", i), importing(target))
      })
      layer.allows.forEach((target, i) => {
        allowed.set(plantedAt(layer.at, "allowed", i), importing(target))
      })
    }
    const output = lintPlanted(new Map([...refused, ...allowed]))
    const violations = output.split("\n").filter((line) => line.includes("noRestrictedImports"))
    const hit = (path: string) => violations.some((line) => line.includes(`/${path},`))
    expect([...refused.keys()].filter((path) => !hit(path))).toEqual([])
    expect([...allowed.keys()].filter(hit)).toEqual([])
  })

  it("refuse the machine's clock in the core", () => {
    const clock = "export const now = new Date()\n"
    const output = lintPlanted(
      new Map([
        ["src/domain/clock.ts", clock],
        ["src/app/clock.ts", clock],
        ["src/commands/clock.ts", clock],
      ]),
    )
    expect(output.match(/noRestrictedGlobals/g)).toHaveLength(3)
  })

  it("has a contract test for every adapter's folder, and the same file names in each", () => {
    const adapters = readdirSync(`${root}/adapters`, { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    )
    expect(adapters.map((entry) => entry.name).sort()).toEqual(["consola", "discord", "slack"])
    for (const { name } of adapters) {
      expect(existsSync(`${root}/test/contract/${name}.test.ts`), `test/contract/${name}.test.ts`).toBe(true)
      for (const file of ["index", "config", "receive", "send", "render", "limits", "outcomes", "identity"]) {
        expect(existsSync(`${root}/adapters/${name}/${file}.ts`), `adapters/${name}/${file}.ts`).toBe(true)
      }
    }
  })
})
