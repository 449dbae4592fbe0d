import { readFileSync, writeFileSync } from "node:fs"
import { describeCommands } from "../../src/commands/describe.ts"
import { withCommandTable } from "./readme-table.ts"

const readme = new URL("../../README.md", import.meta.url)
writeFileSync(readme, withCommandTable(readFileSync(readme, "utf8"), describeCommands()))
