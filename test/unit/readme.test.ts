import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { describeCommands } from "../../src/commands/describe.ts"
import { documentoDeOrdenes, withCommandTable } from "../support/ordenes-documento.ts"

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8")

describe("the commands in the documentation", () => {
  it("are those that are defined, in the README the ten of every day (npm run docs brings both up to date)", () => {
    const readme = read("README.md")
    expect(readme).toBe(withCommandTable(readme, describeCommands()))
    expect(readme.match(/^\| `\//gmu)).toHaveLength(10)
    expect(read("docs/ordenes.md")).toBe(documentoDeOrdenes(describeCommands()))
  })
})
