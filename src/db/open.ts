import { OperatorError } from "../domain/operator-error.ts"
import type { Instante } from "../domain/tipos/tiempo.ts"
import type { ConsoleMessageStore } from "../ports/console-demo.ts"
import type { DatabaseInspection } from "../ports/diagnostico.ts"
import type { Exclusive } from "../ports/exclusive.ts"
import type { FormDrafts } from "../ports/form-drafts.ts"
import type { Logger } from "../ports/logger.ts"
import type { ImportRepository } from "../ports/repositories/importacion.ts"
import type { UnitOfWork } from "../ports/repositories/unit-of-work.ts"
import { Session } from "./base/client.ts"
import { ReadCache } from "./cache/read-cache.ts"
import { doubtDeliveries } from "./deliveries/restored.ts"
import type { Engine } from "./engine/engine.ts"
import { DataFolderInUse } from "./engine/errors.ts"
import { PrismaClient } from "./generated/client.ts"
import { createImportRepository } from "./importacion/repository.ts"
import { consoleMessageStore } from "./inbound/consola.ts"
import { formDraftStore } from "./inbound/form-drafts.ts"
import { asentarRestauracion } from "./respaldo/asentar.ts"
import { cargar } from "./respaldo/cargar.ts"
import type { Contenido } from "./respaldo/catalogo.ts"
import { copiar, type Escribir } from "./respaldo/copiar.ts"
import type { Cabecera } from "./respaldo/formato.ts"
import { createUnitOfWork, explaining } from "./unit-of-work.ts"

export interface DatabaseConfig {
  /** `null`: embedded, in `dataDir`. */
  readonly databaseUrl: string | null
  readonly dataDir: string
}

export interface Database {
  readonly kind: "postgresql" | "embebida"
  readonly unitOfWork: UnitOfWork
  readonly importacion: ImportRepository
  readonly consoleMessages: ConsoleMessageStore
  readonly formDrafts: FormDrafts
  readonly exclusive: Exclusive
  /** Writes a copy of all that there is at one moment, line by line; `tomado`: an instant before it. */
  copy(tomado: Instante, write: Escribir): Promise<Contenido>
  /** No body on record: nothing was ever imported. */
  isEmpty(): Promise<boolean>
  /** Fails when the database does not answer. */
  ping(): Promise<void>
  /** Ends all connections and frees the data folder. Harmless twice. */
  close(): Promise<void>
}

/** A client on a database, and how it is left; by default one of its own for each database. */
export interface ClientInUse {
  readonly client: PrismaClient
  leave(): Promise<void>
}

export type Clients = (adapter: Engine["adapter"]) => ClientInUse

export const newClient: Clients = (adapter) => {
  const client = new PrismaClient({ adapter, errorFormat: "minimal" })
  return { client, leave: () => client.$disconnect() }
}

/**
 * Opens the data and brings it up to date. Refuses with an `OperatorError` when the folder is in use, the server
 * cannot be reached, or the stored data do not fit this version.
 */
export async function openDatabase(
  config: DatabaseConfig,
  log: Logger,
  clients: Clients = newClient,
): Promise<Database> {
  // Only the engine that is used is loaded: each weighs tens of megabytes.
  const engine =
    config.databaseUrl === null
      ? await (await import("./engine/embedded.ts")).openEmbedded(config.dataDir, log)
      : await (await import("./engine/served.ts")).openServed(config.databaseUrl, log)
  return databaseOn(engine, clients(engine.adapter))
}

export type { Contenido }
export { DataFolderInUse }

export interface Loaded {
  readonly cabecera: Cabecera
  readonly contenido: Contenido
}

/** Who restored it, and when by the clock of the deliveries. */
export interface Restorer {
  readonly cuenta: string
  readonly lugar: string
  readonly now: Instante
}

/** Also how many messages may have left after the copy was taken. */
export interface Restored extends Loaded {
  readonly enDuda: number
}

/**
 * Fills an empty database with a copy. In the same transaction what may have left since the copy was taken is put in
 * doubt, and it is put on record that it was restored.
 */
export async function restoreCopy(
  { databaseUrl, dataDir }: DatabaseConfig,
  lines: AsyncIterator<string>,
  restorer: Restorer,
): Promise<Restored> {
  const { connection, explain, close } =
    databaseUrl === null
      ? await (await import("./engine/embedded.ts")).openBareEmbedded(dataDir)
      : await (await import("./engine/served.ts")).openBareServed(databaseUrl)
  try {
    let enDuda = 0
    const loaded = await cargar(connection, lines, async (_, cabecera) => {
      enDuda = await doubtDeliveries(connection, { since: cabecera.tomado, now: restorer.now })
      await asentarRestauracion(connection, cabecera, { ...restorer, enDuda })
    })
    return { ...loaded, enDuda }
  } catch (error) {
    throw explain(error)
  } finally {
    await close()
  }
}

/** Loads a copy where nothing else is and brings it up to date; afterwards it is gone. */
export async function tryCopy(lines: AsyncIterator<string>): Promise<Loaded> {
  const { withScratch } = await import("./engine/embedded.ts")
  return withScratch((connection) => cargar(connection, lines))
}

/** Looks at the data as they are, and changes nothing of them. It never rejects. */
export async function inspectDatabase({ databaseUrl, dataDir }: DatabaseConfig): Promise<DatabaseInspection> {
  try {
    const base =
      databaseUrl === null
        ? await (await import("./engine/embedded.ts")).inspectEmbedded(dataDir)
        : await (await import("./engine/served.ts")).inspectServed(databaseUrl)
    return base === null ? { estado: "nueva" } : { estado: "vista", base }
  } catch (error) {
    if (error instanceof DataFolderInUse) return { estado: "ocupada", que: error.message }
    if (error instanceof OperatorError) return { estado: "cerrada", que: error.message, hacer: error.hint }
    const que = `No se pudo revisar la base de datos: ${error instanceof Error ? error.message : error}.`
    return {
      estado: "cerrada",
      que,
      hacer: "Revise DATABASE_URL o DATA_DIR y que PostgreSQL esté en marcha.",
    }
  }
}

function databaseOn(engine: Engine, { client, leave }: ClientInUse): Database {
  // Nothing is read before `open` returns, and until the feed is trusted nothing is kept.
  const cache = new ReadCache(() => feed.trusted())
  const forget = () => cache.forget()
  const feed = engine.listen(forget)
  const session = new Session(client, engine.query, forget)
  const own = explaining(
    {
      isEmpty: async () => (await client.organo.findFirst({ select: { id: true } })) === null,
      ping: async () => void (await client.$queryRaw`SELECT 1`),
    },
    engine.explain,
  )
  let closing: Promise<void> | null = null
  const close = async () => {
    await feed.close()
    await leave()
    await engine.close()
  }
  return {
    kind: engine.kind,
    unitOfWork: createUnitOfWork(session, engine.explain, cache),
    importacion: explaining(createImportRepository(session), engine.explain),
    consoleMessages: explaining(consoleMessageStore(session), engine.explain),
    formDrafts: explaining(formDraftStore(session), engine.explain),
    exclusive: explaining(engine.exclusive, engine.explain),
    copy: (tomado, write) =>
      engine.snapshot((connection) => copiar(connection, { tomado, base: engine.kind }, write)),
    isEmpty: own.isEmpty,
    ping: own.ping,
    close: () => {
      closing ??= close()
      return closing
    },
  }
}
