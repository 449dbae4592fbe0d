import { execFile } from "node:child_process"
import { existsSync } from "node:fs"
import { rename } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { inject } from "vitest"
import { PlenariaProcess } from "./process.ts"
import { Sql } from "./sql.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))
/** Programs of the tests' own, compiled like the ones that users start. */
const OF_TESTS = {
  "obrero.mjs": "test/support/obrero.ts",
  "embedded-writer.mjs": "test/support/embedded-writer.ts",
}

let compiled: Promise<string> | null = null

/**
 * The folder of what `npm run build` leaves, made once in a run by whoever first asks. A process of it begins in a tenth
 * of the time that one of the sources takes, which `npm-start.test.ts` starts.
 */
function compiledProgram(): Promise<string> {
  compiled ??= compile(join(inject("scratch"), "compilado"))
  return compiled
}

async function compile(folder: string): Promise<string> {
  await Sql.using(inject("postgresUrl"), async (sql) => {
    // Test files run at the same time in several processes. Freed when the connection ends.
    await sql.rows("SELECT pg_advisory_lock(hashtext('compilado'))")
    if (existsSync(folder)) return
    const unfinished = `${folder}-sin-terminar`
    const build = ["build.mjs", unfinished, ...Object.values(OF_TESTS)]
    await promisify(execFile)(process.execPath, build, { cwd: root })
    await rename(unfinished, folder)
  })
  return folder
}

/** Where a program of the tests' own stands, to be started by `node` alone. */
export async function compiledPath(program: keyof typeof OF_TESTS): Promise<string> {
  return join(await compiledProgram(), program)
}

/** Plenaria as its users start it, from what was compiled. */
export async function startCompiled(env: Readonly<Record<string, string>>): Promise<PlenariaProcess> {
  return new PlenariaProcess("main.mjs", [], env, { cwd: await compiledProgram() })
}

/** Runs the `plenaria` command to its end. */
export async function plenaria(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Awaited<PlenariaProcess["finished"]>> {
  return new PlenariaProcess("plenaria.mjs", args, env, { cwd: await compiledProgram() }).finished
}
