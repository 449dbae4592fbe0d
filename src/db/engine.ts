import type { SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils"

/** A running PostgreSQL, embedded or served: already migrated, ready for a client. */
export interface Engine {
  readonly kind: "postgresql" | "embebida"
  readonly adapter: SqlDriverAdapterFactory
  /** Gives `error` the meaning an operator understands when the database itself failed; else returns it unchanged. */
  explain(error: unknown): unknown
  close(): Promise<void>
}
