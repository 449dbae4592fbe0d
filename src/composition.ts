import express from "express"
import { Registry } from "prom-client"
import { asentarSalida } from "./app/bitacora/salida.ts"
import { comienzoPendiente } from "./app/comienzo/codigo-inicial.ts"
import { autorizaciones } from "./app/conexion/autorizar.ts"
import { novedadesDe } from "./app/conexion/novedades.ts"
import { oyendo } from "./app/conexion/oyendo.ts"
import { conexionesServidas } from "./app/conexion/servir.ts"
import { type SingleListener, singleListener } from "./app/conexion/single-listener.ts"
import { conexionesDe } from "./app/entrega/conexiones.ts"
import { Rastros } from "./app/mensaje/rastros.ts"
import { codigoDadoEnTexto, codigoEnTexto, comienzoReclamadoEnTexto } from "./cards/comienzo/en-terminal.ts"
import { describeCommands } from "./commands/describe.ts"
import { portadasDe } from "./commands/portada.ts"
import { createRouter } from "./commands/router.ts"
import type { RouterDeps } from "./commands/routing.ts"
import { coreEnvSchema, direccionPublica, parseEnv } from "./config/env.ts"
import { type Core, enabledAdapters, openCore, type Parts, partsFor, settingsOf } from "./core.ts"
import type { Database } from "./db/open.ts"
import { createConsoleDemo } from "./demo/escenario.ts"
import type { AdapterId } from "./domain/tipos/canal.ts"
import { libros } from "./hojas/libros.ts"
import { calendarRoutes } from "./http/calendario.ts"
import { downloadRoutes } from "./http/descarga.ts"
import { boundedBodies, boundedServer, OWN_ENDPOINTS } from "./http/limits.ts"
import { metricsRoutes } from "./http/metricas.ts"
import { healthRoutes } from "./http/salud.ts"
import { timeStampAuthority } from "./http/sello-de-tiempo.ts"
import { closeServer, listen, urlOf } from "./http/server.ts"
import { imagenes } from "./imagen/imagenes.ts"
import { runTick, type TickDeps } from "./jobs/tick.ts"
import { lecturasEn } from "./metricas/lecturas.ts"
import { medidasEn } from "./metricas/medidas.ts"
import type { AdapterDefinition, AdapterDeps, Environment, HttpHandler } from "./ports/adapter-module.ts"
import type { ChatAdapter } from "./ports/chat-adapter.ts"
import type { Logger } from "./ports/logger.ts"
import type { Respaldos } from "./ports/respaldos.ts"
import { ajustesDe } from "./respaldo/ajustes.ts"
import { comprobarAparte } from "./respaldo/comprobar-aparte.ts"
import { createRespaldos } from "./respaldo/programado.ts"

export interface RunningBot {
  /** `http://127.0.0.1:3000` */
  readonly url: string
  /** Where it writes what it does. */
  readonly log: Logger
  /** Those that are on. */
  readonly adapters: ReadonlyMap<AdapterId, ChatAdapter>
  /** Every platform that there is, and what the start says of it. */
  readonly platforms: readonly { readonly name: string; readonly status: string }[]
  /** What whoever starts it has to know and do first; null: its body has a Secretaría Técnica, or it is the demonstration. */
  readonly comienzo: string | null
  /** Plans and sends everything that is due at the clock's instant. */
  tick(): Promise<void>
  stop(): Promise<void>
}

/** `given`: what it is put together from, where that is not the usual. */
export async function startBot(env: Environment, given: Partial<Parts> = {}): Promise<RunningBot> {
  const rawEnv = settingsOf(env, given.registry)
  const parts = partsFor(parseEnv(coreEnvSchema, rawEnv), given)
  // Every setting is validated before anything is opened: a wrong token must not cost a database start.
  const platforms = enabledAdapters(rawEnv, parts.registry).map((definition) => ({
    definition,
    config: parseEnv(definition.schema, rawEnv),
  }))
  const core = await openCore(rawEnv, parts)
  try {
    return await startOn(core, platforms)
  } catch (error) {
    await core.close()
    throw error
  }
}

interface Configured {
  readonly definition: AdapterDefinition<unknown>
  readonly config: unknown
}

async function startOn(core: Core, platforms: readonly Configured[]): Promise<RunningBot> {
  const { env, database, cifrado, plataformas, parts } = core
  const { clock, log, registry } = parts
  const data = database.unitOfWork
  if (await core.seedDemoWhenEmpty()) log.info({}, "Se cargaron los datos de demostración.")

  const adapters = new Map<AdapterId, ChatAdapter | SingleListener>()
  const servidas = conexionesServidas({ data, adapters, cifrado, log, solo: env.CONEXIONES ?? null })
  const respaldos = respaldosDe(core)
  const metrics = new Registry()
  const medidas = medidasEn(metrics)
  lecturasEn(metrics, { data, clock, log, adapters })
  const rastros = new Rastros()
  const tickDeps: TickDeps = {
    medidas,
    rastros,
    data,
    clock,
    adapters,
    log,
    estadoDe: servidas.estadoDe,
    servir: servidas.servir,
    plataformas,
    terminos: env.DEPURACION,
    respaldos,
    portadaDe: (cuenta) => portadaDe(cuenta),
    ...(env.TSA_URL === undefined ? {} : { autoridad: timeStampAuthority(env.TSA_URL) }),
  }
  const tick = () => runTick(tickDeps)
  const messages = database.consoleMessages
  const demo = createConsoleDemo({
    data,
    messages,
    clock,
    movable: core.demonstration,
    zone: env.TZ_OFICIAL,
    settle: tick,
  })

  const http = express().disable("x-powered-by")
  http.use(boundedBodies([...OWN_ENDPOINTS, ...registry.flatMap(({ endpoints = [] }) => endpoints)]))
  http.use(healthRoutes({ data, clock, adapters, estadoDe: servidas.estadoDe, respaldos }))
  http.use(metricsRoutes(metrics, env.METRICAS_TOKEN))
  http.use(calendarRoutes({ data, clock, log }))
  http.use(downloadRoutes({ data, clock, log }))
  const mount = (handler: HttpHandler) => void http.use(handler)

  const news = novedadesDe({ data, clock, log, servidas, adapters })
  const authorising = cifrado && autorizaciones({ data, clock, cifrado, plataformas })
  const publicUrl = env.PUBLIC_URL ?? null
  const shared = {
    clock,
    log,
    commands: describeCommands(),
    mount,
    drafts: database.formDrafts,
    news,
    authorising,
    publicUrl,
    demo,
  }
  for (const { definition, config } of platforms)
    adapters.set(definition.id, await createAdapter(definition, { ...shared, config }, database))

  const server = await listen(boundedServer(http), env.PORT, env.HOST)
  const url = urlOf(server, env.HOST)
  const conexiones = conexionesDe(adapters, clock, servidas.estadoDe)
  const routerDeps: RouterDeps = {
    data,
    clock,
    log,
    libros,
    imagenes,
    direccion: direccionPublica(env, url),
    plataformas,
    conexiones,
    medidas,
    rastros,
    limits: { factor: env.LIMITES_FACTOR },
  }
  const router = oyendo({ data, clock, log }, createRouter(routerDeps))
  const portadaDe = portadasDe(routerDeps)
  const scheduler = parts.scheduler(tickDeps)

  const stop = once(async () => {
    await scheduler.stop()
    await Promise.allSettled([...adapters.values()].map((adapter) => adapter.stop()))
    await closeServer(server)
    await core.close()
  })
  try {
    for (const adapter of adapters.values()) await adapter.start(router)
    await servidas.servir()
    scheduler.start()
  } catch (error) {
    await stop()
    throw error
  }
  const comienzo = core.demonstration ? null : await comienzoEnTexto(core)
  const started = registry.map((one) => startupOf(one, adapters, url))
  return { url, log, adapters, platforms: started, comienzo, tick, stop }
}

/** For the terminal alone: no log gets it. */
async function comienzoEnTexto({ database, env, parts: { clock } }: Core): Promise<string | null> {
  const comienzo = await comienzoPendiente({ data: database.unitOfWork, now: clock.now() })
  switch (comienzo?.kind) {
    case undefined:
      return null
    case "codigo":
      return codigoEnTexto(comienzo.codigo, comienzo.venceEn, env.TZ_OFICIAL)
    case "dado":
      return codigoDadoEnTexto(comienzo.venceEn, env.TZ_OFICIAL, comienzo.intentos)
    case "reclamado":
      return comienzoReclamadoEnTexto
  }
}

function respaldosDe({ env, database, dataDir, parts: { clock, log } }: Core): Respaldos {
  const ajustes = ajustesDe(env)
  return createRespaldos({
    database,
    clock,
    log,
    ajustes,
    cadaMs: env.RESPALDO_CADA ?? null,
    dataDir,
    comprobar: (archivo) => comprobarAparte(archivo, ajustes.clave),
    asentar: (quien) =>
      asentarSalida(database.unitOfWork, { ...quien, orden: "respaldar" }, "datos.exportados", clock.now()),
  })
}

async function createAdapter(
  definition: AdapterDefinition<unknown>,
  deps: AdapterDeps<unknown>,
  { exclusive }: Database,
): Promise<ChatAdapter | SingleListener> {
  const adapter = await definition.load()
  if (definition.listeners === "any") return adapter.create(deps)
  return singleListener(async () => adapter.create(deps), { exclusive, log: deps.log })
}

function startupOf(
  { id, name, startup }: AdapterDefinition<unknown>,
  adapters: RunningBot["adapters"],
  url: string,
) {
  const adapter = adapters.get(id)
  const on = adapter !== undefined
  return {
    name,
    status:
      startup?.(on, adapter?.page?.address(url) ?? url) ?? (on ? "activo" : "apagado (sin credenciales)"),
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  return () => {
    running ??= work()
    return running
  }
}
