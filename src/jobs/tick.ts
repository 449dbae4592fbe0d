import { vigilarCanales } from "../app/canal/vigilar.ts"
import { agendarSesiones } from "../app/convocatoria/agendar.ts"
import { asentarCabezaDelDia } from "../app/dia/cabeza.ts"
import { encolarRecordatorios } from "../app/dia/encolar.ts"
import { actualizarMensajes } from "../app/entrega/actualizar-mensajes.ts"
import type { DispatchOptions } from "../app/entrega/dispatch.ts"
import { dispatchPending } from "../app/entrega/dispatch-pending.ts"
import type { DispatchDeps } from "../app/entrega/envio.ts"
import { resolveUncertain } from "../app/entrega/resolve-uncertain.ts"
import { vigilarPlataformas } from "../app/entrega/vigilar-plataformas.ts"
import { renovarPortadas } from "../app/inicio/portada.ts"
import { within } from "../app/within.ts"
import { TERMINOS, type Terminos } from "../domain/testado/terminos.ts"
import type { Organo } from "../domain/tipos/directorio.ts"
import type { AutoridadDeTiempo } from "../ports/autoridad-de-tiempo.ts"
import type { Respaldos } from "../ports/respaldos.ts"

export interface TickDeps extends DispatchDeps {
  /** Opens the workspaces that somebody connected meanwhile, and closes those that are gone; without it nothing is. */
  readonly servir?: () => Promise<void>
  /** Who dates the head of each day; without it nobody does. */
  readonly autoridad?: AutoridadDeTiempo
  /** How long technical copies are kept; without it, as long as by default. */
  readonly terminos?: Terminos
  /** Who makes the backups; without it nobody does. */
  readonly respaldos?: Respaldos
  /** Other waits than usual, in milliseconds: a platform that answers sooner needs less. */
  readonly patience?: { readonly leaseMs: number; readonly settleMs: number }
}

/**
 * A send has its own timeout, far below a minute; a claim held longer than this belongs to a process that died.
 * More at once than channels in use, at most one for each: claims that wait for their channel's pace take up room, and
 * with less of it the channels with the oldest messages would keep all others waiting.
 */
export const DISPATCH: DispatchOptions = { limit: 200, leaseMs: 120_000 }
const LOOKUPS_PER_ROUND = 20

/** Technical copies that have served their time. The texts of the log never go by themselves. */
export async function tidyUp({ data, clock, log, terminos = TERMINOS }: TickDeps): Promise<void> {
  const cuando = { instante: clock.now(), plataforma: "sistema", simular: false }
  const { entregas } = await data.fresh.testados.depurar({ ...terminos, bitacora: null }, cuando)
  if (entregas > 0) log.info({ entregas }, "Se depuró lo que decían mensajes antiguos.")
}

/** What platforms do not tell of their channels by themselves is looked for, each channel once a day. */
export const watchChannels = (deps: TickDeps): Promise<void> => vigilarCanales(deps)

/** Everything due at this instant: every body planned, then sent until nothing is due. For the console and tests. */
export async function runTick(deps: TickDeps): Promise<void> {
  await planAll(deps)
  await dispatchAll(deps)
}

/** The head of the day, once. That nobody dates it is said, and stops nothing. */
export async function headOfDay({ data, clock, log, autoridad }: TickDeps): Promise<void> {
  const hecha = await asentarCabezaDelDia({ data, clock, ...(autoridad ? { autoridad } : {}) })
  if (hecha.falla !== null)
    log.warn({ reason: hecha.falla }, "La autoridad de sellado de tiempo no selló la cabeza de la bitácora.")
}

/**
 * Plans each body on its own: one whose data are at fault does not silence the others. Then what was sent is brought up
 * to date.
 */
export async function planAll(deps: TickDeps): Promise<void> {
  await watchPlatforms(deps)
  for (const organo of await deps.data.read.organos.all()) {
    try {
      const plan = { data: deps.data, now: deps.clock.now(), log: deps.log }
      const { created } = await encolarRecordatorios(plan, organo)
      if (created > 0) deps.log.info({ organo: organo.clave, created }, "Recordatorios del día planeados.")
      await schedule(deps, organo)
    } catch (error) {
      deps.log.error({ organo: organo.clave, error }, "Planning a body's reminders failed.")
    }
  }
  await updateSent(deps)
  await updatePages(deps)
}

/** What fails here is tried again at the next wake-up. */
async function updatePages({ data, clock, log }: TickDeps): Promise<void> {
  try {
    const asked = await renovarPortadas({ data, now: clock.now() })
    if (asked > 0) log.info({ asked }, "Portadas que se pondrán al día.")
  } catch (error) {
    log.error({ error }, "Bringing people's pages up to date failed.")
  }
}

/** In the calendars of the workspaces that have one. */
async function schedule(deps: TickDeps, organo: Organo): Promise<void> {
  const con = [...deps.adapters].flatMap(([id, { eventos }]) => (eventos === undefined ? [] : [id]))
  if (con.length === 0) return
  const created = await agendarSesiones({ data: deps.data, now: deps.clock.now() }, organo, con)
  if (created > 0) deps.log.info({ organo: organo.clave, created }, "Sesiones por agendar en sus espacios.")
}

/** A workspace that does not answer keeps the day's planning waiting for no longer. */
const SERVE_WAIT_MS = 20_000

/** First of all: what is planned goes where somebody reads it. */
async function watchPlatforms(deps: TickDeps): Promise<void> {
  try {
    await within(SERVE_WAIT_MS, deps.servir?.() ?? Promise.resolve())
  } catch (error) {
    deps.log.error({ error }, "Opening and closing workspaces failed.")
  }
  try {
    await vigilarPlataformas(deps)
  } catch (error) {
    deps.log.error({ error }, "Looking for messages that wait for a platform failed.")
  }
}

/** What fails here is tried again at the next wake-up: the log stays unread. What is due is sent all the same. */
async function updateSent(deps: TickDeps): Promise<void> {
  try {
    const enqueued = await actualizarMensajes(deps)
    if (enqueued > 0) deps.log.info({ enqueued }, "Mensajes enviados que se actualizarán.")
  } catch (error) {
    deps.log.error({ error }, "Updating messages that were sent failed.")
  }
}

/** Settles what is uncertain, then sends until nothing is due. */
export async function dispatchAll(deps: TickDeps, stopping: () => boolean = () => false): Promise<void> {
  const { patience } = deps
  await resolveUncertain(deps, {
    limit: LOOKUPS_PER_ROUND,
    ...(patience && { settleMs: patience.settleMs }),
  })
  await dispatchPending(deps, { ...DISPATCH, ...(patience && { leaseMs: patience.leaseMs }) }, stopping)
}
