import type { Escrita, Lectura, Rechazo } from "../domain/tiempo/fecha-escrita/lectura.ts"
import type { Pedido } from "../domain/tiempo/fecha-escrita/leer.ts"
import { MESES } from "../domain/tiempo/mes.ts"
import { sumarDias } from "../domain/tiempo/plazo.ts"
import type { Fecha } from "../domain/tipos/tiempo.ts"
import { DIAS, fechaLarga, fechaMedia } from "./fechas.ts"

/** Days ahead of the date that an example shows. */
const EJEMPLO = 14

/** What a reading is called when it is offered: "viernes 4 de diciembre de 2026, 17:00 horas". */
export function nombreDeLectura(lectura: Lectura): string {
  switch (lectura.kind) {
    case "fecha":
      return fechaLarga(lectura.fecha)
    case "hora":
      return `${lectura.hora} horas`
    case "fecha_hora":
      return `${fechaLarga(lectura.fecha)}, ${lectura.hora} horas`
  }
}

/** How it is written so that it is nothing else: "04/12/2026 17:00". */
export function comoSeEscribe(lectura: Lectura): string {
  const cifras = (fecha: Fecha) => fecha.split("-").reverse().join("/")
  switch (lectura.kind) {
    case "fecha":
      return cifras(lectura.fecha)
    case "hora":
      return lectura.hora
    case "fecha_hora":
      return `${cifras(lectura.fecha)} ${lectura.hora}`
  }
}

interface Pregunta {
  readonly pedido: Pedido
  /** The day that terms are counted from. */
  readonly desde: Fecha
  readonly hoy: Fecha
}

/** Why what was written was not taken, and what to write: goes after "«fecha» recibió «…»: ", without its full stop. */
export function porQueNo(escrita: Exclude<Escrita, Lectura>, pregunta: Pregunta): string {
  if (escrita.kind === "rechazada") {
    return [
      motivo(escrita.rechazo, pregunta),
      ...remedio(escrita.propuestas, escrita.rechazo, pregunta),
    ].join(". ")
  }
  const [primera, ...otras] = escrita.opciones
  if (primera && otras.length === 0) return siEs(primera)
  return `puede ser ${uno(escrita.opciones.map(conArticulo))}. Escriba ${uno(escrita.opciones.map(comoSeEscribe))}`
}

/** A day where an hour is asked, or an hour where a day is. */
export function noEsLoPedido(lectura: Lectura, { pedido, desde }: Pregunta): string {
  if (pedido === "hora") return "es un día, y aquí se pide una hora. Escríbala así: 10:00"
  if (lectura.kind === "hora") return `es una hora, y aquí se pide un día. Escríbalo así: ${ejemplo(desde)}`
  return `aquí se pide solo el día, sin hora. ${capital(siEs({ kind: "fecha", fecha: lectura.kind === "fecha_hora" ? lectura.fecha : desde }))}`
}

/** Day and hour were written together, and the other one apart says something else. */
export const SE_CONTRADICEN =
  "no coincide con lo que escribió en el otro campo. Escriba el día en uno y la hora en el otro"

function motivo(rechazo: Rechazo, { desde, hoy, pedido }: Pregunta): string {
  switch (rechazo.razon) {
    case "inexistente": {
      if (rechazo.de === "hora") return "esa hora no existe: el día va de las 00:00 a las 23:59"
      if (rechazo.dias === null) return "ese día no existe en el calendario"
      const { anio, mes, dias } = rechazo.dias
      return `ese día no existe: ${MESES[mes - 1]}${mes === FEBRERO ? ` de ${anio}` : ""} tiene ${dias} días`
    }
    case "dia_no_coincide":
      return `el ${fechaMedia(rechazo.fecha)} es ${fechaLarga(rechazo.fecha).split(" ")[0]}, no ${DIAS[rechazo.dicho - 1]}`
    case "pasada": {
      const cual = rechazo.fecha === null ? "ese día" : `el ${fechaLarga(rechazo.fecha)}`
      return desde === hoy
        ? `${cual} ya pasó`
        : `${cual} es anterior al ${fechaLarga(desde)}, desde el que se cuenta`
    }
    case "mes_primero":
      return "el día se escribe antes que el mes"
    case "falta_dia":
      return "falta el día"
    case "lejana":
      return `el ${fechaMedia(rechazo.fecha)} está a más de diez años. Revise el año`
    case "contradictoria":
      return "se contradice"
    case "rango":
      return "aquí se pide una sola hora, la de inicio"
    case "vaga":
      return pedido === "hora" ? "no se entiende como hora" : "no se entiende como fecha"
  }
}

const FEBRERO = 2

function remedio(
  propuestas: readonly Lectura[],
  rechazo: Rechazo,
  { desde, pedido }: Pregunta,
): readonly string[] {
  const [primera, ...otras] = propuestas
  if (primera && otras.length === 0) return [capital(siEs(primera))]
  if (primera)
    return [`¿Es ${uno(propuestas.map(conArticulo))}? Escriba ${uno(propuestas.map(comoSeEscribe))}`]
  if (pedido === "hora" || ("de" in rechazo && rechazo.de === "hora")) return ["Escríbala así: 10:00"]
  if (rechazo.razon === "pasada") return ["Escriba una fecha posterior"]
  return [`Escríbala así: ${ejemplo(desde)}, o en 15 días hábiles`]
}

const siEs = (lectura: Lectura): string =>
  `¿es ${conArticulo(lectura)}? Si lo es, escriba ${comoSeEscribe(lectura)}`

const conArticulo = (lectura: Lectura): string =>
  `${lectura.kind === "hora" ? "las" : "el"} ${nombreDeLectura(lectura)}`

const capital = (pregunta: string): string => pregunta.replace("¿es", "¿Es")

/** "a, b o c": one of them. */
function uno(partes: readonly string[]): string {
  return partes.length < 2 ? partes.join("") : `${partes.slice(0, -1).join(", ")} o ${partes.at(-1)}`
}

const ejemplo = (desde: Fecha): string => fechaMedia(sumarDias(desde, EJEMPLO))
