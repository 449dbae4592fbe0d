import { Temporal } from "temporal-polyfill"
import { normalizar } from "../texto/texto.ts"
import type { Fecha } from "../tipos/tiempo.ts"

export const MESES = [
  "enero",
  "febrero",
  "marzo",
  "abril",
  "mayo",
  "junio",
  "julio",
  "agosto",
  "septiembre",
  "octubre",
  "noviembre",
  "diciembre",
] as const

/** A month's name, in compared form. */
export const esMes = (palabra: string): boolean => MESES.some((mes) => mes === palabra)

export interface Mes {
  readonly anio: number
  /** 1 to 12. */
  readonly mes: number
}

/**
 * A month as people write it: "marzo", "mar", "marzo 2027", "03/2027", "2027-03", "este mes", "próximo". A month without a
 * year is the next one to come, this month included; past ones need their year. `null`: not a month.
 */
export function leerMes(texto: string, hoy: Fecha): Mes | null {
  const { year, month } = Temporal.PlainDate.from(hoy)
  const actual = { anio: year, mes: month }
  const typed = normalizar(texto)
    .replaceAll(/\b(?:mes|de|del|el)\b/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim()
  if (typed === "" || /^(?:este|actual|hoy)$/.test(typed)) return actual
  if (/^(?:proximo|siguiente|que viene|entrante)$/.test(typed)) return desplazarMes(actual, 1)
  if (/^(?:anterior|pasado)$/.test(typed)) return desplazarMes(actual, -1)
  return conNombre(typed, actual) ?? conNumeros(typed)
}

export function desplazarMes({ anio, mes }: Mes, n: number): Mes {
  const { year, month } = new Temporal.PlainYearMonth(anio, mes).add({ months: n })
  return { anio: year, mes: month }
}

/** "2027-03" */
export function claveMes({ anio, mes }: Mes): string {
  return `${anio}-${String(mes).padStart(2, "0")}`
}

/** Every date of the month, in order. */
export function diasDelMes(mes: Mes): readonly Fecha[] {
  const { daysInMonth } = new Temporal.PlainYearMonth(mes.anio, mes.mes)
  return Array.from({ length: daysInMonth }, (_, i) => `${claveMes(mes)}-${String(i + 1).padStart(2, "0")}`)
}

function conNombre(typed: string, actual: Mes): Mes | null {
  const match = /^([a-z]+)\.?(?: (\d{4}))?$/.exec(typed)
  const word = match?.[1] === "setiembre" ? "septiembre" : match?.[1]
  if (word === undefined || word.length < 3) return null
  const mes = MESES.findIndex((name) => name === word || (word.length <= 4 && name.startsWith(word))) + 1
  if (mes === 0) return null
  if (match?.[2] !== undefined) return enRango({ anio: Number(match[2]), mes })
  return { anio: mes < actual.mes ? actual.anio + 1 : actual.anio, mes }
}

function conNumeros(typed: string): Mes | null {
  const match = /^(\d{4})[-/. ](\d{1,2})$/.exec(typed)
  if (match) return enRango({ anio: Number(match[1]), mes: Number(match[2]) })
  const inverted = /^(\d{1,2})[-/. ](\d{4})$/.exec(typed)
  return inverted ? enRango({ anio: Number(inverted[2]), mes: Number(inverted[1]) }) : null
}

/** The rules of the calendar hold since the Mondays were introduced, in 2006. */
function enRango(mes: Mes): Mes | null {
  return mes.mes >= 1 && mes.mes <= 12 && mes.anio >= 2006 && mes.anio <= 2199 ? mes : null
}
