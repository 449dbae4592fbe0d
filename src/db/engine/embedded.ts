import { existsSync } from "node:fs"
import { statfs } from "node:fs/promises"
import { join } from "node:path"
import { PGlite } from "@electric-sql/pglite"
import type { InspectedDatabase } from "../../ports/diagnostico.ts"
import type { Logger } from "../../ports/logger.ts"
import { CHANGES_CHANNEL, type ChangeFeed } from "./change-feed.ts"
import type { BareDatabase, Engine } from "./engine.ts"
import { DatabaseUnavailable } from "./errors.ts"
import { exclusiveEmbedded } from "./exclusive.ts"
import { type FolderLock, lockFolder } from "./folder-lock.ts"
import { inspect } from "./inspect.ts"
import { migrate, type SqlConnection } from "./migrate.ts"
import { EmbeddedAdapterFactory } from "./pglite-adapter.ts"

/** PostgreSQL inside this process, in `<dataDir>/base`. One process at a time. */
export async function openEmbedded(dataDir: string, log: Logger): Promise<Engine> {
  const lock = lockFolder(dataDir)
  try {
    const base = await start(join(dataDir, "base"))
    try {
      const applied = await migrate(connectionOf(base))
      if (applied.length > 0) log.info({ applied }, "Base de datos incorporada al día.")
      return engineOf(base, lock)
    } catch (error) {
      await base.close()
      throw error
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** As it is, for whoever fills it; a folder that has none yet gets an empty one. */
export async function openBareEmbedded(dataDir: string): Promise<BareDatabase> {
  const lock = lockFolder(dataDir)
  try {
    const base = await start(join(dataDir, "base"))
    return { explain: (error) => error, connection: connectionOf(base), close: () => end(base, lock) }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** What `fill` does fits in an empty database, and this version brings it up to date; afterwards it is gone. */
export async function withScratch<T>(fill: (connection: SqlConnection) => Promise<T>): Promise<T> {
  const base = await start("memory://")
  try {
    const filled = await fill(connectionOf(base))
    await migrate(connectionOf(base))
    return filled
  } finally {
    await base.close()
  }
}

/**
 * Looks at the embedded database as it is: nothing is migrated. `null`: there is none yet. DataFolderInUse: the bot runs
 * on it.
 */
export async function inspectEmbedded(dataDir: string): Promise<InspectedDatabase | null> {
  const folder = join(dataDir, "base")
  if (!existsSync(folder)) return null
  const lock = lockFolder(dataDir)
  try {
    const base = await start(folder)
    try {
      const { bavail, bsize } = await statfs(folder)
      return { kind: "embebida", libres: bavail * bsize, ...(await inspect(connectionOf(base))) }
    } finally {
      await base.close()
    }
  } finally {
    lock.release()
  }
}

/** Of 128 MB by default, all resident from the start: the files are in the system's own cache anyway. */
const SHARED_BUFFERS = "16MB"

async function start(folder: string): Promise<PGlite> {
  try {
    const base = await PGlite.create(folder, {
      startParams: [...PGlite.defaultStartParams, "-c", `shared_buffers=${SHARED_BUFFERS}`],
    })
    // Prisma writes instants as UTC without saying so; PGlite would read them in the process's zone.
    await base.exec("SET TIME ZONE 'UTC'")
    return base
  } catch (error) {
    throw new DatabaseUnavailable(
      `No se pudo abrir la base de datos incorporada en «${folder}»: ${error instanceof Error ? error.message : String(error)}`,
      "Revise el espacio en disco y los permisos de DATA_DIR; si la carpeta se dañó, restaure su último respaldo en una carpeta vacía.",
      { cause: error },
    )
  }
}

function engineOf(base: PGlite, lock: FolderLock): Engine {
  return {
    kind: "embebida",
    adapter: new EmbeddedAdapterFactory(base),
    explain: (error) => error,
    query: async (sql, params) => (await base.query<Record<string, unknown>>(sql, [...params])).rows,
    // The only connection there is: whoever asks meanwhile waits.
    snapshot: (look) =>
      base.transaction(async (transaction) => {
        await transaction.exec("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        return look(connectionOf(transaction))
      }),
    listen: (changed) => listenForChanges(base, changed),
    exclusive: exclusiveEmbedded,
    close: () => end(base, lock),
  }
}

async function end(base: PGlite, lock: FolderLock): Promise<void> {
  try {
    if (!base.closed) await base.close()
  } finally {
    lock.release()
  }
}

/** The database is in this process: once it listens, it tells of each change before the commit is answered. */
function listenForChanges(base: PGlite, changed: () => void): ChangeFeed {
  let listening = false
  const started = base.listen(CHANGES_CHANNEL, changed).then(
    () => {
      listening = true
    },
    // Without it every answer is read from the database, which is right and slower.
    () => {},
  )
  return {
    trusted: () => listening && !base.closed,
    async close() {
      await started
      listening = false
    },
  }
}

function connectionOf(base: Pick<PGlite, "exec" | "query">): SqlConnection {
  return {
    run: async (sql) => void (await base.exec(sql)),
    rows: async (sql, params) =>
      (await base.query<Record<string, unknown>>(sql, params ? [...params] : undefined)).rows,
  }
}
