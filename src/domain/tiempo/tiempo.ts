import { Temporal } from "temporal-polyfill"
import type { Fecha, Hora, Instante } from "../tipos/tiempo.ts"

/** Always three decimals, so that two instants compare as text just as they compare in time. */
function canonical(instant: Temporal.Instant): Instante {
  return instant.toString({ smallestUnit: "millisecond" })
}

/** Every question asks for today's date, some times over: the last answers are kept. */
const fechas = new Map<string, Fecha>()
const MAX_FECHAS = 64

/** The civil date that an instant falls on in a zone. */
export function fechaEnZona(instante: Instante, zona: string): Fecha {
  // Offsets have been whole minutes since 1972, so a date holds for the whole of a UTC minute.
  if (!instante.endsWith("Z") || instante < "1972") return calcularFecha(instante, zona)
  const minuto = `${instante.slice(0, "2024-02-16T18:00".length)} ${zona}`
  const known = fechas.get(minuto)
  if (known !== undefined) return known
  const fecha = calcularFecha(instante, zona)
  if (fechas.size >= MAX_FECHAS) fechas.clear()
  fechas.set(minuto, fecha)
  return fecha
}

function calcularFecha(instante: Instante, zona: string): Fecha {
  return Temporal.Instant.from(instante).toZonedDateTimeISO(zona).toPlainDate().toString()
}

/** The wall-clock hour `HH:MM` of an instant in a zone. */
export function horaEnZona(instante: Instante, zona: string): Hora {
  return Temporal.Instant.from(instante)
    .toZonedDateTimeISO(zona)
    .toPlainTime()
    .toString({ smallestUnit: "minute" })
}

/** The instant of a wall-clock hour. An hour that the zone skips moves forward; one that repeats is the first. */
export function instanteDe(fecha: Fecha, hora: Hora, zona: string): Instante {
  const wall = Temporal.PlainDate.from(fecha).toZonedDateTime({
    timeZone: zona,
    plainTime: Temporal.PlainTime.from(hora),
  })
  return canonical(wall.toInstant())
}

export function sumarMs(instante: Instante, ms: number): Instante {
  return canonical(Temporal.Instant.from(instante).add({ milliseconds: Math.round(ms) }))
}

/** Milliseconds from `desde` to `hasta`; negative when `hasta` is earlier. */
export function msEntre(desde: Instante, hasta: Instante): number {
  return Temporal.Instant.from(hasta).epochMilliseconds - Temporal.Instant.from(desde).epochMilliseconds
}
