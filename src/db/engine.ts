import type { SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils"
import type { ChangeFeed } from "./change-feed.ts"

/** A running PostgreSQL, embedded or served: already migrated, ready for a client. */
export interface Engine {
  readonly kind: "postgresql" | "embebida"
  readonly adapter: SqlDriverAdapterFactory
  /** Gives `error` the meaning an operator understands when the database itself failed; else returns it unchanged. */
  explain(error: unknown): unknown
  /** Calls `changed` after every change to reference data. Closed before the engine. */
  listen(changed: () => void): ChangeFeed
  close(): Promise<void>
}
