import type { Fecha, Hora } from "../../tipos/tiempo.ts"
import type { Inhabiles } from "../plazo.ts"

/** What a written date or hour means. Days come before months, as they are written in Mexico. */
export type Lectura =
  | { readonly kind: "fecha"; readonly fecha: Fecha }
  | { readonly kind: "hora"; readonly hora: Hora }
  | { readonly kind: "fecha_hora"; readonly fecha: Fecha; readonly hora: Hora }

export type Escrita =
  | Lectura
  /** For the person to say which. One alone is proposed and never assumed. */
  | { readonly kind: "ambigua"; readonly opciones: readonly Lectura[] }
  /** It cannot be; `propuestas`: what was perhaps meant. */
  | { readonly kind: "rechazada"; readonly rechazo: Rechazo; readonly propuestas: readonly Lectura[] }

export type Rechazo =
  /** No such day: 31/11. `dias`: how many the month has; `null`: it is the month that there is not. */
  | { readonly razon: "inexistente"; readonly de: "dia"; readonly dias: DiasDelMes | null }
  /** 25:00, 10:60. */
  | { readonly razon: "inexistente"; readonly de: "hora" }
  /** "lunes 15 de diciembre", and that day is another one of the week. `dicho`: 1 Monday … 7 Sunday. */
  | { readonly razon: "dia_no_coincide"; readonly fecha: Fecha; readonly dicho: number }
  | { readonly razon: "pasada"; readonly fecha: Fecha | null }
  /** 12/18: the month stands first. */
  | { readonly razon: "mes_primero" }
  /** Only a month, or a year. */
  | { readonly razon: "falta_dia" }
  /** Years away: a typing mistake. */
  | { readonly razon: "lejana"; readonly fecha: Fecha }
  /** What was written contradicts itself: "13 am", "mañana 5 de enero". */
  | { readonly razon: "contradictoria" }
  /** Two hours where one is asked. */
  | { readonly razon: "rango" }
  /** There is no date or hour in it. */
  | { readonly razon: "vaga" }

/** Days that a month of a year has. */
export interface DiasDelMes {
  readonly anio: number
  /** 1 to 12. */
  readonly mes: number
  readonly dias: number
}

/** What a reading depends on. */
export interface Contexto {
  /** The day that terms are counted from; it is not counted itself. */
  readonly hoy: Fecha
  /** Of the body, from today on. */
  readonly inhabiles: Inhabiles
  /** IANA zone of the official hour. */
  readonly zona: string
  /** Whether a day that has passed may be meant. */
  readonly pasado: boolean
}

/** The part of a reading that is only about a day. */
export type Dia =
  | { readonly kind: "fecha"; readonly fecha: Fecha }
  | { readonly kind: "ambigua"; readonly opciones: readonly Fecha[] }
  | { readonly kind: "rechazada"; readonly rechazo: Rechazo; readonly propuestas: readonly Fecha[] }

export const fecha = (dia: Fecha): Dia => ({ kind: "fecha", fecha: dia })

export function rechazo<T>(como: Rechazo, propuestas: readonly T[] = []) {
  return { kind: "rechazada", rechazo: como, propuestas } as const
}

export const VAGA = rechazo<never>({ razon: "vaga" })

/** Nothing at all was understood. */
export const esVaga = (leida: {
  readonly kind: string
  readonly rechazo?: Rechazo
  readonly propuestas?: readonly unknown[]
}): boolean => leida.rechazo?.razon === "vaga" && leida.propuestas?.length === 0

/** One shape that a date or an hour is written in, over the symbols of its words. `null`: it only looked like it. */
export interface Forma<T> {
  readonly forma: RegExp
  leer(partes: readonly (string | undefined)[], contexto: Contexto): T | null
}

/** The first shape that fits. */
export function segunForma<T>(formas: readonly Forma<T>[], symbols: string, contexto: Contexto): T | null {
  for (const { forma, leer } of formas) {
    const match = forma.exec(symbols)
    const leida = match && leer(match.slice(1), contexto)
    if (leida !== null) return leida
  }
  return null
}
