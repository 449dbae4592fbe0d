import { normalizar } from "../../texto/texto.ts"
import type { Fecha } from "../../tipos/tiempo.ts"
import { esMes, leerMes } from "../mes.ts"
import { anioDe, type MesCivil, mesDe, primerDia, sumarMeses, ultimoDia } from "./calendario.ts"
import type { Contexto } from "./lectura.ts"
import { leerRango } from "./varios-dias.ts"

/** The days from one to another, both included. */
export interface Tramo {
  readonly desde: Fecha
  readonly hasta: Fecha
}

/** Longest one, in months: what is told of more is told in parts. */
const MAX_MESES = 72

/** How many months each part of a year has. */
const PARTES: Readonly<Record<string, number>> = { semestre: 6, cuatrimestre: 4, trimestre: 3, bimestre: 2 }
const ORDINALES = ["primer", "segundo", "tercer", "cuarto", "quinto", "sexto", "ultimo"]

/**
 * A stretch of time that one looks back on, as people write it: «2026», «este año», «primer semestre 2026», «marzo», «de
 * octubre de 2025 a marzo de 2026», «del 1 de enero al 30 de junio de 2026». Without its year a month is the last one that
 * has begun, and a part of a year is of this one. `null`: it says no stretch, or none that is not too long.
 */
export function leerTramo(texto: string, contexto: Omit<Contexto, "pasado">): Tramo | null {
  const dicho = normalizar(texto)
    .replaceAll(/\b(?:el|la|ano|periodo)\b(?! pasado| actual)/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(/^(?:del? )(?=\d{4}$)/, "")
  const tramo =
    deAnio(dicho, contexto.hoy) ??
    deParte(dicho, contexto.hoy) ??
    deMeses(dicho, contexto.hoy) ??
    deDias(texto, contexto)
  return tramo === null || tramo.hasta < tramo.desde || mesesEntre(tramo) > MAX_MESES ? null : tramo
}

function deAnio(dicho: string, hoy: Fecha): Tramo | null {
  const escrito = /^(20\d\d)$/.exec(dicho)?.[1]
  const relativo = /^(?:este|ano actual|este ano)$/.test(dicho)
    ? 0
    : /^(?:ano pasado|ano anterior|anterior)$/.test(dicho)
      ? -1
      : null
  if (escrito === undefined && relativo === null) return null
  const anio = escrito === undefined ? anioDe(hoy) + (relativo ?? 0) : Number(escrito)
  return entre({ anio, mes: 1 }, { anio, mes: 12 })
}

/** "primer semestre 2026", "2o trimestre de 2026" */
function deParte(dicho: string, hoy: Fecha): Tramo | null {
  const match =
    /^(?:([1-6])(?:er|ro|do|o|to)?|([a-z]+?)) (semestre|cuatrimestre|trimestre|bimestre)(?: (?:del? )?(20\d\d))?$/.exec(
      dicho.replaceAll(".", ""),
    )
  const [, cifra, palabra, parte = "", escrito] = match ?? []
  const meses = PARTES[parte]
  if (meses === undefined) return null
  const cuantas = 12 / meses
  const dicha = ORDINALES.findIndex((ordinal) => palabra === ordinal || palabra === `${ordinal}o`) + 1
  const cual = cifra === undefined ? (palabra === "ultimo" ? cuantas : dicha) : Number(cifra)
  if (cual < 1 || cual > cuantas) return null
  const anio = escrito === undefined ? anioDe(hoy) : Number(escrito)
  return entre({ anio, mes: (cual - 1) * meses + 1 }, { anio, mes: cual * meses })
}

/** "marzo", "marzo de 2026", "de enero a junio de 2026", "octubre de 2025 a marzo de 2026" */
function deMeses(dicho: string, hoy: Fecha): Tramo | null {
  const [primero = "", ultimo, ...mas] = dicho.replace(/^de(?:sde)? /, "").split(/ (?:a|al|hasta) /)
  if (mas.length > 0 || /\d{1,2} de |\//.test(dicho)) return null
  const hasta = mesPasado(ultimo ?? primero, hoy)
  if (hasta === null) return null
  if (ultimo === undefined) return entre(hasta, hasta)
  const desde = /\d{4}/.test(primero) ? mesPasado(primero, hoy) : mesAntesDe(primero, hasta)
  return desde === null ? null : entre(desde, hasta)
}

/** Where no year is said, the last one that has begun. */
function mesPasado(dicho: string, hoy: Fecha): MesCivil | null {
  const [palabra = ""] = dicho.split(" ")
  if (!esMes(palabra) && !/^(?:este mes|mes pasado|mes actual|\d{4}-\d\d|\d\d-\d{4})$/.test(dicho))
    return null
  const leido = leerMes(dicho, hoy)
  if (leido === null || /\d{4}/.test(dicho) || !esMes(palabra)) return leido
  const actual = mesDe(hoy)
  return leido.anio > actual.anio || leido.mes > actual.mes ? { ...leido, anio: leido.anio - 1 } : leido
}

/** The first month takes the year in which it comes before the last. */
function mesAntesDe(dicho: string, hasta: MesCivil): MesCivil | null {
  const leido = esMes(dicho) ? leerMes(dicho, primerDia(hasta)) : null
  return leido && { mes: leido.mes, anio: leido.mes <= hasta.mes ? hasta.anio : hasta.anio - 1 }
}

/** Days in full: one without any year would be read as one to come. */
function deDias(texto: string, contexto: Omit<Contexto, "pasado">): Tramo | null {
  if (!/\d{4}/u.test(texto)) return null
  const rango = leerRango(texto.trim(), contexto)
  return typeof rango === "string" ? null : rango
}

const entre = (desde: MesCivil, hasta: MesCivil): Tramo => ({
  desde: primerDia(desde),
  hasta: ultimoDia(hasta),
})

function mesesEntre({ desde, hasta }: Tramo): number {
  const [a, b] = [mesDe(desde), mesDe(sumarMesesDe(hasta))]
  return (b.anio - a.anio) * 12 + b.mes - a.mes
}

const sumarMesesDe = (dia: Fecha): Fecha => primerDia(sumarMeses(mesDe(dia), 1))
