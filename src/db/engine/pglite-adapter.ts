import type { PGlite, Transaction as PGliteTransaction } from "@electric-sql/pglite"
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  Transaction,
} from "@prisma/driver-adapter-utils"
import { PrismaPGlite } from "pglite-prisma-adapter"

/**
 * The library's adapter with two faults mended: it resolves `commit()` even when the commit failed, and it does not
 * wait for scripts. Queries and type conversion stay the library's.
 */
export class EmbeddedAdapterFactory implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres"
  readonly adapterName = "plenaria-pglite"
  readonly #client: PGlite

  constructor(client: PGlite) {
    this.#client = client
  }

  connect(): Promise<SqlDriverAdapter> {
    return wrap(this.#client, async () => {})
  }

  /** For the schema engine, which works on an empty database: the same one will do. */
  connectToShadowDb(): Promise<SqlDriverAdapter> {
    return this.connect()
  }
}

async function wrap(client: PGlite, dispose: () => Promise<void>): Promise<SqlDriverAdapter> {
  const queries = await new PrismaPGlite(client).connect()
  return {
    provider: "postgres",
    adapterName: queries.adapterName,
    queryRaw: (query) => queries.queryRaw(query),
    executeRaw: (query) => queries.executeRaw(query),
    executeScript: async (script) => void (await client.exec(script)),
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
    startTransaction: () => startTransaction(client),
    dispose,
  }
}

/** PGlite runs a transaction as a callback; Prisma wants to say itself when it ends. */
async function startTransaction(client: PGlite): Promise<Transaction> {
  const end = deferred<"commit" | "rollback">()
  const opened = deferred<PGliteTransaction>()
  const outcome = client.transaction(async (tx) => {
    opened.resolve(tx)
    if ((await end.promise) === "rollback") await tx.rollback()
  })
  outcome.catch((error: unknown) => opened.reject(error))
  const queries = await new PrismaPGlite((await opened.promise) as unknown as PGlite).connect()
  const finish = (how: "commit" | "rollback") => {
    end.resolve(how)
    return outcome
  }
  return {
    provider: "postgres",
    adapterName: queries.adapterName,
    options: { usePhantomQuery: true },
    queryRaw: (query) => queries.queryRaw(query),
    executeRaw: (query) => queries.executeRaw(query),
    commit: () => finish("commit"),
    rollback: () => finish("rollback"),
  }
}

interface Deferred<T> {
  readonly promise: Promise<T>
  readonly resolve: (value: T) => void
  readonly reject: (reason: unknown) => void
}

function deferred<T>(): Deferred<T> {
  let resolve: Deferred<T>["resolve"] = () => {}
  let reject: Deferred<T>["reject"] = () => {}
  const promise = new Promise<T>((onValue, onError) => {
    resolve = onValue
    reject = onError
  })
  return { promise, resolve, reject }
}
