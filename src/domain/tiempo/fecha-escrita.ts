import { Temporal } from "temporal-polyfill"
import { normalizar } from "../texto/texto.ts"
import type { Fecha } from "../tipos/tiempo.ts"
import { type Inhabiles, sumarDias, sumarDiasHabiles } from "./plazo.ts"

/** What a date typed by a person means. Days come before months, as they are written in Mexico. */
export type FechaEscrita =
  | { readonly kind: "fecha"; readonly fecha: Fecha }
  /** Not a date in any known form. */
  | { readonly kind: "ilegible" }
  /** 31/02: there is no such day. */
  | { readonly kind: "inexistente" }
  /** It may be any of these: which one is for the person to say. */
  | { readonly kind: "ambigua"; readonly opciones: readonly Fecha[] }
  | { readonly kind: "pasada"; readonly fecha: Fecha }
  /** "lunes 12 de marzo", and that day is not a Monday. */
  | { readonly kind: "otro_dia"; readonly fecha: Fecha }

/** Why a typed date cannot be used for what was asked. */
export type FechaRechazada =
  | Exclude<FechaEscrita, { readonly kind: "fecha" }>
  | { readonly kind: "falta" }
  /** Today, or sooner. */
  | { readonly kind: "hoy" }
  /** `siguiente`: the business day that follows; `null`: it would be too late. */
  | { readonly kind: "inhabil"; readonly fecha: Fecha; readonly siguiente: Fecha | null }
  | { readonly kind: "no_antes"; readonly fecha: Fecha; readonly vence: Fecha }
  | { readonly kind: "no_despues"; readonly fecha: Fecha; readonly vence: Fecha }

const MESES =
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" ")
const DIAS = "lunes martes miercoles jueves viernes sabado domingo".split(" ")
const NUMEROS =
  "cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince".split(" ")
const MAX_TYPED = 60
/** Farther away, it is a typing mistake. */
const MAX_DIAS = 366
/** Without a year, a day that passed up to this many days ago is that day, and not next year's. */
const RECIENTE = 183
/** No date that is written can be before it. */
const EN_EL_PASADO = "1900-01-01"

type Partes = { readonly dia: number; readonly mes: number; readonly anio: number | null }

/**
 * Reads "2024-03-12", "12/03", "12/03/2024", "12 de marzo (de 2024)", "lunes 12 de marzo", "hoy", "mañana", "pasado
 * mañana", "el lunes", "en 3 días", "en 3 días hábiles", "en una semana". Pure, and never throws. Without a year it is
 * the next such day from `hoy` on, unless it passed in the last half year.
 */
export function leerFechaEscrita(texto: string, hoy: Fecha, inhabiles: Inhabiles): FechaEscrita {
  if (texto.length > MAX_TYPED) return { kind: "ilegible" }
  const plain = normalizar(texto)
    .replace(/[.,]+$/u, "")
    .replace(/^(?:(?:hasta|para|a|al|el|dia)\s+)+/u, "")
  return relativa(plain, hoy, inhabiles) ?? conDiaDeSemana(plain, hoy)
}

/** A day written with its year ("31 de julio de 2024", "31/07/2024"), past or not; `null`: it is not one day. */
export function leerFechaConAnio(texto: string): Fecha | null {
  if (!/\b\d{4}\b/u.test(texto)) return null
  const leida = leerFechaEscrita(texto, EN_EL_PASADO, new Set())
  return leida.kind === "fecha" ? leida.fecha : null
}

function relativa(plain: string, hoy: Fecha, inhabiles: Inhabiles): FechaEscrita | null {
  if (plain === "hoy") return { kind: "fecha", fecha: hoy }
  if (plain === "manana") return { kind: "fecha", fecha: sumarDias(hoy, 1) }
  if (plain === "pasado manana") return { kind: "fecha", fecha: sumarDias(hoy, 2) }
  const match =
    /^(?:en|dentro de)? ?(\d{1,3}|\p{L}+) (dias? habil(?:es)?|dh|dias?(?: naturales?)?|semanas?)$/u.exec(
      plain,
    )
  const n = cantidad(match?.[1] ?? "")
  if (!match || n === null) return null
  if (n < 1 || n > MAX_DIAS) return { kind: "ilegible" }
  const unidad = match[2] ?? ""
  if (/habil|dh/u.test(unidad)) return { kind: "fecha", fecha: sumarDiasHabiles(hoy, n, inhabiles) }
  const dias = unidad.startsWith("semana") ? n * 7 : n
  return dias > MAX_DIAS ? { kind: "ilegible" } : { kind: "fecha", fecha: sumarDias(hoy, dias) }
}

function cantidad(word: string): number | null {
  if (/^\d+$/u.test(word)) return Number(word)
  const at = NUMEROS.indexOf(word === "una" || word === "uno" ? "un" : word)
  return at < 0 ? null : at
}

/** "lunes", "proximo lunes", "lunes 12 de marzo". */
function conDiaDeSemana(plain: string, hoy: Fecha): FechaEscrita {
  const match = /^(?:proximo )?(\p{L}+),?(?: (.+))?$/u.exec(plain)
  const weekday = DIAS.indexOf(match?.[1] ?? "") + 1
  if (!match || weekday === 0) return absoluta(plain, hoy)
  if (match[2] === undefined || match[2] === "proximo") {
    const ahead = (weekday - Temporal.PlainDate.from(hoy).dayOfWeek + 7) % 7 || 7
    return { kind: "fecha", fecha: sumarDias(hoy, ahead) }
  }
  const found = absoluta(match[2].replace(/^(?:el|dia) /u, ""), hoy)
  if (found.kind !== "fecha") return found
  return Temporal.PlainDate.from(found.fecha).dayOfWeek === weekday
    ? found
    : { kind: "otro_dia", fecha: found.fecha }
}

function absoluta(plain: string, hoy: Fecha): FechaEscrita {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(plain)
  if (iso) return enElCalendario({ anio: Number(iso[1]), mes: Number(iso[2]), dia: Number(iso[3]) }, hoy)
  const corta = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}))?$/u.exec(plain)
  if (corta) {
    const anio = corta[3] === undefined ? null : Number(corta[3])
    return enElCalendario({ dia: Number(corta[1]), mes: Number(corta[2]), anio }, hoy)
  }
  const dos = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2})$/u.exec(plain)
  if (dos) return anioDeDosCifras(Number(dos[1]), Number(dos[2]), Number(dos[3]), hoy)
  const palabras =
    /^(\d{1,2})(?:[º°]|o|ro)?(?: de |[ -/])(\p{L}{3,10})\.?(?:(?: del? |[ -/])(\d{4}))?$/u.exec(plain)
  const mes = palabras ? numeroDeMes(palabras[2] ?? "") : null
  if (!palabras || mes === null) return { kind: "ilegible" }
  const anio = palabras[3] === undefined ? null : Number(palabras[3])
  return enElCalendario({ dia: Number(palabras[1]), mes, anio }, hoy)
}

/** The whole name or its beginning; "setiembre" is also written. */
function numeroDeMes(word: string): number | null {
  const name = word === "setiembre" || word === "set" ? "septiembre" : word
  const at = MESES.findIndex((mes) => mes.startsWith(name))
  return at < 0 ? null : at + 1
}

/** "24/03/25" may be read from either end; a reading that is past is not what was meant if the other one is not. */
function anioDeDosCifras(primero: number, mes: number, ultimo: number, hoy: Fecha): FechaEscrita {
  const usual = civil({ dia: primero, mes, anio: 2000 + ultimo })
  const inversa = civil({ dia: ultimo, mes, anio: 2000 + primero })
  const opciones = [...new Set([usual, inversa].filter((fecha) => fecha !== null && fecha >= hoy))]
  if (opciones.length === 0 || opciones.every((fecha) => fecha === usual))
    return conAnio(usual ?? inversa, hoy)
  return { kind: "ambigua", opciones: opciones.filter((fecha) => fecha !== null) }
}

function enElCalendario({ dia, mes, anio }: Partes, hoy: Fecha): FechaEscrita {
  if (anio !== null) return conAnio(civil({ dia, mes, anio }), hoy)
  const este = Number(hoy.slice(0, 4))
  // The 29th of February waits for the next leap year, at most eight years away.
  for (let year = este; year <= este + 8; year += 1) {
    const fecha = civil({ dia, mes, anio: year })
    if (fecha === null) continue
    if (fecha >= hoy) return { kind: "fecha", fecha }
    if (fecha >= sumarDias(hoy, -RECIENTE)) return { kind: "pasada", fecha }
  }
  return { kind: "inexistente" }
}

function conAnio(fecha: Fecha | null, hoy: Fecha): FechaEscrita {
  if (fecha === null) return { kind: "inexistente" }
  return fecha < hoy ? { kind: "pasada", fecha } : { kind: "fecha", fecha }
}

function civil({ dia, mes, anio }: { dia: number; mes: number; anio: number }): Fecha | null {
  if (mes < 1 || mes > 12 || dia < 1 || anio < 1900 || anio > 2199) return null
  if (dia > Temporal.PlainYearMonth.from({ year: anio, month: mes }).daysInMonth) return null
  return Temporal.PlainDate.from({ year: anio, month: mes, day: dia }).toString()
}
