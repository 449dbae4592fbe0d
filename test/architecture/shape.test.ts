import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"
import { describe, expect, it } from "vitest"
import { adapterRegistry } from "../../adapters/registry.ts"
import {
  cycles,
  filesIn,
  folderOf,
  type Import,
  importsIn,
  importsOf,
  parsed,
  root,
  sourceOf,
} from "./imports.ts"

const written = importsIn("src", "adapters")
const itself = (file: string) => file
/** Main, command line, core, composition, clock: they put the folders together, and are nobody's. */
const inFolders = ({ from, to }: Import) => folderOf(from) !== "src" && folderOf(to) !== "src"

describe("the tree", () => {
  it("has no file that needs one that needs it, types included", () => {
    expect(cycles(written, itself)).toEqual([])
  })

  it("has no folder that needs one that needs it", () => {
    expect(cycles(written.filter(inFolders), folderOf)).toEqual([])
  })

  it("would tell of either", () => {
    const back = importsOf("src/domain/tipos/sesion.ts", `import type { A } from "../sesion/sesion.ts"`)
    expect(cycles([...written, ...back], itself)).toContain(
      "src/domain/tipos/sesion.ts:1 → src/domain/sesion/sesion.ts",
    )
    const other = importsOf("src/app/mensaje/planted.ts", `import { a } from "../sesion/leer.ts"`)
    expect(cycles([...written, ...other].filter(inFolders), folderOf)).toContain(
      "src/app/mensaje/planted.ts:1 → src/app/sesion/leer.ts",
    )
  })

  it("has at most 20 files in a folder", () => {
    const counts = new Map<string, number>()
    for (const file of filesIn("src")) counts.set(folderOf(file), (counts.get(folderOf(file)) ?? 0) + 1)
    expect([...counts].filter(([, count]) => count > 20)).toEqual([])
  })
})

describe("the adapters", () => {
  const ids = adapterRegistry.map(({ id }) => id)
  const folders = readdirSync(join(root, "adapters"), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  )

  it("are the folders that there are, by names that mean nothing else", () => {
    expect([...ids].sort()).toEqual([...folders].sort())
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id, "by what means somebody acted").not.toMatch(/^(cli|sistema)$/)
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*$/)
  })

  it("have a contract test each, and the same file names", () => {
    for (const id of ids) {
      expect(existsSync(join(root, `test/contract/${id}.test.ts`)), `test/contract/${id}.test.ts`).toBe(true)
      for (const file of [
        "definition",
        "config",
        "identity",
        "index",
        "limits",
        "outcomes",
        "receive",
        "render",
        "send",
      ])
        expect(existsSync(join(root, `adapters/${id}/${file}.ts`)), `adapters/${id}/${file}.ts`).toBe(true)
    }
  })

  it("are named nowhere in src: what tells them apart is their own definition", () => {
    // The demonstration is the console's.
    const files = filesIn("src").filter((file) => file !== "src/ports/console-demo.ts")
    const naming = files.flatMap((file) =>
      literalsOf(file, ids).flatMap((text) => (ids.includes(text) ? [file] : [])),
    )
    expect(naming).toEqual([])
  })
})

/** Of a source that has some of them; none of any other. */
function literalsOf(path: string, sought: readonly string[]): readonly string[] {
  if (!sought.some((text) => sourceOf(path).includes(text))) return []
  const texts: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(parsed(path, sourceOf(path)))
  return texts
}

describe("the tests", () => {
  const tests = importsIn("test")

  it("build an adapter by itself only for its contract; everything else is composed as npm start does", () => {
    const building = tests.filter(
      ({ from, to }) => /^adapters\/[^/]+\/index\.ts$/.test(to) && !/^test\/(contract|support)\//.test(from),
    )
    expect(building).toEqual([])
  })

  it("put no router or scheduler behind a platform by themselves", () => {
    const PARTS = ["src/commands/router.ts", "src/jobs/scheduler.ts", "src/jobs/tick.ts"]
    const beforeAPlatform =
      /^test\/support\/(bot|consola|eco\/.+|fake-(discord|slack)\/harness|sala\/.+)\.ts$/
    const platform = new Set(tests.filter(({ to }) => beforeAPlatform.test(to)).map(({ from }) => from))
    const composing = tests.filter(({ from, to }) => platform.has(from) && PARTS.includes(to))
    expect(composing.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })
})
