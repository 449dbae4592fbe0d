import type { Fecha } from "../../tipos/tiempo.ts"
import { sumarDias } from "../plazo.ts"
import type { Contexto } from "./lectura.ts"
import { leerEscrito } from "./leer.ts"

/** Days that were typed or pasted, in order, each once; or the first line that says none. */
export type DiasEscritos =
  | { readonly kind: "dias"; readonly dias: readonly Fecha[] }
  | { readonly kind: "ilegible"; readonly renglon: string; readonly razon: "fecha" | "orden" | "largo" }

/** Longest stretch that one line may name, in days: a year. */
const MAX_RANGO = 366
const MAX_RENGLONES = 100

/** «del 17 al 31 de diciembre», «17 a 31/12/2027», «del 20 de diciembre al 6 de enero». */
const RANGO = /^(?:del?\s+)?(.+?)\s+(?:al?|hasta(?:\s+el)?)\s+(.+)$/iu
/** A date in numbers may have hyphens, so only one with space around it stands between two of them. */
const CON_GUION = /^(?:del?\s+)?(.+?)\s+[-–—]\s+(.+)$/u

/** Reads days and stretches of days as people paste them: a line for each, or with semicolons between. */
export function leerDias(texto: string, contexto: Omit<Contexto, "pasado">): DiasEscritos {
  const renglones = texto
    .split(/[\n;]+/u)
    .map((renglon) => renglon.replace(/^\s*(?:[-*•]\s+)?|[\s.,]+$/gu, ""))
    .filter((renglon) => renglon !== "")
  if (renglones.length > MAX_RENGLONES)
    return { kind: "ilegible", renglon: renglones[MAX_RENGLONES] ?? "", razon: "largo" }
  const dias = new Set<Fecha>()
  for (const renglon of renglones) {
    const leido = leerRenglon(renglon, contexto)
    if (typeof leido === "string") return { kind: "ilegible", renglon, razon: leido }
    for (const dia of leido) dias.add(dia)
  }
  if (dias.size === 0) return { kind: "ilegible", renglon: "", razon: "fecha" }
  return { kind: "dias", dias: [...dias].sort() }
}

function leerRenglon(
  renglon: string,
  contexto: Omit<Contexto, "pasado">,
): readonly Fecha[] | "fecha" | "orden" | "largo" {
  const rango = leerRango(renglon, contexto)
  if (typeof rango === "string") return rango
  const dias: Fecha[] = []
  for (let dia = rango.desde; dia <= rango.hasta; dia = sumarDias(dia, 1)) {
    dias.push(dia)
    if (dias.length > MAX_RANGO) return "largo"
  }
  return dias
}

/** The first and the last day of «del 17 al 31 de diciembre»; of one day, that one. However long. */
export function leerRango(
  renglon: string,
  contexto: Omit<Contexto, "pasado">,
): { readonly desde: Fecha; readonly hasta: Fecha } | "fecha" | "orden" {
  const entero = leerFecha(renglon, contexto)
  if (entero !== null) return { desde: entero, hasta: entero }
  const [, primero, ultimo] = CON_GUION.exec(renglon) ?? RANGO.exec(renglon) ?? []
  if (primero === undefined || ultimo === undefined) return "fecha"
  const hasta = leerFecha(ultimo, contexto)
  const desde = hasta === null ? null : leerPrimero(primero, hasta, contexto)
  if (desde === null || hasta === null) return "fecha"
  return desde > hasta ? "orden" : { desde, hasta }
}

/** The first day takes from the last what it does not say: its month and year, or the year before which it falls. */
function leerPrimero(primero: string, hasta: Fecha, contexto: Omit<Contexto, "pasado">): Fecha | null {
  const solo = /^\d{1,2}$/u.exec(primero.trim())
  if (solo) {
    const dia = `${hasta.slice(0, 8)}${solo[0].padStart(2, "0")}`
    return leerFecha(dia, contexto)
  }
  const leido = leerFecha(primero, contexto)
  if (/\d{4}/u.test(primero)) return leido
  // Read from a year before the end, the next such day is the one that goes with it.
  return leerFecha(primero, { ...contexto, hoy: sumarDias(hasta, -(MAX_RANGO - 1)) }) ?? leido
}

/**
 * A day that is written without its year is the next one, however far, since all are shown before they are recorded; one in
 * full may have passed.
 */
function leerFecha(texto: string, contexto: Omit<Contexto, "pasado">): Fecha | null {
  const leida = leerEscrito(texto.trim(), "fecha", { ...contexto, pasado: /\d{4}/u.test(texto) })
  if (leida.kind === "fecha") return leida.fecha
  const [sola, ...otras] = leida.kind === "ambigua" ? leida.opciones : []
  return sola?.kind === "fecha" && otras.length === 0 ? sola.fecha : null
}
