import type { LimiteEnvio } from "../domain/convocatoria/limite-envio.ts"
import { diaCivil, diaDeSemana } from "../domain/tiempo/dia-civil.ts"
import { MESES } from "../domain/tiempo/mes.ts"
import { diasHabilesEntre, type Inhabiles } from "../domain/tiempo/plazo.ts"
import { fechaEnZona, horaEnZona } from "../domain/tiempo/tiempo.ts"
import type { Fecha, Hora, Instante } from "../domain/tipos/tiempo.ts"
import { plural } from "./plurales.ts"

export const DIAS = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"] as const

/** Names of the Ley de los Husos Horarios, by IANA zone. */
const HUSOS: Readonly<Record<string, string>> = {
  "America/Mexico_City": "hora del centro",
  "America/Monterrey": "hora del centro",
  "America/Merida": "hora del centro",
  "America/Chihuahua": "hora del centro",
  "America/Bahia_Banderas": "hora del centro",
  "America/Mazatlan": "hora del Pacífico",
  "America/Hermosillo": "hora del Pacífico",
  "America/Tijuana": "hora del noroeste",
  "America/Cancun": "hora del sureste",
  // The border cities with a seasonal hour of their own are called by their name: their zone changes twice a year.
  "America/Ciudad_Juarez": "hora de Ciudad Juárez",
  "America/Ojinaga": "hora de Ojinaga",
  "America/Matamoros": "hora de Matamoros",
}

function parts(fecha: Fecha): { dia: number; mes: string; anio: number; diaSemana: string } {
  const [anio, mes, dia] = fecha.split("-").map(Number)
  return {
    dia: dia ?? 0,
    mes: MESES[(mes ?? 0) - 1] ?? "",
    anio: anio ?? 0,
    diaSemana: DIAS[diaDeSemana(diaCivil(fecha)) - 1] ?? "",
  }
}

/** "viernes 16 de febrero de 2024" */
export function fechaLarga(fecha: Fecha): string {
  return `${parts(fecha).diaSemana} ${fechaMedia(fecha)}`
}

/** "martes 3 de marzo de 2026", or with its hour: "martes 3 de marzo de 2026 a las 22:00 horas" */
export function limiteEnPalabras({ dia, hora }: LimiteEnvio): string {
  return hora === null ? fechaLarga(dia) : `${fechaLarga(dia)} a las ${hora} horas`
}

/** "16 de febrero de 2024" */
export function fechaMedia(fecha: Fecha): string {
  const { dia, mes, anio } = parts(fecha)
  return `${dia} de ${mes} de ${anio}`
}

/** "marzo de 2027" */
export function mesLargo({ anio, mes }: { readonly anio: number; readonly mes: number }): string {
  return `${MESES[mes - 1]} de ${anio}`
}

/** "16-feb-2024", for tables. */
export function fechaCorta(fecha: Fecha): string {
  const { dia, mes, anio } = parts(fecha)
  return `${String(dia).padStart(2, "0")}-${mes.slice(0, 3)}-${anio}`
}

/** "10:00 horas (hora del centro)": the official hour always names its zone. */
export function horaOficial(hora: Hora, zona: string): string {
  return `${hora} horas (${HUSOS[zona] ?? `hora de ${zona}`})`
}

/** The date alone when no hour is on record: an hour is never supposed. */
export function fechaYHora(fecha: Fecha, hora: Hora | null, zona: string): string {
  return hora === null ? fechaLarga(fecha) : `${fechaLarga(fecha)}, ${horaOficial(hora, zona)}`
}

/** "viernes 16 de febrero de 2024, 10:00 horas (hora del centro)": an instant as a body's zone counts it. */
export function momentoOficial(instante: Instante, zona: string): string {
  return fechaYHora(fechaEnZona(instante, zona), horaEnZona(instante, zona), zona)
}

/** "faltan 3 días hábiles", "vence hoy", "venció hace 2 días hábiles". */
export function plazoRestante(dias: number): string {
  if (dias === 0) return "vence hoy"
  const cuanto = plural(Math.abs(dias), "día hábil", "días hábiles")
  if (dias < 0) return `venció hace ${cuanto}`
  return `${dias === 1 ? "falta" : "faltan"} ${cuanto}`
}

/**
 * The same from the two dates. Says so when no business day lies between them although they differ: a date that falls
 * on a weekend or holiday neither "vence hoy" the day before nor the day after.
 */
export function plazoEntre(hoy: Fecha, fecha: Fecha, inhabiles: Inhabiles): string {
  const dias = diasHabilesEntre(hoy, fecha, inhabiles)
  if (dias !== 0 || hoy === fecha) return plazoRestante(dias)
  return fecha < hoy
    ? `venció el ${fechaLarga(fecha)}, día inhábil`
    : `vence el ${fechaLarga(fecha)}, día inhábil`
}

/** Of a commitment whose institution asked for another date, in lists and reminders. */
export const prorrogaPorDecidir = (propuesta: Fecha): string => `prórroga ${pedidaHasta(propuesta)}`

/** The same below its name. */
export const pedidaHasta = (propuesta: Fecha): string =>
  `pedida hasta el ${fechaMedia(propuesta)}, por decidir`
