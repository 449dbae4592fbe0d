import pg from "pg"
import type { InspectedDatabase } from "../../ports/diagnostico.ts"
import type { Logger } from "../../ports/logger.ts"
import { CHANGES_CHANNEL } from "./change-feed.ts"
import type { BareDatabase, Engine } from "./engine.ts"
import { databaseUnavailable, explainDatabaseError, MigrationProblem } from "./errors.ts"
import { exclusiveOnServer } from "./exclusive.ts"
import { inspect } from "./inspect.ts"
import { migrate, type SqlConnection } from "./migrate.ts"
import { ServedAdapterFactory } from "./served-adapter.ts"
import { listenForChanges } from "./served-changes.ts"

const POOL_SIZE = 10
const CONNECT_TIMEOUT_MS = 5_000

/** A PostgreSQL server. The connections are few: a ministry's server is shared. */
export async function openServed(databaseUrl: string, log: Logger): Promise<Engine> {
  const { applied, client } = await migrateServed(databaseUrl)
  // It has served its purpose, and the first to need a connection of its own is who listens.
  let spare: pg.Client | null = client
  const forListening = () => {
    const ready = spare
    spare = null
    return ready === null ? connect(databaseUrl) : Promise.resolve(ready)
  }
  if (applied.length > 0) log.info({ applied }, "Base de datos al día.")
  let heard = () => {}
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: "plenaria",
    // Prisma writes instants as UTC without saying so. The limits free what a lost client would hold. And each hears of the
    // changes that are made through it: PostgreSQL tells who made them before it says that they are made.
    onConnect: async (client) => {
      client.on("notification", () => heard())
      await client.query(
        `SET TIME ZONE 'UTC'; SET statement_timeout = '60s'; SET idle_in_transaction_session_timeout = '60s'; LISTEN "${CHANGES_CHANNEL}"`,
      )
    },
  })
  const lost = (error: Error) =>
    log.warn({ reason: error.message }, "Se perdió una conexión con la base de datos; se abrirá otra.")
  // Ours for as long as the pool lives: without a listener, a connection lost while closing would end the process.
  pool.on("error", lost)
  return {
    kind: "postgresql",
    adapter: new ServedAdapterFactory(pool, { onConnectionError: lost }),
    explain: (error) => explainDatabaseError(databaseUrl, error),
    query: async (sql, params) => (await pool.query<Record<string, unknown>>(sql, [...params])).rows,
    snapshot: (look) => snapshotOf(databaseUrl, look),
    listen: (changed) => {
      heard = changed
      return listenForChanges({
        connect: forListening,
        notify: (channel, payload) => pool.query("SELECT pg_notify($1, $2)", [channel, payload]),
        changed,
        log,
      })
    },
    exclusive: exclusiveOnServer(() => connect(databaseUrl)),
    close: () => pool.end(),
  }
}

/** As it is, for whoever fills it. */
export async function openBareServed(databaseUrl: string): Promise<BareDatabase> {
  const client = await connect(databaseUrl).catch((error: unknown) => {
    throw databaseUnavailable(databaseUrl, error)
  })
  await client.query("SET TIME ZONE 'UTC'")
  const explain = (error: unknown) => explainDatabaseError(databaseUrl, error)
  return { explain, connection: connectionOf(client), close: () => client.end() }
}

/** On a connection of its own: nobody waits for it, nor it for anybody. */
async function snapshotOf<T>(
  databaseUrl: string,
  look: (connection: SqlConnection) => Promise<T>,
): Promise<T> {
  const { connection, explain, close } = await openBareServed(databaseUrl)
  try {
    await connection.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    const seen = await look(connection)
    await connection.run("COMMIT")
    return seen
  } catch (error) {
    throw explain(error)
  } finally {
    await close()
  }
}

/** Looks at a server's database as it is: nothing is migrated. */
export async function inspectServed(databaseUrl: string): Promise<InspectedDatabase> {
  const client = await connect(databaseUrl).catch((error: unknown) => {
    throw databaseUnavailable(databaseUrl, error)
  })
  try {
    return { kind: "postgresql", libres: null, ...(await inspect(connectionOf(client))) }
  } catch (error) {
    throw explainDatabaseError(databaseUrl, error)
  } finally {
    await client.end()
  }
}

/** A connection of its own, outside of the pool. */
async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: "plenaria",
  })
  // Without a listener a lost connection would end the process; the query in progress reports it.
  client.on("error", () => {})
  await client.connect()
  return client
}

interface Migrated {
  readonly applied: readonly string[]
  /** Connected still. */
  readonly client: pg.Client
}

async function migrateServed(databaseUrl: string): Promise<Migrated> {
  const client = await connect(databaseUrl).catch((error: unknown) => {
    throw databaseUnavailable(databaseUrl, error)
  })
  try {
    return { applied: await migrate(connectionOf(client)), client }
  } catch (error) {
    await client.end().catch(() => {})
    throw error instanceof MigrationProblem ? error : databaseUnavailable(databaseUrl, error)
  }
}

function connectionOf(client: pg.Client): SqlConnection {
  return {
    run: async (sql) => void (await client.query(sql)),
    rows: async (sql, params) =>
      (await client.query<Record<string, unknown>>(sql, params ? [...params] : undefined)).rows,
  }
}
