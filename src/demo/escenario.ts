import { Temporal } from "temporal-polyfill"
import { porVentana } from "../app/ventana.ts"
import type { MovableClock } from "../clock.ts"
import { asuntoConsulta } from "../domain/mensaje/hechos.ts"
import { inhabilesBase } from "../domain/tiempo/calendario-base.ts"
import { esHabil, type Inhabiles, sumarDias } from "../domain/tiempo/plazo.ts"
import { fechaEnZona, instanteDe } from "../domain/tiempo/tiempo.ts"
import type { Calidad, Designacion } from "../domain/tipos/directorio.ts"
import type { Fecha, Instante } from "../domain/tipos/tiempo.ts"
import {
  CONSOLA,
  type ConsoleDemo,
  type ConsoleMessageStore,
  type DemoChannel,
  type DemoPerson,
} from "../ports/console-demo.ts"
import type { UnitOfWork } from "../ports/repositories/unit-of-work.ts"
import { etiquetaCalidad } from "../texts/etiquetas.ts"

/** Hour at which the demonstration's next day begins: inside every default working schedule. */
const MORNING = "10:00"
export const STAGE_WORKSPACE = "demo"

interface DemoDeps {
  readonly data: UnitOfWork
  readonly messages: ConsoleMessageStore
  readonly clock: MovableClock
  /** The clock may be moved: nobody but the demonstration's people lives by it. */
  readonly movable: boolean
  readonly zone: string
  /** Plans and sends everything that is due at the clock's instant. */
  readonly settle: () => Promise<void>
}

/** The demonstration behind the console: its people and channels from the directory, its messages, its clock. */
export function createConsoleDemo({ data, messages, clock, movable, zone, settle }: DemoDeps): ConsoleDemo {
  const today = () => fechaEnZona(clock.now(), zone)
  const unaVez = porVentana(DIEZ_MINUTOS_MS)
  return {
    workspace: STAGE_WORKSPACE,
    people: () => listPeople(data, today()),
    channels: () => listChannels(data),
    leida: () => unaVez(PAGINA, clock.now(), () => asentarPagina(data, clock.now())),
    messages: (channel, afterRevision, limit) => messages.messages(channel, afterRevision, limit),
    messageByKey: (channel, key) => messages.messageByKey(channel, key),
    append: (channel, key, card, sentAt) => messages.append(channel, key, card, sentAt),
    replace: (channel, id, card, editedAt) => messages.replace(channel, id, card, editedAt),
    pin: (channel, id, pinnedAt) => messages.pin(channel, id, pinnedAt),
    async advance(by) {
      if (!movable) return null
      clock.moveTo(await nextInstant(by, clock.now(), zone, data))
      await settle()
      return clock.now()
    },
    clockMovable: movable,
    clockMoved: () => clock.moved,
  }
}

/** A page that is left open gets each message as it comes. */
const DIEZ_MINUTOS_MS = 10 * 60_000
const PAGINA = "consola.pagina"

/** Nobody is asked who looks at it: it is only shown on the machine where the bot runs. */
function asentarPagina({ read: { eventos } }: UnitOfWork, now: Instante): Promise<void> {
  return eventos.desde({ cuenta: null, lugar: STAGE_WORKSPACE, orden: PAGINA }, () =>
    eventos.append({
      tipo: "datos.mostrados",
      objeto: asuntoConsulta(PAGINA),
      organoId: null,
      personaId: null,
      plataforma: CONSOLA,
      antes: null,
      despues: null,
      instante: now,
    }),
  )
}

/** Those whom one tries first come first. */
const ORDER: readonly Calidad[] = [
  "secretaria_tecnica",
  "presidencia",
  "enlace",
  "titular",
  "suplente",
  "participante",
  "invitado_especial",
  "organo_interno_de_control",
  "unidad_de_transparencia",
  "administracion_tecnica",
]

async function listPeople(data: UnitOfWork, hoy: Fecha): Promise<readonly DemoPerson[]> {
  const instituciones = new Map((await data.read.instituciones.all()).map((i) => [i.id, i.siglas]))
  const role = (designacion: Designacion) => {
    const siglas = designacion.institucionId ? instituciones.get(designacion.institucionId) : undefined
    return siglas
      ? `${etiquetaCalidad(designacion.calidad)} · ${siglas}`
      : etiquetaCalidad(designacion.calidad)
  }
  const people = await data.read.personas.withAccount(CONSOLA, hoy)
  const rank = (posts: readonly Designacion[]) =>
    Math.min(...posts.map(({ calidad }) => ORDER.indexOf(calidad)), ORDER.length)
  const ordered = [...people].sort(
    (a, b) => rank(a.designaciones) - rank(b.designaciones) || a.user.localeCompare(b.user, "es"),
  )
  return ordered.map(({ user, persona, designaciones }) => ({
    user,
    name: [persona.titulo, persona.nombre].filter(Boolean).join(" "),
    role: [...new Set(designaciones.map(role))].join("; ") || "Sin designación vigente",
    demo: persona.origen === "demo",
  }))
}

async function listChannels(data: UnitOfWork): Promise<readonly DemoChannel[]> {
  const instituciones = new Map((await data.read.instituciones.all()).map((i) => [i.id, i.nombre]))
  const canales = await data.read.canales.listAdapter(CONSOLA)
  // A person's own conversation is none of the channels.
  const comunes = canales.filter(({ audiencia }) => audiencia !== "persona")
  return comunes.map((canal) => ({
    channel: canal.channel,
    name: canal.nombre,
    description:
      (canal.institucionId && instituciones.get(canal.institucionId)) || audienceText[canal.audiencia],
  }))
}

const audienceText = {
  institucion: "Canal de una institución",
  integrantes: "Canal de las y los integrantes del órgano",
  secretaria_tecnica: "Canal de la Secretaría Técnica",
  presidencia: "Canal de la Presidencia",
  invitada: "Canal de una institución invitada",
  publica: "Canal público",
  persona: "Mensaje directo",
} as const

async function nextInstant(
  by: "dia" | "dia_habil" | "hora",
  now: Instante,
  zone: string,
  data: UnitOfWork,
): Promise<Instante> {
  if (by === "hora") return Temporal.Instant.from(now).add({ hours: 1 }).toString()
  const today = fechaEnZona(now, zone)
  if (by === "dia") return instanteDe(sumarDias(today, 1), MORNING, zone)
  const inhabiles = await baseInhabiles(data, today)
  let next = sumarDias(today, 1)
  while (!esHabil(next, inhabiles)) next = sumarDias(next, 1)
  return instanteDe(next, MORNING, zone)
}

/** Holy Week included, as in the reminders' calendar (src/app/inhabil/calendarios.ts). */
async function baseInhabiles(data: UnitOfWork, hoy: Fecha): Promise<Inhabiles> {
  const year = Number(hoy.slice(0, 4))
  const recorded = await data.read.inhabiles.allBetween(hoy, sumarDias(hoy, 60))
  const byRule = [...inhabilesBase(year), ...inhabilesBase(year + 1)]
  return new Set([...byRule, ...recorded.filter((dia) => dia.ambito === "base")].map((dia) => dia.fecha))
}
