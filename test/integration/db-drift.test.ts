import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, it, onTestFinished } from "vitest"
import { diffMigrationsToSchema } from "../../prisma/schema-engine.ts"

it("the migrations lead exactly to the schema", async () => {
  expect(await diffMigrationsToSchema()).toBe("")
})

it("migrations are found wanting when the schema says more", async () => {
  const migrations = mkdtempSync(join(tmpdir(), "plenaria-migraciones-"))
  onTestFinished(() => rmSync(migrations, { recursive: true }))
  mkdirSync(join(migrations, "20240101000000_inicio"))
  writeFileSync(
    join(migrations, "20240101000000_inicio/migration.sql"),
    `CREATE TABLE "persona" ("id" TEXT NOT NULL, CONSTRAINT "persona_pkey" PRIMARY KEY ("id"));`,
  )
  const schema = `
    generator client {
      provider = "prisma-client"
    }
    datasource db {
      provider = "postgresql"
    }
    model persona {
      id    String  @id
      apodo String?
    }`
  expect(await diffMigrationsToSchema(schema, migrations)).toBe(
    '-- AlterTable\nALTER TABLE "persona" ADD COLUMN     "apodo" TEXT;\n',
  )
})
