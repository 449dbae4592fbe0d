import ICAL from "ical.js"

/** An entry as another library reads it from the text. */
export interface EntradaLeida {
  readonly uid: string
  readonly secuencia: number
  readonly estado: string
  readonly titulo: string
  readonly descripcion: string
  readonly lugar: string | null
  readonly url: string | null
  readonly diaCompleto: boolean
  /** `2024-08-15T10:00:00`, or the date alone. */
  readonly inicio: string
  /** The instant in UTC, by the zone that the file itself describes. */
  readonly instante: string
  readonly fin: string | null
  readonly zona: string
}

export interface CalendarioLeido {
  readonly metodo: string
  readonly nombre: string | null
  readonly zonas: readonly string[]
  readonly entradas: readonly EntradaLeida[]
}

/** Reads iCalendar text strictly; throws where it is not iCalendar. */
export function leerCalendario(texto: string): CalendarioLeido {
  const calendar = new ICAL.Component(ICAL.parse(texto) as unknown[])
  const zones = calendar.getAllSubcomponents("vtimezone")
  const value = (component: InstanceType<typeof ICAL.Component>, name: string): string | null => {
    const found = component.getFirstPropertyValue(name)
    return found === null || found === undefined ? null : String(found)
  }
  return {
    metodo: value(calendar, "method") ?? "",
    nombre: value(calendar, "x-wr-calname"),
    zonas: zones.map((zone) => value(zone, "tzid") ?? ""),
    entradas: calendar.getAllSubcomponents("vevent").map((component) => {
      const event = new ICAL.Event(component)
      const tzid = component.getFirstProperty("dtstart")?.getParameter("tzid") ?? null
      const zone = zones.find((each) => value(each, "tzid") === tzid)
      const start = event.startDate
      if (zone) start.zone = new ICAL.Timezone(zone)
      return {
        uid: event.uid,
        secuencia: event.sequence,
        estado: value(component, "status") ?? "",
        titulo: event.summary,
        descripcion: event.description,
        lugar: event.location,
        url: value(component, "url"),
        diaCompleto: start.isDate,
        inicio: start.toString(),
        instante: start.convertToZone(ICAL.Timezone.utcTimezone).toString(),
        fin: value(component, "dtend"),
        zona: String(tzid ?? ""),
      }
    }),
  }
}
