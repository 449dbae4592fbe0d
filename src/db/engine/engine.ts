import type { SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils"
import type { Exclusive } from "../../ports/exclusive.ts"
import type { ChangeFeed } from "./change-feed.ts"
import type { SqlConnection } from "./migrate.ts"

export type SqlParameter = string | number | boolean | null | readonly (string | null)[]

/** A running PostgreSQL, embedded or served: already migrated, ready for a client. */
export interface Engine {
  readonly kind: "postgresql" | "embebida"
  readonly adapter: SqlDriverAdapterFactory
  /** Gives `error` the meaning an operator understands when the database itself failed; else returns it unchanged. */
  explain(error: unknown): unknown
  /** One statement, past Prisma: for the few that run all the time. Parameters are text or lists of text. */
  query(sql: string, params: readonly SqlParameter[]): Promise<readonly Record<string, unknown>[]>
  /** Gives `look` a connection that sees one moment of all the data, however long it takes, and cannot write. */
  snapshot<T>(look: (connection: SqlConnection) => Promise<T>): Promise<T>
  /**
   * Calls `changed` after every change to reference data; of those made through this engine, before whoever made it hears
   * that it is made. Closed before the engine.
   */
  listen(changed: () => void): ChangeFeed
  /** What only one of the processes on these data may do at a time. */
  readonly exclusive: Exclusive
  close(): Promise<void>
}

/** A database that is not brought up to date, for whoever fills an empty one. */
export interface BareDatabase {
  readonly explain: Engine["explain"]
  readonly connection: SqlConnection
  close(): Promise<void>
}
