import { createServer, type Server } from "node:http"
import express from "express"
import { adapterRegistry } from "../adapters/registry.ts"
import { type SingleListener, singleListener } from "./app/entrega/single-listener.ts"
import { cargarDemo } from "./app/importacion/cargar-demo.ts"
import { MovableClock, systemClock } from "./clock.ts"
import { describeCommands } from "./commands/describe.ts"
import { createRouter } from "./commands/router.ts"
import { type CoreEnv, coreEnvSchema, direccionPublica, parseEnv, type RawEnv } from "./config/env.ts"
import { createLogger } from "./config/log.ts"
import { type Database, openDatabase } from "./db/open.ts"
import { createStage } from "./demo/escenario.ts"
import { OperatorError } from "./domain/operator-error.ts"
import type { AdapterId } from "./domain/tipos/canal.ts"
import { calendarRoutes } from "./http/calendario.ts"
import { createScheduler } from "./jobs/scheduler.ts"
import { runTick } from "./jobs/tick.ts"
import type { HttpHandler } from "./ports/adapter-module.ts"
import type { ChatAdapter } from "./ports/chat-adapter.ts"
import type { Clock } from "./ports/clock.ts"
import type { Logger } from "./ports/logger.ts"

/** What every way of running Plenaria shares: settings, log and data. */
export interface Core {
  readonly env: CoreEnv
  readonly log: Logger
  readonly database: Database
  close(): Promise<void>
}

export interface RunningBot {
  /** `http://127.0.0.1:3000` */
  readonly url: string
  readonly adapters: readonly AdapterId[]
  readonly consola: boolean
  stop(): Promise<void>
}

export async function openCore(rawEnv: RawEnv): Promise<Core> {
  const env = parseEnv(coreEnvSchema, rawEnv)
  const log = createLogger(env.LOG_LEVEL)
  const database = await openDatabase({ databaseUrl: env.DATABASE_URL ?? null, dataDir: env.DATA_DIR }, log)
  return { env, log, database, close: () => database.close() }
}

/** Adapters with credentials. The console joins them when asked for, or when there is no other. */
export function enabledAdapters(rawEnv: RawEnv, consola: CoreEnv["CONSOLA"]): readonly AdapterId[] {
  const real = (["slack", "discord"] as const).filter((id) => adapterRegistry[id].env.isConfigured(rawEnv))
  const withConsole = consola === "si" || (consola === "auto" && real.length === 0)
  return withConsole ? [...real, "consola"] : real
}

/** Demonstration data belong to a bot without real platforms: an institution's empty database stays empty. */
export async function seedDemoWhenEmpty(
  core: Core,
  adapters: readonly AdapterId[],
  clock: Clock,
): Promise<boolean> {
  if (adapters.some((id) => id !== "consola")) return false
  if (!(await core.database.isEmpty())) return false
  await cargarDemo({ importacion: core.database.importacion, clock })
  return true
}

export async function startBot(rawEnv: RawEnv): Promise<RunningBot> {
  const configs = adapterConfigs(rawEnv)
  const core = await openCore(rawEnv)
  try {
    return await startOn(core, configs)
  } catch (error) {
    await core.close()
    throw error
  }
}

/** Validates every setting before anything is opened: a wrong token must not cost a database start. */
function adapterConfigs(rawEnv: RawEnv): ReadonlyMap<AdapterId, unknown> {
  const ids = enabledAdapters(rawEnv, parseEnv(coreEnvSchema, rawEnv).CONSOLA)
  return new Map(ids.map((id) => [id, parseEnv(adapterRegistry[id].env.schema, rawEnv)]))
}

async function startOn(core: Core, configs: ReadonlyMap<AdapterId, unknown>): Promise<RunningBot> {
  const { env, log, database } = core
  const ids = [...configs.keys()]
  const consola = ids.includes("consola")
  const movable = new MovableClock()
  const clock: Clock = consola ? movable : systemClock
  if (await seedDemoWhenEmpty(core, ids, systemClock)) log.info({}, "Se cargaron los datos de demostración.")

  const adapters = new Map<AdapterId, ChatAdapter>()
  const tickDeps = { data: database.unitOfWork, clock, adapters, log }
  const stage = createStage({
    data: database.unitOfWork,
    messages: database.consoleMessages,
    clock: movable,
    zone: env.TZ_OFICIAL,
    settle: () => runTick(tickDeps),
  })

  const ofOneListener = new Map<AdapterId, SingleListener>()
  const http = express().disable("x-powered-by")
  http.get("/salud", (_request, response) => {
    database.ping().then(
      () =>
        response.json({
          estado: "en servicio",
          adaptadores: [...adapters.keys()],
          // Another process hears these; this one sends, and takes its place when it stops.
          escucha_otro_proceso: [...ofOneListener].filter(([, held]) => !held.escucha()).map(([id]) => id),
        }),
      () => response.status(503).json({ estado: "sin base de datos" }),
    )
  })
  http.use(calendarRoutes({ data: database.unitOfWork, clock, log }))
  const mount = (handler: HttpHandler) => void http.use(handler)

  const deps = { clock, log, commands: describeCommands(), mount, drafts: database.formDrafts, stage }
  for (const [id, config] of configs) {
    const { create, listeners } = adapterRegistry[id]
    if (listeners === "any") adapters.set(id, await create(config, deps))
    else {
      const held = await singleListener(() => create(config, deps), { exclusive: database.exclusive, log })
      adapters.set(id, held)
      ofOneListener.set(id, held)
    }
  }

  const server = await listen(createServer(http), env.PORT, env.HOST)
  const direccion = direccionPublica(env, urlOf(server, env.HOST))
  const router = createRouter({ data: database.unitOfWork, clock, log, direccion })
  const scheduler = createScheduler(tickDeps)

  const stop = once(async () => {
    await scheduler.stop()
    await Promise.allSettled([...adapters.values()].map((adapter) => adapter.stop()))
    await closeServer(server)
    await core.close()
  })
  try {
    for (const adapter of adapters.values()) await adapter.start(router)
    scheduler.start()
  } catch (error) {
    await stop()
    throw error
  }
  return { url: urlOf(server, env.HOST), adapters: ids, consola, stop }
}

function listen(server: Server, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenProblem(error, port, host)))
    server.listen(port, host, () => resolve(server))
  })
}

function listenProblem(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === "EADDRINUSE") {
    return new OperatorError(
      `El puerto ${port} ya está en uso en este equipo.`,
      "Cierre el programa que lo ocupa (quizá otra Plenaria en marcha) o elija otro puerto, por ejemplo: PORT=3001 npm start",
    )
  }
  if (error.code === "EACCES") {
    return new OperatorError(
      `El sistema no permite usar el puerto ${port}.`,
      "Elija un puerto mayor que 1023, por ejemplo: PORT=3000 npm start",
    )
  }
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return new OperatorError(
      `La dirección HOST=${host} no es de este equipo.`,
      "Use 127.0.0.1 para atender solo a este equipo, o una dirección suya.",
    )
  }
  return error
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function urlOf(server: Server, host: string): string {
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  return () => {
    running ??= work()
    return running
  }
}
