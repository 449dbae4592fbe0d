import { PrismaPg } from "@prisma/adapter-pg"
import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from "@prisma/driver-adapter-utils"
import { statementNames } from "./statement-names.ts"

/**
 * The library's adapter, whose transactions ask one thing at a time. A transaction is one connection, and several
 * questions reach it at once: Prisma's own for the relations of what it read, and those of our `Promise.all`. The driver
 * takes a question while another is open only as a habit that it gives up in its next version.
 */
export class ServedAdapterFactory implements SqlDriverAdapterFactory {
  readonly provider = "postgres"
  readonly adapterName = "plenaria-pg"
  readonly #library: PrismaPg

  constructor(...[pool, settings]: ConstructorParameters<typeof PrismaPg>) {
    // It says that every statement has a name, and takes one that has none.
    const statementNameGenerator = statementNames() as (query: SqlQuery) => string
    this.#library = new PrismaPg(pool, { ...settings, statementNameGenerator })
  }

  async connect(): Promise<SqlDriverAdapter> {
    const adapter = await this.#library.connect()
    return {
      provider: adapter.provider,
      adapterName: adapter.adapterName,
      queryRaw: (query) => adapter.queryRaw(query),
      executeRaw: (query) => adapter.executeRaw(query),
      executeScript: (script) => adapter.executeScript(script),
      getConnectionInfo: () => adapter.getConnectionInfo(),
      startTransaction: async (isolation) => inTurn(await adapter.startTransaction(isolation)),
      dispose: () => adapter.dispose(),
    }
  }
}

/** Whatever is asked waits for what was asked before, also when that failed. */
function inTurn(transaction: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve()
  const turn = <T>(ask: () => Promise<T>): Promise<T> => {
    const answer = last.then(ask)
    last = answer.catch(() => {})
    return answer
  }
  return {
    provider: transaction.provider,
    adapterName: transaction.adapterName,
    options: transaction.options,
    queryRaw: (query) => turn(() => transaction.queryRaw(query)),
    executeRaw: (query) => turn(() => transaction.executeRaw(query)),
    commit: () => turn(() => transaction.commit()),
    rollback: () => turn(() => transaction.rollback()),
  }
}
