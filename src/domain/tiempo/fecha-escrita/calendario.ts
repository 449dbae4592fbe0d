import { Temporal } from "temporal-polyfill"
import type { Fecha } from "../../tipos/tiempo.ts"
import { diaCivil, diaDeSemana } from "../dia-civil.ts"
import { esHabil, type Inhabiles, sumarDias, sumarDiasHabiles } from "../plazo.ts"
import { type Contexto, type Dia, type DiasDelMes, fecha, rechazo } from "./lectura.ts"

/** A month of a year, 1 to 12. */
export interface MesCivil {
  readonly anio: number
  readonly mes: number
}

export const LUNES = 1
export const VIERNES = 5
/** A day without its year that passed this recently is that one: the next one, a year away, is not said to be meant. */
const RECIENTE = 30
/** Nearer than this, the next such day is what is meant, whatever passed before. */
const MEDIO_ANIO = 183
/** Farther away, it is a typing mistake. */
const MAX_ANIOS = 10

export const anioDe = (dia: Fecha): number => Number(dia.slice(0, 4))
export const mesDe = (dia: Fecha): MesCivil => ({ anio: anioDe(dia), mes: Number(dia.slice(5, 7)) })
/** 1 Monday … 7 Sunday. */
export const semanaDe = (dia: Fecha): number => diaDeSemana(diaCivil(dia))
export const diasEntre = (desde: Fecha, hasta: Fecha): number => diaCivil(hasta) - diaCivil(desde)

export function diasDelMes({ anio, mes }: MesCivil): number {
  return Temporal.PlainYearMonth.from({ year: anio, month: mes }).daysInMonth
}

export function sumarMeses({ anio, mes }: MesCivil, n: number): MesCivil {
  const total = anio * 12 + (mes - 1) + n
  return { anio: Math.floor(total / 12), mes: (total % 12) + 1 }
}

/** `null`: there is no such day. */
export function civil(dia: number, { anio, mes }: MesCivil): Fecha | null {
  if (mes < 1 || mes > 12 || dia < 1 || dia > diasDelMes({ anio, mes })) return null
  const cifras = (n: number, length: number) => String(n).padStart(length, "0")
  return `${cifras(anio, 4)}-${cifras(mes, 2)}-${cifras(dia, 2)}`
}

export const primerDia = (mes: MesCivil): Fecha => civil(1, mes) ?? ""

export const ultimoDia = (mes: MesCivil): Fecha => civil(diasDelMes(mes), mes) ?? ""

/** The last business day up to `dia`. */
export const habilHasta = (dia: Fecha, inhabiles: Inhabiles): Fecha =>
  esHabil(dia, inhabiles) ? dia : sumarDiasHabiles(dia, -1, inhabiles)

export function inexistente(dia: number, { anio, mes }: MesCivil): Dia {
  const dias: DiasDelMes | null =
    mes >= 1 && mes <= 12 && dia > 0 ? { anio, mes, dias: diasDelMes({ anio, mes }) } : null
  return rechazo({ razon: "inexistente", de: "dia", dias })
}

/** A day written with its year. */
export function conAnio(dia: number, mes: MesCivil): Dia {
  const found = civil(dia, mes)
  return found === null ? inexistente(dia, mes) : fecha(found)
}

/** A day written without its year: the next one, unless it has just passed. */
export function sinAnio(dia: number, mes: number, { hoy, pasado }: Contexto): Dia {
  const este = anioDe(hoy)
  const cerca = [este - 1, este, este + 1].flatMap((anio) => civil(dia, { anio, mes }) ?? [])
  const siguiente = cerca.find((una) => una >= hoy)
  const anterior = cerca.findLast((una) => una < hoy)
  if (siguiente === undefined) return sinSiguiente(dia, mes, hoy, anterior)
  if (anterior === undefined || diasEntre(hoy, siguiente) < MEDIO_ANIO) return fecha(siguiente)
  const hace = diasEntre(anterior, hoy)
  if (hace > MEDIO_ANIO) return fecha(siguiente)
  if (pasado) return { kind: "ambigua", opciones: [anterior, siguiente] }
  return hace <= RECIENTE
    ? rechazo({ razon: "pasada", fecha: anterior }, [siguiente])
    : { kind: "ambigua", opciones: [siguiente] }
}

/** The 29th of February of a year that has none, or no day of any year. */
function sinSiguiente(dia: number, mes: number, hoy: Fecha, anterior: Fecha | undefined): Dia {
  const anio = anioDe(hoy) + (primerDia({ anio: anioDe(hoy), mes }) < hoy ? 1 : 0)
  const no = inexistente(dia, { anio, mes })
  if (anterior === undefined && mes !== 2) return no
  const bisiesto = Array.from({ length: 8 }, (_, i) => civil(dia, { anio: anio + i, mes })).find(
    (una) => una !== null,
  )
  return no.kind === "rechazada" && bisiesto ? { ...no, propuestas: [bisiesto] } : no
}

/** The next day of that number; if it is today's, today or the next month's. */
export function siguienteDia(dia: number, { hoy }: Contexto): Dia {
  const meses = Array.from({ length: 3 }, (_, i) => sumarMeses(mesDe(hoy), i))
  const dias = meses.flatMap((mes) => civil(dia, mes) ?? []).filter((una) => una >= hoy)
  const [primero, segundo] = dias
  if (primero === undefined) return inexistente(dia, mesDe(hoy))
  return primero === hoy && segundo !== undefined
    ? { kind: "ambigua", opciones: [primero, segundo] }
    : fecha(primero)
}

/** What cannot be for where it lies: before today, or years away. */
export function enElTiempo(dia: Dia, contexto: Contexto): Dia {
  const { hoy, pasado } = contexto
  if (dia.kind === "rechazada") return dia
  if (dia.kind === "fecha") {
    if (dia.fecha < hoy && !pasado) {
      return rechazo({ razon: "pasada", fecha: dia.fecha }, desplazada(dia.fecha, hoy))
    }
    if (Math.abs(anioDe(dia.fecha) - anioDe(hoy)) > MAX_ANIOS) {
      return rechazo({ razon: "lejana", fecha: dia.fecha }, desplazada(dia.fecha, hoy))
    }
    return dia
  }
  const posibles = [...new Set(dia.opciones)].filter((una) => pasado || una >= hoy).sort()
  if (posibles.length > 0) return { kind: "ambigua", opciones: posibles }
  return rechazo({ razon: "pasada", fecha: dia.opciones[0] ?? null })
}

/** The same day of this year or of the next: with a wrong year, what was perhaps meant. */
function desplazada(dia: Fecha, hoy: Fecha): readonly Fecha[] {
  if (anioDe(dia) === anioDe(hoy) && diasEntre(dia, hoy) < MEDIO_ANIO) return []
  const [, mes = 0, numero = 0] = dia.split("-").map(Number)
  return [anioDe(hoy), anioDe(hoy) + 1]
    .flatMap((anio) => civil(numero, { anio, mes }) ?? [])
    .filter((una) => una >= hoy)
    .slice(0, 1)
}

/** The day of the week that was said must be the date's own. */
export function conDiaDeSemana(dicho: number, dia: Dia): Dia {
  if (dia.kind === "rechazada") return dia
  const fechas = dia.kind === "fecha" ? [dia.fecha] : dia.opciones
  const [una, ...otras] = fechas.filter((posible) => semanaDe(posible) === dicho)
  if (una !== undefined)
    return otras.length === 0 ? fecha(una) : { kind: "ambigua", opciones: [una, ...otras] }
  const [primera = ""] = fechas
  const desvio = ((dicho - semanaDe(primera) + 10) % 7) - 3
  return rechazo({ razon: "dia_no_coincide", fecha: primera, dicho }, [primera, sumarDias(primera, desvio)])
}
