import { linkSync, mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs"
import { hostname } from "node:os"
import { join } from "node:path"
import { z } from "zod"
import { DatabaseUnavailable, DataFolderInUse } from "./errors.ts"

const LOCK_FILE = "en-uso.json"
/** Replacing a stale lock takes a moment; a replacement older than this was cut short. */
const TAKEOVER_MS = 10_000

const holderSchema = z.object({
  pid: z.number().int().positive(),
  host: z.string(),
  /** Instant at which the folder was taken, so that an operator can recognise the process. */
  started: z.string(),
  /** Tells the process from a later one with the same number; `null` where the system does not say. */
  birth: z.string().nullable(),
})
type Holder = z.infer<typeof holderSchema>

export interface FolderLock {
  release(): void
}

/** Locks of this process: its own number in a file proves nothing, since numbers repeat after a restart. */
const heldHere = new Set<string>()

/**
 * Takes a data folder for this process. The embedded database does not lock its own folder, and two processes
 * writing to it would ruin it. A lock left by a process that died on this machine is replaced.
 */
export function lockFolder(folder: string): FolderLock {
  const path = join(folder, LOCK_FILE)
  const mine: Holder = {
    pid: process.pid,
    host: hostname(),
    started: new Date().toISOString(),
    birth: birthOf(process.pid),
  }
  const taken = explainingFailures(folder, () => {
    mkdirSync(folder, { recursive: true })
    return create(path, mine) || replaceStale(path, mine)
  })
  if (!taken) throw inUse(folder, path, readHolder(path))
  heldHere.add(path)
  return {
    release() {
      if (!heldHere.delete(path)) return
      if (readHolder(path)?.started === mine.started) rmSync(path, { force: true })
    },
  }
}

/** Written whole under another name first: whoever finds the lock can read it. `false`: there is one already. */
function create(path: string, holder: Holder): boolean {
  const draft = `${path}.${holder.pid}`
  const text = `${JSON.stringify(holder)}\n`
  try {
    writeFileSync(draft, text, { mode: 0o600 })
    linkSync(draft, path)
    return true
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false
    // Some network folders have no hard links.
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"].includes(codeOf(error))) throw error
    return createDirectly(path, text)
  } finally {
    rmSync(draft, { force: true })
  }
}

function createDirectly(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { mode: 0o600, flag: "wx" })
    return true
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false
    throw error
  }
}

/** Two processes that find the same stale lock must not both replace it: only one gets the takeover folder. */
function replaceStale(path: string, mine: Holder): boolean {
  if (!isStale(path)) return false
  const takeover = `${path}.relevo`
  if (!enter(takeover)) return false
  try {
    if (!isStale(path)) return false
    rmSync(path, { force: true })
    return create(path, mine)
  } finally {
    rmdirSync(takeover)
  }
}

function enter(takeover: string): boolean {
  try {
    mkdirSync(takeover)
    return true
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error
    if (Date.now() - (statSync(takeover, { throwIfNoEntry: false })?.mtimeMs ?? 0) < TAKEOVER_MS) return false
    rmdirSync(takeover)
    return enter(takeover)
  }
}

/** Taken on this machine by a process that is gone. A lock that cannot be read is not stale: somebody must look. */
function isStale(path: string): boolean {
  const holder = readHolder(path)
  if (holder === null || holder.host !== hostname()) return false
  if (holder.pid === process.pid) return !heldHere.has(path)
  if (!isAlive(holder.pid)) return true
  return holder.birth !== null && birthOf(holder.pid) !== null && holder.birth !== birthOf(holder.pid)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: alive, and somebody else's.
    return codeOf(error) !== "ESRCH"
  }
}

/** Linux only: the boot and the tick since it at which a process began. */
function birthOf(pid: number): string | null {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
    // The second field is a name in parentheses that may hold spaces; the start time is field 22.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
    return `${boot}:${fields[19]}`
  } catch {
    return null
  }
}

/** `null`: no lock, or one that cannot be read. */
function readHolder(path: string): Holder | null {
  try {
    return holderSchema.safeParse(JSON.parse(readFileSync(path, "utf8"))).data ?? null
  } catch {
    return null
  }
}

function inUse(folder: string, path: string, holder: Holder | null): DataFolderInUse {
  const who = holder
    ? `el proceso ${holder.pid} del equipo «${holder.host}», desde ${holder.started}`
    : "otro proceso que está arrancando o que no se pudo identificar"
  return new DataFolderInUse(
    `La carpeta de datos «${folder}» está en uso: la tiene ${who}.`,
    `Detenga esa Plenaria, elija otra carpeta con DATA_DIR, o use PostgreSQL (DATABASE_URL) para varios procesos a la vez. Si está seguro de que ese proceso ya no existe, borre el archivo «${path}».`,
  )
}

function explainingFailures<T>(folder: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new DatabaseUnavailable(
      `No se puede usar la carpeta de datos «${folder}» (${codeOf(error)}).`,
      "Revise DATA_DIR: debe ser una carpeta en la que este usuario pueda escribir, en un disco con espacio.",
      { cause: error },
    )
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "error"
}
