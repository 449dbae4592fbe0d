import ical, {
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator"
import { Temporal } from "temporal-polyfill"
import { tzlib_get_ical_block, tzlib_get_timezones } from "timezones-ical-library"
import { type EntradaCalendario, MINUTOS_SIN_TERMINO } from "../../cards/calendario/entrada.ts"
import { legible as limpio } from "../../domain/texto/legible.ts"
import { instanteDe } from "../../domain/tiempo/tiempo.ts"
import type { Fecha, Hora, Instante } from "../../domain/tipos/tiempo.ts"

export interface ArchivoCalendario {
  /** `CANCEL`: what is in it is to be struck out. There are no attendees, so it is never a `REQUEST`. Only with an organizer. */
  readonly metodo: "PUBLISH" | "CANCEL"
  /** Of a calendar that one subscribes to, and how often it is worth asking for it again; `null`: a file of one entry. */
  readonly suscripcion: { readonly nombre: string; readonly segundos: number } | null
  readonly entradas: readonly EntradaCalendario[]
  readonly now: Instante
}

export const TIPO_CALENDARIO = "text/calendar; charset=utf-8"

/**
 * iCalendar text (RFC 5545). Where the body has an address on record it is a message of iTIP (RFC 5546: METHOD, with the
 * ORGANIZER that it asks for); where it has none, none is made up, and it is a calendar without a method. Every entry has
 * an end or a duration: programs show one without as of no minutes. The zones are described by the rules in force today, so it is meant for sessions to come and recent ones.
 */
export function archivoCalendario({ metodo, suscripcion, entradas, now }: ArchivoCalendario): string {
  const calendar = ical({ prodId: { company: "Plenaria", product: "Plenaria", language: "ES" } })
  if (entradas.every(({ organizador }) => organizador !== null)) calendar.method(ICalCalendarMethod[metodo])
  // Without a name: the library would write DTSTAMP, which is always UTC, in the calendar's zone.
  calendar.timezone({ name: null, generator: (zona) => reglaDeZona(zona)?.bloque ?? null })
  if (suscripcion !== null) {
    calendar.name(escapado(limpio(suscripcion.nombre).replaceAll("\n", " ")))
    calendar.ttl(suscripcion.segundos)
  }
  for (const entrada of entradas) agregar(calendar, entrada, now)
  return propiedadesPrimero(`${calendar.toString()}\r\n`)
}

function agregar(calendar: ICalCalendar, entrada: EntradaCalendario, now: Instante): void {
  const { uid, secuencia, estado, titulo, lugar, descripcion, fecha, hora, horaFin, zona, organizador } =
    entrada
  const event = calendar.createEvent({
    id: uid,
    sequence: secuencia,
    stamp: Temporal.Instant.from(now),
    start: Temporal.PlainDate.from(fecha),
    allDay: hora === null,
    summary: limpio(titulo).replaceAll("\n", " "),
    description: limpio(descripcion),
    status: ICalEventStatus[estado],
  })
  if (organizador !== null) {
    event.organizer({ name: limpio(organizador.nombre).replaceAll("\n", " "), email: organizador.correo })
  }
  if (hora === null) {
    event.transparency(ICalEventTransparency.TRANSPARENT)
    event.end(Temporal.PlainDate.from(fecha).add({ days: 1 }))
  } else situar(event, { fecha, hora, horaFin, zona })
  if (lugar !== null) event.location(limpio(lugar).replaceAll("\n", ", "))
  const url = direccion(entrada.url)
  if (url !== null) event.url(url)
}

/** In the body's own zone where its rules are known, and otherwise as the instant that it is. */
function situar(
  event: ReturnType<ICalCalendar["createEvent"]>,
  cuando: {
    readonly fecha: Fecha
    readonly hora: Hora
    readonly horaFin: Hora | null
    readonly zona: string
  },
): void {
  const { fecha, hora, horaFin, zona } = cuando
  const regla = reglaDeZona(zona)
  const at = (wall: Hora) =>
    regla === null
      ? Temporal.Instant.from(instanteDe(fecha, wall, zona))
      : Temporal.PlainDateTime.from(`${fecha}T${wall}`)
  if (regla !== null) event.timezone(regla.tzid)
  event.start(at(hora))
  // An end that is not after the beginning is of another day, and nobody recorded which.
  const fin =
    horaFin !== null && horaFin > hora ? at(horaFin) : at(hora).add({ minutes: MINUTOS_SIN_TERMINO })
  event.end(fin)
}

const ZONAS: ReadonlySet<string> = new Set(tzlib_get_timezones())

/** The VTIMEZONE of a zone and the name by which it calls it, which differs for an old name. */
function reglaDeZona(zona: string): { readonly bloque: string; readonly tzid: string } | null {
  const [bloque, tzid] = ZONAS.has(zona) ? tzlib_get_ical_block(zona) : []
  return bloque && tzid ? { bloque, tzid: tzid.replace("TZID=", "") } : null
}

/** The library writes some properties of the calendar after its zones; the standard wants them all before. */
function propiedadesPrimero(texto: string): string {
  return texto.replace(
    /((?:BEGIN:VTIMEZONE\r\n.*?END:VTIMEZONE\r\n)+)((?:(?!BEGIN:|END:)[^\r]*\r\n)+)/s,
    "$2$1",
  )
}

const escapado = (texto: string) => texto.replace(/[\\;,]/g, "\\$&")

/** Only an address that a calendar may open; commas and semicolons as codes, because the library escapes them as text. */
function direccion(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return protocol === "https:" || protocol === "http:"
    ? href.replaceAll(",", "%2C").replaceAll(";", "%3B").replaceAll("\\", "%5C")
    : null
}
