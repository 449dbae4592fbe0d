import { normalizar } from "../../texto/texto.ts"
import type { Fecha, Hora } from "../../tipos/tiempo.ts"
import { leerDia } from "./dia.ts"
import { esHoraExplicita, type HoraLeida, leerHoraDe, soloParteDelDia } from "./hora.ts"
import { enOtraZona, separarHuso } from "./huso.ts"
import { type Contexto, type Dia, type Escrita, esVaga, type Lectura, rechazo, VAGA } from "./lectura.ts"
import { MAX_ESCRITO, symbolsOf } from "./symbols.ts"

/** What a text is asked for: "10" is the tenth of a month or ten o'clock. */
export type Pedido = "fecha" | "hora"

/**
 * Reads a date, an hour or both as people in Mexico write them. Pure, never throws, and takes a time that its length
 * bounds. Whatever was asked for, what is read may be the other thing or both: who asks decides if it is of use.
 */
export function leerEscrito(texto: string, pedido: Pedido, contexto: Contexto): Escrita {
  if (texto.length > MAX_ESCRITO) return VAGA
  const { texto: sinHuso, zona } = separarHuso(texto)
  const enZona = zona === null || zona === contexto.zona ? null : zona
  const leidas = symbolsOf(sinHuso).map((symbols) => leerSymbols(symbols, pedido, contexto, enZona))
  return juntar(leidas)
}

/** How many of the words, from the first on, are a date or an hour; 0: they are none. */
export function palabrasDeEscrito(words: readonly string[], pedido: Pedido): number {
  for (let length = Math.min(words.length, MAX_PALABRAS); length > 0; length -= 1) {
    if (seEntienden(words.slice(0, length), pedido)) return sinLoQueSigue(words.slice(0, length), pedido)
  }
  return 0
}

/** Not the article with which a sentence goes on, nor its number: "30 de septiembre | la sede", "… | 12 personas". */
function sinLoQueSigue(words: readonly string[], pedido: Pedido): number {
  const [ultima = "", anterior = ""] = words.toReversed()
  const sigue =
    ARTICULOS.has(normalizar(ultima)) ||
    (/^\d{1,2}$/.test(ultima) && /^M\d+$/.test(symbolsOf(anterior)[0] ?? ""))
  const sin = words.slice(0, -1)
  return sigue && seEntienden(sin, pedido) ? sinLoQueSigue(sin, pedido) : words.length
}

const ARTICULOS: ReadonlySet<string> = new Set([
  "el",
  "la",
  "los",
  "las",
  "lo",
  "de",
  "del",
  "d",
  "como",
  "desde",
])

const seEntienden = (words: readonly string[], pedido: Pedido): boolean =>
  seEntiende(leerEscrito(words.join(" "), pedido, CUALQUIERA))

/** It can be nothing but a day with its number, or an hour: not "10", nor "lunes", which may begin any sentence. */
export function esInconfundible(texto: string): boolean {
  return symbolsOf(texto).every(
    (symbols) => /\d/.test(symbols) && (/\bM\d|\bD\d|\d [/.-] \d/.test(symbols) || esHoraExplicita(symbols)),
  )
}

const MAX_PALABRAS = 16
/** Whether words are a date does not depend on the day on which they are read. */
const CUALQUIERA: Contexto = {
  hoy: "2024-01-01",
  inhabiles: new Set(),
  zona: "America/Mexico_City",
  pasado: true,
}
const seEntiende = (leida: Escrita): boolean =>
  leida.kind !== "rechazada" || !["vaga", "contradictoria", "falta_dia"].includes(leida.rechazo.razon)

function leerSymbols(symbols: string, pedido: Pedido, contexto: Contexto, zona: string | null): Escrita {
  const comoHora = () => ofHora(leerHoraDe(symbols, contexto), contexto, zona)
  const comoDia = () => ofDia(leerDia(symbols, contexto))
  const [primero, despues] = pedido === "hora" ? [comoHora, comoDia] : [comoDia, comoHora]
  const sola = primero()
  if (!esVaga(sola)) return sola
  const ambas = conHora(symbols, contexto, zona)
  if (ambas !== null) return ambas
  const otra = despues()
  // A day where an hour is asked is said to be one only if it is.
  if (pedido === "hora") return otra.kind === "rechazada" ? VAGA : otra
  return esHoraExplicita(symbols) ? otra : VAGA
}

/** A day and its hour, in either order; what is read whole goes before what must be refused. */
function conHora(symbols: string, contexto: Contexto, zona: string | null): Escrita | null {
  const words = symbols.split(" ")
  const cortes = words
    .slice(1)
    .map((_, i) => [words.slice(0, i + 1).join(" "), words.slice(i + 1).join(" ")] as const)
  const ordenes = [
    ...cortes.toReversed().map(([dia, hora]) => ({ dia, hora })),
    ...cortes.map(([hora, dia]) => ({ dia, hora })),
  ].filter(({ hora }) => esHoraExplicita(hora))
  let rechazada: Escrita | null = null
  for (const { dia, hora } of ordenes) {
    const horaLeida = leerHoraDe(hora, contexto)
    if (esVaga(horaLeida) && !soloParteDelDia(hora)) continue
    const leida = ofAmbas(leerDia(dia, contexto), horaLeida, contexto, zona)
    if (leida !== null && leida.kind !== "rechazada") return leida
    rechazada ??= leida
  }
  return rechazada
}

function ofAmbas(dia: Dia, hora: HoraLeida, contexto: Contexto, zona: string | null): Escrita | null {
  if (esVaga(dia)) return null
  // "mañana por la tarde": the day is known, its hour is not.
  if (esVaga(hora)) {
    const leida = ofDia(dia)
    return leida.kind === "fecha" ? { kind: "ambigua", opciones: [leida] } : leida
  }
  if (dia.kind === "rechazada") return ofDia(dia)
  const fechas = dia.kind === "fecha" ? [dia.fecha] : dia.opciones
  const momentos = (horas: readonly Hora[]) =>
    fechas.flatMap((fecha) => horas.flatMap((una) => enZona(fecha, una, contexto, zona)))
  if (hora.kind === "rechazada") return rechazo(hora.rechazo, momentos(hora.propuestas))
  return deVarias(momentos(hora.horas))
}

function enZona(
  fecha: Fecha,
  hora: Hora,
  { zona: propia }: Contexto,
  zona: string | null,
): readonly Lectura[] {
  const dicha = { kind: "fecha_hora", fecha, hora } as const
  if (zona === null) return [dicha]
  return [dicha, { kind: "fecha_hora", ...enOtraZona(fecha, hora, zona, propia) }]
}

function ofDia(dia: Dia): Escrita {
  const lectura = (fecha: Fecha): Lectura => ({ kind: "fecha", fecha })
  if (dia.kind === "fecha") return dia
  if (dia.kind === "ambigua") return { kind: "ambigua", opciones: dia.opciones.map(lectura) }
  return rechazo(dia.rechazo, dia.propuestas.map(lectura))
}

function ofHora(leida: HoraLeida, { hoy, zona: propia }: Contexto, zona: string | null): Escrita {
  const lectura = (hora: Hora): Lectura => ({ kind: "hora", hora })
  if (leida.kind === "rechazada") return rechazo(leida.rechazo, leida.propuestas.map(lectura))
  const horas = leida.horas.flatMap((hora) =>
    zona === null ? [hora] : [hora, enOtraZona(hoy, hora, zona, propia).hora],
  )
  return deVarias([...new Set(horas)].sort().map(lectura))
}

function deVarias(lecturas: readonly Lectura[]): Escrita {
  const opciones = distintas(lecturas).toSorted((a, b) => (claveDe(a) < claveDe(b) ? -1 : 1))
  const [una, ...otras] = opciones
  if (una === undefined) return VAGA
  return otras.length === 0 ? una : { kind: "ambigua", opciones }
}

function distintas(lecturas: readonly Lectura[]): readonly Lectura[] {
  return [...new Map(lecturas.map((una) => [claveDe(una), una])).values()]
}

const claveDe = (una: Lectura): string =>
  [una.kind === "hora" ? "" : una.fecha, una.kind === "fecha" ? "" : una.hora].join(" ")

/** One text whose words may be two things: what can be read of any of them. */
function juntar(leidas: readonly Escrita[]): Escrita {
  const [primera = VAGA, ...otras] = leidas.filter((una) => !esVaga(una))
  if (otras.length === 0) return primera
  const buenas = leidas.filter((una) => una.kind !== "rechazada")
  if (buenas.length <= 1) return buenas[0] ?? primera
  return deVarias(buenas.flatMap((una) => (una.kind === "ambigua" ? una.opciones : [una])))
}
