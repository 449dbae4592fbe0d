import { existsSync, readdirSync, readFileSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { PGlite } from "@electric-sql/pglite"
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils"
import type * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg"
import { EmbeddedAdapterFactory } from "../src/db/engine/pglite-adapter.ts"

export const prismaFolder = dirname(fileURLToPath(import.meta.url))
export const migrationsFolder = join(prismaFolder, "migrations")
export const schemaPath = join(prismaFolder, "schema.prisma")

/**
 * SQL that takes a database with all migrations applied to what a schema says; empty when they agree.
 * Prisma's own engine, compiled to WebAssembly, works it out on a scratch database in memory.
 */
export async function diffMigrationsToSchema(
  schema = readFileSync(schemaPath, "utf8"),
  migrations: string = migrationsFolder,
): Promise<string> {
  loaded ??= loadEngine()
  const { SchemaEngine } = await loaded
  const scratch = await PGlite.create()
  const adapter = bindMigrationAwareSqlAdapterFactory(new EmbeddedAdapterFactory(scratch))
  const engine = await SchemaEngine.new({ datamodels: [[schemaPath, schema]] }, () => {}, adapter)
  try {
    const result = await engine.diff({
      from: { tag: "migrations", ...migrationList(migrations) },
      to: { tag: "schemaDatamodel", files: [{ path: schemaPath, content: schema }] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    })
    return result.exitCode === 0 ? "" : (result.stdout ?? "")
  } finally {
    engine.free()
    await scratch.close()
  }
}

function migrationList(baseDir: string) {
  const names = existsSync(baseDir)
    ? readdirSync(baseDir, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : []
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: names.map((path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: readFileSync(join(baseDir, path, "migration.sql"), "utf8") },
      },
    })),
  }
}

let loaded: Promise<typeof engineModule> | undefined

/**
 * The package expects a bundler to load its WebAssembly; this does by hand what the bundler would. Once: its glue
 * keeps one instance.
 */
async function loadEngine(): Promise<typeof engineModule> {
  const glue = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg")
  const engine: typeof engineModule & { __wbg_set_wasm(exports: unknown): void } = await import(
    pathToFileURL(glue).href
  )
  const bytes = await readFile(join(dirname(glue), "schema_engine_bg.wasm"))
  const { instance } = await webAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": engine,
  })
  engine.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return engine
}

/** Node has it; the types that go with a browser's are not part of this project. */
const { WebAssembly: webAssembly } = globalThis as unknown as {
  readonly WebAssembly: {
    instantiate(
      bytes: Uint8Array,
      imports: object,
    ): Promise<{ readonly instance: { readonly exports: { __wbindgen_start(): void } } }>
  }
}
