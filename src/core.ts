import { adapterRegistry } from "../adapters/registry.ts"
import { MovableClock } from "./clock.ts"
import { type CoreEnv, cifradoDe, coreEnvSchema, parseEnv } from "./config/env.ts"
import { createLogger } from "./config/log.ts"
import { withSecretFiles } from "./config/secret-files.ts"
import {
  type Clients,
  type Database,
  type DatabaseConfig,
  inspectDatabase,
  newClient,
  openDatabase,
} from "./db/open.ts"
import { cargarDemostracion, carpetaDeDatos, rechazarDemostracion } from "./demo/demostracion.ts"
import type { AdapterId, Plataformas } from "./domain/tipos/canal.ts"
import { createScheduler, type Scheduler } from "./jobs/scheduler.ts"
import type { TickDeps } from "./jobs/tick.ts"
import type { AdapterRegistry, Environment, Identificadores } from "./ports/adapter-module.ts"
import type { Cifrado } from "./ports/cifrado.ts"
import type { DatabaseInspection } from "./ports/diagnostico.ts"
import type { Logger } from "./ports/logger.ts"

/** What Plenaria is put together from. Whoever starts it may hand in another of any of these. */
export interface Parts {
  readonly registry: AdapterRegistry
  /** The machine's, until the demonstration moves it. */
  readonly clock: MovableClock
  readonly log: Logger
  readonly scheduler: (deps: TickDeps) => Scheduler
  readonly clients: Clients
}

export function partsFor(env: CoreEnv, given: Partial<Parts>): Parts {
  const {
    registry = adapterRegistry,
    clock = new MovableClock(),
    log = createLogger(env.LOG_LEVEL),
    scheduler = createScheduler,
    clients = newClient,
  } = given
  return { registry, clock, log, scheduler, clients }
}

/** What every way of running Plenaria shares: settings, log, data, and which platforms there are. */
export interface Core {
  readonly env: CoreEnv
  readonly parts: Parts
  readonly database: Database
  /** `null`: no master key is set. */
  readonly cifrado: Cifrado | null
  /** The folder of the embedded database; null: it is a server's. */
  readonly dataDir: string | null
  readonly plataformas: Plataformas
  /** What the ids of each look like. */
  readonly identificadores: ReadonlyMap<AdapterId, Identificadores>
  /** No platform is on that reaches people. */
  readonly demonstration: boolean
  /** Fills an empty database with the demonstration, where no real platform is on. `true`: it did. */
  seedDemoWhenEmpty(): Promise<boolean>
  close(): Promise<void>
}

type Purpose = "conversacion" | "datos"

const isDemonstration = (rawEnv: Environment, registry: AdapterRegistry): boolean =>
  enabledAdapters(rawEnv, registry).every((one) => one.demonstration)

/** Where the data are that `openCore` opens. */
export function whereData(
  rawEnv: Environment,
  env: CoreEnv,
  registry: AdapterRegistry = adapterRegistry,
  purpose: Purpose = "conversacion",
): DatabaseConfig {
  const demonstration = isDemonstration(rawEnv, registry) && purpose === "conversacion"
  return { databaseUrl: env.DATABASE_URL ?? null, dataDir: carpetaDeDatos(env.DATA_DIR, demonstration) }
}

/**
 * `purpose`: `conversacion` talks with people, and without a real platform those may be the demonstration's; `datos`
 * works on the institution's own data alone.
 */
export async function openCore(
  rawEnv: Environment,
  given: Partial<Parts> = {},
  purpose: Purpose = "conversacion",
): Promise<Core> {
  const env = parseEnv(coreEnvSchema, rawEnv)
  const parts = partsFor(env, given)
  const { registry, clock, log } = parts
  const demonstration = isDemonstration(rawEnv, registry)
  const data = whereData(rawEnv, env, registry, purpose)
  const database = await openDatabase(data, log, parts.clients)
  if (!demonstration) {
    try {
      await rechazarDemostracion(database, data.databaseUrl !== null)
    } catch (error) {
      await database.close()
      throw error
    }
  }
  return {
    env,
    parts,
    database,
    cifrado: cifradoDe(env),
    dataDir: data.databaseUrl === null ? data.dataDir : null,
    plataformas: new Map(registry.map(({ id, name }) => [id, name])),
    identificadores: new Map(registry.map(({ id, ids }) => [id, ids])),
    demonstration,
    seedDemoWhenEmpty: async () => demonstration && (await cargarDemostracion(database, clock)),
    close: () => database.close(),
  }
}

/** The same data that the bot would open with these settings, as they are. */
export const inspectData = (rawEnv: Environment, env: CoreEnv): Promise<DatabaseInspection> =>
  inspectDatabase(whereData(rawEnv, env))

/** What was set, with the secrets that stand in files. An adapter's variables begin with its id. */
export function settingsOf(env: Environment, registry: AdapterRegistry = adapterRegistry): Environment {
  const own = new Set(Object.keys(coreEnvSchema.shape))
  const ofAdapter = (name: string) => registry.some(({ id }) => name.startsWith(id.toUpperCase()))
  return withSecretFiles(env, (name) => own.has(name) || ofAdapter(name))
}

/** The platforms that the settings ask for; where they ask for none, those that are on by themselves. */
export function enabledAdapters(
  env: Environment,
  registry: AdapterRegistry = adapterRegistry,
): AdapterRegistry {
  // With a master key workspaces may be connected at any time, on every platform that knows how to.
  const connects = Boolean(env.CLAVE_MAESTRA?.trim())
  const wanted = registry.filter(
    (definition) => definition.wanted(env) === "yes" || (connects && definition.connecting !== undefined),
  )
  return wanted.length > 0 ? wanted : registry.filter((definition) => definition.wanted(env) === "alone")
}
