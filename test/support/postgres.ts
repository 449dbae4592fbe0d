import { spawn, spawnSync } from "node:child_process"
import { chmodSync, mkdtempSync, rmSync, statfsSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir, userInfo } from "node:os"
import { join } from "node:path"
import { openDatabase } from "../../src/db/open.ts"
import { keepExitStatus, reachablePostgres, serverPackage } from "./reachable-postgres.ts"
import { silentLog } from "./silent-log.ts"

/** Migrated once, cloned for each test. */
export const TEMPLATE = "plantilla"
const PASSWORD = "solo-pruebas"

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  max_connections: 200,
  shared_buffers: "32MB",
  // Nothing here outlives the run.
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: 0,
  // A thousand databases come and go: nobody has to tend them.
  autovacuum: "off",
  checkpoint_timeout: "1d",
  max_wal_size: "4GB",
  jit: "off",
} as const

export interface TestServer {
  /** URL of the server's maintenance database. */
  readonly url: string
  /** The folder in which its data are. */
  readonly scratch: string
  stop(): Promise<void>
}

/** A PostgreSQL of its own, from npm, with an already migrated template. Data live in a temporary folder. */
export async function startTestServer(): Promise<TestServer> {
  linkLibraries()
  keepExitStatus()
  const folder = mkdtempSync(join(scratchParent(), "plenaria-pruebas-"))
  const port = await freePort()
  const said: string[] = []
  const isRoot = userInfo().uid === 0
  if (isRoot) chmodSync(folder, 0o755)
  const Server = await reachablePostgres(folder, isRoot)
  const databaseDir = join(folder, "base")
  const sockets = socketFolder(databaseDir)
  const settings = { ...SETTINGS, unix_socket_directories: sockets }
  const server = new Server({
    databaseDir,
    port,
    user: "postgres",
    password: PASSWORD,
    persistent: false,
    // PostgreSQL refuses to run as root: it gets a user of its own.
    createPostgresUser: isRoot,
    // It listens to this machine alone and lives for minutes: checking the password of thousands of connections costs.
    initdbFlags: ["--no-sync", "--encoding=UTF8", "--locale=C", "--auth=trust"],
    postgresFlags: Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    onLog: (line) => said.push(line),
    onError: (error) => said.push(String(error)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw new Error(`the test server did not start:\n${said.slice(-20).join("")}`, { cause: error })
  }
  const guard = removeWhenWeDie(folder)
  const bySocket = sockets === "" ? "" : `?host=${encodeURIComponent(sockets)}`
  const url = `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/postgres${bySocket}`
  await server.createDatabase(TEMPLATE)
  await (await openDatabase({ databaseUrl: databaseUrl(url, TEMPLATE), dataDir: "" }, silentLog)).close()
  return {
    url,
    scratch: folder,
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
      guard.kill()
    },
  }
}

/** Linux's folder in memory, and how much of it must be free: a run has some hundred megabytes there at a time. */
const IN_MEMORY = "/dev/shm"
const ROOM = 2 * 1024 ** 3

/** In memory where there is room: databases come and go by the hundred, five hundred files each. */
function scratchParent(): string {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY)
    return bavail * bsize >= ROOM ? IN_MEMORY : tmpdir()
  } catch {
    return tmpdir()
  }
}

/**
 * Where the server listens besides the network: a question and its answer by a socket of the system's own cost half.
 * Empty: there is none, or its path is longer than a system takes.
 */
function socketFolder(databaseDir: string): string {
  const path = join(databaseDir, ".s.PGSQL.65535")
  return process.platform === "win32" || path.length > MAX_SOCKET_PATH ? "" : databaseDir
}
const MAX_SOCKET_PATH = 103

/** The same server by its address and port, for a test that stands in between or moves them. */
export function overTheNetwork(serverUrl: string): URL {
  const url = new URL(serverUrl)
  url.searchParams.delete("host")
  return url
}

/** The same server's URL for another database. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/**
 * The server's package comes without its symbolic links, which it makes in an install script that npm may not have
 * run. Harmless when they are there.
 */
function linkLibraries(): void {
  spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: serverPackage() })
}

/** A small process that outlives us by a moment: when our end of its pipe closes, however we died, it cleans up. */
function removeWhenWeDie(folder: string) {
  const script = `
    const { readFileSync, rmSync } = require("node:fs")
    const folder = ${JSON.stringify(folder)}
    process.on("SIGINT", () => {})
    process.stdin.resume().on("end", async () => {
      try { process.kill(Number(readFileSync(folder + "/base/postmaster.pid", "utf8").split("\\n")[0]), "SIGQUIT") } catch {}
      await new Promise((resolve) => setTimeout(resolve, 500))
      rmSync(folder, { recursive: true, force: true })
    })`
  const guard = spawn(process.execPath, ["-e", script], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  })
  guard.unref()
  return guard
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once("error", reject)
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      )
    })
  })
}
