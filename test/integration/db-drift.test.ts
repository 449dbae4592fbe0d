import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { diffMigrationsToSchema, schemaPath } from "../../prisma/schema-engine.ts"

describe("the migrations", () => {
  it("lead exactly to the schema", async () => {
    expect(await diffMigrationsToSchema()).toBe("")
  })

  it("are found wanting when the schema says more", async () => {
    const schema = readFileSync(schemaPath, "utf8").replace(
      "model Persona {",
      "model Persona {\n  apodo String?",
    )
    expect(await diffMigrationsToSchema(schema)).toContain(
      'ALTER TABLE "persona" ADD COLUMN     "apodo" TEXT',
    )
  })
})
