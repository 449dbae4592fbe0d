import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { inject } from "vitest"
import { cargarDemo } from "../../src/app/importacion/cargar-demo.ts"
import { systemClock } from "../../src/clock.ts"
import { openDatabase } from "../../src/db/open.ts"
import { silentLog } from "./silent-log.ts"
import { Sql } from "./sql.ts"

/** What stands in an embedded database already: only its tables, or the demonstration too, around today. */
export type Contents = "tables" | "demonstration"

export interface DataFolder {
  readonly path: string
  remove(): void
}

/** An empty folder, in which the embedded database does not exist yet. */
export function emptyDataFolder(): DataFolder {
  const path = mkdtempSync(join(tmpdir(), "plenaria-carpeta-"))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/**
 * A folder of its own with an embedded database. Making one costs seconds of processor time: it is made once in a run,
 * by whoever first asks, and copied for everybody.
 */
export async function createDataFolder(contents: Contents): Promise<DataFolder> {
  const original = join(inject("scratch"), `carpeta-${contents}`)
  if (!existsSync(original)) await makeOnce(original, contents)
  const folder = emptyDataFolder()
  cpSync(original, folder.path, { recursive: true })
  return folder
}

/** Test files run at the same time in several processes: one makes the folder, the others wait for it. */
function makeOnce(original: string, contents: Contents): Promise<void> {
  return Sql.using(inject("postgresUrl"), async (sql) => {
    // Freed when the connection ends.
    await sql.rows("SELECT pg_advisory_lock(hashtext($1))", [original])
    if (existsSync(original)) return
    const unfinished = `${original}-sin-terminar`
    rmSync(unfinished, { recursive: true, force: true })
    const database = await openDatabase({ databaseUrl: null, dataDir: unfinished }, silentLog)
    try {
      if (contents === "demonstration")
        await cargarDemo({ importacion: database.importacion, clock: systemClock })
    } finally {
      await database.close()
    }
    renameSync(unfinished, original)
  })
}
