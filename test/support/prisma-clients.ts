import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from "@prisma/driver-adapter-utils"
import { type ClientInUse, newClient } from "../../src/db/open.ts"

/**
 * The same clients for all the databases that a process opens one after the other: a new one costs what tens of
 * questions cost, and compiles anew each that it is asked.
 */
export function reusedClient(adapter: SqlDriverAdapterFactory): ClientInUse {
  const { client, place } = idle.pop() ?? madeNew()
  place.sitOn(adapter)
  let left = false
  return {
    // Work that outlives its database must fail, as with a client of its own; not go on in the next one.
    client: new Proxy(client, {
      get(target, name) {
        if (left) throw new Error("the database was closed")
        return Reflect.get(target, name)
      },
    }),
    async leave() {
      if (left) return
      left = true
      if (await place.leave()) idle.push({ client, place })
      else await client.$disconnect()
    },
  }
}

interface Reusable {
  readonly client: ClientInUse["client"]
  readonly place: Place
}
const idle: Reusable[] = []

function madeNew(): Reusable {
  const place = new Place()
  return { client: newClient(place).client, place }
}

/** What a client believes to be its database: whichever sits there now. */
class Place implements SqlDriverAdapterFactory {
  readonly provider = "postgres"
  readonly adapterName = "plenaria-pruebas"
  #sitting: Promise<SqlDriverAdapter> = Promise.reject(new Error("no database sits here"))
  #open = 0

  constructor() {
    this.#sitting.catch(() => {})
  }

  sitOn(adapter: SqlDriverAdapterFactory): void {
    this.#sitting = adapter.connect()
    this.#sitting.catch(() => {})
  }

  /** `false`: a transaction was left open, which only the end of its client undoes. */
  async leave(): Promise<boolean> {
    if (this.#open > 0) return false
    const left = this.#sitting
    this.#sitting = Promise.reject(new Error("the database was closed"))
    this.#sitting.catch(() => {})
    await (await left).dispose()
    return true
  }

  async connect(): Promise<SqlDriverAdapter> {
    const { provider, getConnectionInfo } = await this.#sitting
    const info = getConnectionInfo?.call(await this.#sitting)
    return {
      provider,
      adapterName: this.adapterName,
      queryRaw: async (query: SqlQuery) => (await this.#sitting).queryRaw(query),
      executeRaw: async (query: SqlQuery) => (await this.#sitting).executeRaw(query),
      executeScript: async (script: string) => (await this.#sitting).executeScript(script),
      ...(info && { getConnectionInfo: () => info }),
      startTransaction: async (isolation) =>
        this.#counted(await (await this.#sitting).startTransaction(isolation)),
      dispose: async () => (await this.#sitting).dispose(),
    }
  }

  #counted(transaction: Transaction): Transaction {
    this.#open += 1
    const ended = async (end: Promise<void>) => {
      await end
      this.#open -= 1
    }
    return {
      provider: transaction.provider,
      adapterName: transaction.adapterName,
      options: transaction.options,
      queryRaw: (query) => transaction.queryRaw(query),
      executeRaw: (query) => transaction.executeRaw(query),
      commit: () => ended(transaction.commit()),
      rollback: () => ended(transaction.rollback()),
    }
  }
}
