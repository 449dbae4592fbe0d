import { adapterRegistry } from "../adapters/registry.ts"
import { cargarDemo } from "./app/importacion/cargar-demo.ts"
import { MovableClock } from "./clock.ts"
import { type CoreEnv, coreEnvSchema, parseEnv } from "./config/env.ts"
import { createLogger } from "./config/log.ts"
import { type Database, openDatabase } from "./db/open.ts"
import type { Plataformas } from "./domain/tipos/canal.ts"
import { createScheduler, type Scheduler } from "./jobs/scheduler.ts"
import type { TickDeps } from "./jobs/tick.ts"
import type { AdapterRegistry, Environment } from "./ports/adapter-module.ts"
import type { Logger } from "./ports/logger.ts"

/** What Plenaria is put together from. Whoever starts it may hand in another of any of these. */
export interface Parts {
  readonly registry: AdapterRegistry
  /** The machine's, until the demonstration moves it. */
  readonly clock: MovableClock
  readonly log: Logger
  readonly scheduler: (deps: TickDeps) => Scheduler
}

export function partsFor(env: CoreEnv, given: Partial<Parts>): Parts {
  const {
    registry = adapterRegistry,
    clock = new MovableClock(),
    log = createLogger(env.LOG_LEVEL),
    scheduler = createScheduler,
  } = given
  return { registry, clock, log, scheduler }
}

/** What every way of running Plenaria shares: settings, log, data, and which platforms there are. */
export interface Core {
  readonly env: CoreEnv
  readonly parts: Parts
  readonly database: Database
  readonly plataformas: Plataformas
  /** Fills an empty database with the demonstration, where no real platform is on. `true`: it did. */
  seedDemoWhenEmpty(): Promise<boolean>
  close(): Promise<void>
}

export async function openCore(rawEnv: Environment, given: Partial<Parts> = {}): Promise<Core> {
  const env = parseEnv(coreEnvSchema, rawEnv)
  const parts = partsFor(env, given)
  const { registry, clock, log } = parts
  const database = await openDatabase({ databaseUrl: env.DATABASE_URL ?? null, dataDir: env.DATA_DIR }, log)
  return {
    env,
    parts,
    database,
    plataformas: new Map(registry.map(({ id, name }) => [id, name])),
    async seedDemoWhenEmpty() {
      if (enabledAdapters(rawEnv, registry).some(({ demonstration }) => !demonstration)) return false
      if (!(await database.isEmpty())) return false
      await cargarDemo({ importacion: database.importacion, clock })
      return true
    },
    close: () => database.close(),
  }
}

/** The platforms that the settings ask for; where they ask for none, those that are on by themselves. */
export function enabledAdapters(
  env: Environment,
  registry: AdapterRegistry = adapterRegistry,
): AdapterRegistry {
  const wanted = registry.filter((definition) => definition.wanted(env) === "yes")
  return wanted.length > 0 ? wanted : registry.filter((definition) => definition.wanted(env) === "alone")
}
