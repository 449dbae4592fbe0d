// Writes the database client (src/db/generated) without touching the network: `prisma generate` insists on a schema
// engine that it does not use and would download; any existing file in its place keeps it quiet.
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = dirname(dirname(fileURLToPath(import.meta.url)))
if (!existsSync(join(root, "prisma/schema.prisma"))) process.exit(0)

const prisma = createRequire(import.meta.url).resolve("prisma/build/index.js")
const run = spawnSync(process.execPath, [prisma, "generate"], {
  cwd: root,
  encoding: "utf8",
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  },
})
if (run.status !== 0) {
  process.stderr.write(`${run.stdout ?? ""}${run.stderr ?? ""}${run.error?.message ?? ""}\n`)
  process.stderr.write("No se pudo generar el cliente de la base de datos (prisma generate).\n")
  process.exit(1)
}
