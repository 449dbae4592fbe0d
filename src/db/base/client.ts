import { AsyncLocalStorage } from "node:async_hooks"
import type { OrigenActo } from "../../ports/repositories/bitacora.ts"
import type { Engine, SqlParameter } from "../engine/engine.ts"
import type { Prisma, PrismaClient } from "../generated/client.ts"

/** What repositories run their queries on: the client itself, or a transaction of it. */
export type Queries = Prisma.TransactionClient

/** Long enough for a whole publication on a slow disk, short enough to free a stuck one. */
const TRANSACTION_LIMITS = { maxWait: 30_000, timeout: 30_000 }

interface OpenTransaction {
  readonly queries: Queries
  open: boolean
}

interface Place {
  readonly transaction: OpenTransaction | null
  readonly origen: OrigenActo | null
}

/**
 * Where the current call chain is, of each session. One for the whole process: until Node's version 22 every promise
 * made anywhere pays for each such storage that was ever used, also for those whose session ended long ago.
 */
const places = new AsyncLocalStorage<ReadonlyMap<Session, Place>>()

/**
 * Knows the transaction of the current call chain. Whatever runs inside a transaction's callback, through any
 * repository, runs in that transaction: the embedded database has one connection, and a query beside the open
 * transaction would wait for it for ever.
 */
export class Session {
  readonly #client: PrismaClient
  readonly #query: Engine["query"]
  readonly #mayHaveChanged: () => void

  /** `mayHaveChanged` is called when a transaction failed: a commit whose answer was lost may have happened. */
  constructor(client: PrismaClient, query: Engine["query"], mayHaveChanged: () => void) {
    this.#client = client
    this.#query = query
    this.#mayHaveChanged = mayHaveChanged
  }

  /** One statement, in the transaction in progress or alone; alone it goes past Prisma, which costs most of its time. */
  query(sql: string, params: readonly SqlParameter[]): Promise<readonly Record<string, unknown>[]> {
    const open = this.#open()
    return open ? open.queries.$queryRawUnsafe(sql, ...params) : this.#query(sql, params)
  }

  /** Where what runs now was asked from; `null`: nobody asked for it. */
  origen(): OrigenActo | null {
    return this.#place().origen
  }

  desde<T>(origen: OrigenActo, work: () => Promise<T>): Promise<T> {
    return this.#within({ origen }, work)
  }

  inTransaction(): boolean {
    return this.#open() !== null
  }

  /** The transaction in progress, or the client. */
  queries(): Queries {
    return this.#open()?.queries ?? this.#client
  }

  /** Commits all of it or nothing. Inside another transaction it is part of that one. `timeout`: in milliseconds. */
  transaction<T>(work: (queries: Queries) => Promise<T>, timeout?: number): Promise<T> {
    const open = this.#open()
    if (open) return work(open.queries)
    return this.#run(work, timeout).catch((error: unknown) => {
      this.#mayHaveChanged()
      throw error
    })
  }

  #run<T>(work: (queries: Queries) => Promise<T>, timeout = TRANSACTION_LIMITS.timeout): Promise<T> {
    return this.#client.$transaction(
      (queries) => {
        const own: OpenTransaction = { queries, open: true }
        return this.#within({ transaction: own }, () => work(queries)).finally(() => {
          own.open = false
        })
      },
      { ...TRANSACTION_LIMITS, timeout },
    )
  }

  #place(): Place {
    return places.getStore()?.get(this) ?? { transaction: null, origen: null }
  }

  #within<T>(change: Partial<Place>, work: () => Promise<T>): Promise<T> {
    const changed = new Map(places.getStore()).set(this, { ...this.#place(), ...change })
    return places.run(changed, work)
  }

  /** The transaction in progress. */
  #open(): OpenTransaction | null {
    const { transaction } = this.#place()
    return transaction?.open ? transaction : null
  }
}
