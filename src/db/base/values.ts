import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import type { OrigenActo } from "../../ports/repositories/bitacora.ts"
import type { Prisma } from "../generated/client.ts"

/** The driver gives civil dates and instants as `Date`; nothing outside this folder sees one. */

export function fechaOf(date: Date): Fecha {
  return date.toISOString().slice(0, 10)
}

export function fechaOrNull(date: Date | null): Fecha | null {
  return date === null ? null : fechaOf(date)
}

/** A civil date as the driver writes it: its midnight in UTC. */
export function dateOf(fecha: Fecha): Date {
  return new Date(`${fecha}T00:00:00Z`)
}

export function dateOrNull(fecha: Fecha | null): Date | null {
  return fecha === null ? null : dateOf(fecha)
}

export function instanteOf(date: Date): Instante {
  return date.toISOString()
}

export function instanteOrNull(date: Date | null): Instante | null {
  return date === null ? null : instanteOf(date)
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** An id that comes from a button or a file may be anything; PostgreSQL would refuse the whole query. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}

/** NUL and halves of a character pair: valid in a JavaScript string, refused by PostgreSQL. */
const UNSTORABLE = /[\0\p{Cs}]/gu

export function storable(text: string): string {
  return text.replace(UNSTORABLE, "\uFFFD")
}

/** Plain JSON of a value, with texts that can be stored. */
export function jsonOf(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === "string" ? storable(part) : part,
  )
}

/** The columns of the log that say where an order came from. */
export function origenData(origen: OrigenActo | null) {
  if (origen === null) return {}
  const { cuenta, lugar, orden } = origen
  return { cuenta: cuenta && storable(cuenta), lugar: lugar && storable(lugar), orden }
}
