import { fechaEnZona, instanteDe, sumarMs } from "../../domain/tiempo/tiempo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { ExternalUser } from "../../ports/chat-adapter.ts"
import type { Repositories, UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import { pedirPortada } from "../mensaje/portada.ts"
import { politicaRecordatorios } from "../recordatorio/politica.ts"

/** Who has not looked for longer is shown nothing until they do. */
const VIVA_MS = 7 * 24 * 60 * 60_000
/** What others do changes somebody's page no more often than this. */
const ENTRE_MS = 10 * 60_000
/** Of those that wait, asked for in one round. */
const POR_RONDA = 500
const READER = "portadas"

interface Deps {
  readonly data: UnitOfWork
  readonly now: Instante
}

/**
 * Somebody looks at their page: it is asked for at once, and kept true from then on. The same event again is the same
 * request. A suspended account is answered nothing.
 */
export async function abrirPortada(
  { data, now }: Deps,
  cuenta: ExternalUser,
  eventId: string,
): Promise<void> {
  const { read } = data
  await read.inboundEvents.catchUp()
  if ((await read.personas.suspendida(cuenta)) !== null) return
  const organo = await organoDe(read, cuenta, now)
  // Before there is any body there is nothing to show, nor whose it would be.
  if (organo === null) return
  await data.transaction(async (repositories) => {
    await repositories.portadas.abrir(cuenta, now)
    await pedirPortada(repositories, cuenta, {
      organo,
      vez: eventId,
      why: "Abrió su portada.",
      now,
      motivo: "mira",
    })
  })
}

/** Somebody did something: their own page, if they look at it, tells it without waiting. */
export async function renovarPropia({ data, now }: Deps, cuenta: ExternalUser): Promise<void> {
  if (!(await estaViva(data.read, cuenta, now))) return
  await renovar({ data, now }, cuenta, "Cambió algo por lo que hizo.", "mira")
}

/** Whether somebody looked at it in the last days. */
export async function estaViva(
  { portadas }: Pick<Repositories, "portadas">,
  cuenta: ExternalUser,
  now: Instante,
): Promise<boolean> {
  const abierta = await portadas.abiertaEn(cuenta)
  return abierta !== null && abierta >= sumarMs(now, -VIVA_MS)
}

/**
 * Keeps true the pages of those who looked at theirs in the last week: when something was written in the log of a body in
 * which they have a post, at most once each ten minutes; and every day when its hours begin, for what the calendar alone
 * changes. Whoever has not looked for a week gets a page without data, and is forgotten until they look again. Returns how
 * many were asked for.
 */
export async function renovarPortadas(deps: Deps): Promise<number> {
  const { data, now } = deps
  const { portadas, eventos, organos } = data.fresh
  // Most of the time, where no platform has such a page: what happened meanwhile is read when there is one.
  if (!(await portadas.alguna())) return 0
  const news = await eventos.news(READER)
  await portadas.marcar(news.organos)
  await eventos.markRead(READER, news)
  for (const organo of await organos.all()) {
    const abre = await aperturaDe(data.fresh, organo, now)
    if (abre <= now) await portadas.marcar([organo.id], abre)
  }
  const porRenovar = await portadas.porRenovar(sumarMs(now, -ENTRE_MS), POR_RONDA)
  for (const cuenta of porRenovar) await renovar(deps, cuenta, "Cambió algo de lo que le espera.", "ronda")
  const sinAbrir = await portadas.sinAbrir(sumarMs(now, -VIVA_MS), POR_RONDA)
  for (const cuenta of sinAbrir) await pausar(deps, cuenta)
  return porRenovar.length + sinAbrir.length
}

async function aperturaDe(read: Repositories, organo: Organo, now: Instante): Promise<Instante> {
  const hoy = fechaEnZona(now, organo.zona)
  const { horario } = await politicaRecordatorios(read, organo, hoy)
  return instanteDe(hoy, horario.desde, organo.zona)
}

async function renovar(
  { data, now }: Deps,
  cuenta: ExternalUser,
  why: string,
  motivo: "mira" | "ronda",
): Promise<void> {
  const organo = await organoDe(data.read, cuenta, now)
  if (organo === null) return
  await data.transaction(async (repositories) => {
    await repositories.portadas.pedir(cuenta, now)
    await pedirPortada(repositories, cuenta, { organo, vez: now, why, now, motivo })
  })
}

async function pausar({ data, now }: Deps, cuenta: ExternalUser): Promise<void> {
  const organo = await organoDe(data.read, cuenta, now)
  if (organo === null) return
  await data.transaction(async (repositories) => {
    if (!(await repositories.portadas.olvidar(cuenta, sumarMs(now, -VIVA_MS)))) return
    const why = "Nadie la abre desde hace una semana: deja de mostrar datos."
    await pedirPortada(repositories, cuenta, { organo, vez: now, why, now, motivo: "retira" })
  })
}

/** One in which they have a post, or else the first one there is; `null`: there is none. */
async function organoDe(
  { organos, personas }: Pick<Repositories, "organos" | "personas">,
  cuenta: ExternalUser,
  now: Instante,
): Promise<Organo | null> {
  const todos = await organos.all()
  const [primero = null] = todos
  const persona = await personas.byAccount(cuenta)
  if (primero === null || persona === null) return primero
  const suyas = await personas.designaciones(persona.id, fechaEnZona(now, primero.zona))
  return todos.find(({ id }) => suyas.some(({ organoId }) => organoId === id)) ?? primero
}
