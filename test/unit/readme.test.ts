import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { describeCommands } from "../../src/commands/describe.ts"
import { withCommandTable } from "../support/readme-table.ts"

describe("the README", () => {
  it("lists the commands as they are defined (npm run docs brings it up to date)", () => {
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8")
    expect(readme).toBe(withCommandTable(readme, describeCommands()))
  })
})
