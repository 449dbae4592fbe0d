import { Temporal } from "temporal-polyfill"
import type { Fecha } from "../../tipos/tiempo.ts"
import { sumarDias, sumarDiasHabiles } from "../plazo.ts"
import { LUNES, semanaDe } from "./calendario.ts"
import { type Contexto, type Dia, type Forma, fecha, rechazo, segunForma } from "./lectura.ts"

/** Days that are named by how far they are from today, or by their day of the week. */

/** Longest term that is read, in its own units: beyond, nobody knows which days will be business days. */
const MAX_PLAZO = 366
/** "En ocho días" is a week to some and eight days to others; "en quince", two weeks or fifteen. */
const COLOQUIALES: ReadonlySet<number> = new Set([8, 15])
/** Days from today. */
const CERCANOS: Readonly<Record<string, number>> = { HOY: 0, MANANA: 1, PASADO: 2, AYER: -1 }

const n = (cifras: string | undefined): number => Number(cifras)

const DIAS_RELATIVOS: readonly Forma<Dia>[] = [
  { forma: /^(HOY|MANANA|PASADO|AYER)$/, leer: ([cual = ""], { hoy }) => fecha(cercano(cual, hoy)) },
  {
    forma: /^(HOY|MANANA) EN (8|15)$/,
    leer: ([cual = "", dias], { hoy }) => fecha(sumarDias(cercano(cual, hoy), n(dias) - 1)),
  },
  { forma: /^(\d{1,3}) DIA HAB$/, leer: ([cuantos], contexto) => plazo(n(cuantos), contexto, enHabiles) },
  {
    forma: /^(?:(?:DIA HAB|DIA) PROX|PROX (?:DIA HAB|DIA))$/,
    leer: (_partes, contexto) => plazo(1, contexto, enHabiles),
  },
  { forma: /^(\d{1,3}) DIA NAT$/, leer: ([cuantos], contexto) => plazo(n(cuantos), contexto, enDias) },
  {
    forma: /^(\d{1,3}) DIA$/,
    leer: ([cuantos], contexto) => {
      const leida = plazo(n(cuantos), contexto, enDias)
      if (leida?.kind !== "fecha" || !COLOQUIALES.has(n(cuantos))) return leida
      return { kind: "ambigua", opciones: [sumarDias(leida.fecha, -1), leida.fecha] }
    },
  },
  {
    forma: /^(\d{1,3}) SEM$/,
    leer: ([cuantas], contexto) => plazo(n(cuantas), contexto, (desde, k) => sumarDias(desde, 7 * k)),
  },
  { forma: /^(\d{1,3}) MES$/, leer: ([cuantos], contexto) => plazo(n(cuantos), contexto, enMeses) },
  {
    forma: /^(\d{1,2}) ANO$/,
    leer: ([cuantos], contexto) => plazo(n(cuantos), contexto, (desde, k) => enMeses(desde, 12 * k)),
  },
  { forma: /^(24|48|72|96) HRS$/, leer: ([horas], contexto) => plazo(n(horas) / 24, contexto, enDias) },
  { forma: /^HACE (\d{1,3}) DIA$/, leer: ([cuantos], { hoy }) => fecha(sumarDias(hoy, -n(cuantos))) },
  {
    forma:
      /^(?:HACE \d{1,3} (?:DIA HAB|SEM|MES|ANO)|(?:D\d )?(?:SEM|QNA|MES|ANO)PAS|FIN (?:SEM|MES|ANO)PAS)$/,
    leer: () => rechazo({ razon: "pasada", fecha: null }),
  },

  { forma: /^(?:ACT )?D(\d)$/, leer: ([dia], contexto) => desdeHoy(n(dia), contexto) },
  {
    forma: /^(?:PROX D(\d)|D(\d) PROX)$/,
    leer: ([dia, otro], contexto) => proximo(n(dia ?? otro), contexto),
  },
  {
    forma: /^(?:PAS D(\d)|D(\d) PAS)$/,
    leer: ([dia, otro], { hoy }) => fecha(sumarDias(hoy, -hasta(semanaDe(hoy), n(dia ?? otro)))),
  },
  {
    forma: /^D(\d) SEM(ACT|PROX)$/,
    leer: ([dia, cual], { hoy }) => fecha(enSemana(hoy, cual === "PROX" ? 1 : 0, n(dia))),
  },
  {
    forma: /^SEM(ACT|PROX) D(\d)$/,
    leer: ([cual, dia], { hoy }) => fecha(enSemana(hoy, cual === "PROX" ? 1 : 0, n(dia))),
  },
]

export const diaRelativo = (symbols: string, contexto: Contexto): Dia | null =>
  segunForma(DIAS_RELATIVOS, symbols, contexto)

export const cercano = (cual: string, hoy: Fecha): Fecha => sumarDias(hoy, CERCANOS[cual] ?? 0)

function plazo(
  cuantos: number,
  { hoy, inhabiles }: Contexto,
  sumar: (desde: Fecha, cuantos: number, inhabiles: Contexto["inhabiles"]) => Fecha,
): Dia | null {
  return cuantos < 1 || cuantos > MAX_PLAZO ? null : fecha(sumar(hoy, cuantos, inhabiles))
}

const enHabiles = sumarDiasHabiles
const enDias = (desde: Fecha, cuantos: number): Fecha => sumarDias(desde, cuantos)
const enMeses = (desde: Fecha, meses: number): Fecha =>
  Temporal.PlainDate.from(desde).add({ months: meses }).toString()

/** Days from one day of the week to the next one that is called so: 1 to 7. */
const hasta = (desde: number, dia: number): number => (desde - dia + 7) % 7 || 7

/** That day of the week counted from this one: 0 the present week, which begins on Monday. */
export function enSemana(hoy: Fecha, semanas: number, dia: number): Fecha {
  return sumarDias(hoy, LUNES - semanaDe(hoy) + 7 * semanas + (dia - LUNES))
}

/** "jueves", said on a Thursday, may be today. */
function desdeHoy(dia: number, { hoy }: Contexto): Dia {
  const faltan = (dia - semanaDe(hoy) + 7) % 7
  return faltan === 0
    ? { kind: "ambigua", opciones: [hoy, sumarDias(hoy, 7)] }
    : fecha(sumarDias(hoy, faltan))
}

/** "el próximo viernes", said before Friday, is this week's to some and the next week's to others. */
function proximo(dia: number, { hoy }: Contexto): Dia {
  const primero = sumarDias(hoy, (dia - semanaDe(hoy) + 7) % 7 || 7)
  return dia > semanaDe(hoy)
    ? { kind: "ambigua", opciones: [primero, sumarDias(primero, 7)] }
    : fecha(primero)
}
