import type { Fecha } from "../tipos/tiempo.ts"

/**
 * Civil dates as whole days since 1 January 1970, for counting: reminders and terms walk over hundreds of days, and a
 * calendar object for each of them costs most of an answer. Proleptic Gregorian calendar, years 0 to 9999.
 * Source of both conversions: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
 */
const DIAS_DE_ERA = 146_097
const DIAS_HASTA_1970 = 719_468

/** The dates that a calculation walks over are few, and walked over again and again: the last ones are kept. */
const MAX_CONOCIDAS = 8_192
const dias = new Map<Fecha, number>()
const fechas = new Map<number, Fecha>()

function conocida<K, V>(conocidas: Map<K, V>, clave: K, calcular: (clave: K) => V): V {
  const known = conocidas.get(clave)
  if (known !== undefined) return known
  const value = calcular(clave)
  if (conocidas.size >= MAX_CONOCIDAS) conocidas.clear()
  conocidas.set(clave, value)
  return value
}

export const diaCivil = (fecha: Fecha): number => conocida(dias, fecha, calcularDia)

export const fechaCivil = (numero: number): Fecha => conocida(fechas, numero, calcularFecha)

function calcularDia(fecha: Fecha): number {
  const partes = /^(\d{4})-(\d{2})-(\d{2})$/.exec(fecha)
  const [anio, mes, dia] = partes ? [Number(partes[1]), Number(partes[2]), Number(partes[3])] : [0, 0, 0]
  // Years begin in March, so that the leap day is the last one.
  const y = mes <= 2 ? anio - 1 : anio
  const era = Math.floor(y / 400)
  const anioDeEra = y - era * 400
  const diaDeAnio = Math.floor((153 * (mes > 2 ? mes - 3 : mes + 9) + 2) / 5) + dia - 1
  const diaDeEra = anioDeEra * 365 + Math.floor(anioDeEra / 4) - Math.floor(anioDeEra / 100) + diaDeAnio
  const numero = era * DIAS_DE_ERA + diaDeEra - DIAS_HASTA_1970
  // 30 February gives another date back: neither it nor a malformed text is a date.
  if (fechaCivil(numero) !== fecha) throw new RangeError(`not a civil date: ${fecha}`)
  return numero
}

function calcularFecha(numero: number): Fecha {
  const z = numero + DIAS_HASTA_1970
  const era = Math.floor(z / DIAS_DE_ERA)
  const diaDeEra = z - era * DIAS_DE_ERA
  const anioDeEra = Math.floor(
    (diaDeEra -
      Math.floor(diaDeEra / 1460) +
      Math.floor(diaDeEra / 36_524) -
      Math.floor(diaDeEra / 146_096)) /
      365,
  )
  const diaDeAnio = diaDeEra - (365 * anioDeEra + Math.floor(anioDeEra / 4) - Math.floor(anioDeEra / 100))
  const mesDesdeMarzo = Math.floor((5 * diaDeAnio + 2) / 153)
  const dia = diaDeAnio - Math.floor((153 * mesDesdeMarzo + 2) / 5) + 1
  const mes = mesDesdeMarzo < 10 ? mesDesdeMarzo + 3 : mesDesdeMarzo - 9
  const anio = anioDeEra + era * 400 + (mes <= 2 ? 1 : 0)
  return `${String(anio).padStart(4, "0")}-${String(mes).padStart(2, "0")}-${String(dia).padStart(2, "0")}`
}

/** 1 Monday … 7 Sunday. Day 0 was a Thursday. */
export function diaDeSemana(numero: number): number {
  return ((((numero + 3) % 7) + 7) % 7) + 1
}

export function esEntreSemana(numero: number): boolean {
  return diaDeSemana(numero) <= 5
}
