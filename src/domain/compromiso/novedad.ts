import type { Fecha } from "../tipos/tiempo.ts"
import { estaConcluido, estaVencido, fechaVigente } from "./compromiso.ts"
import { type Debido, seDebe } from "./cuenta.ts"

/** What became of a commitment since a session, in the order in which the next one deals with it. */
export const NOVEDADES = ["prorroga", "vencio", "fecha", "cerrado", "avance"] as const
export type Novedad = (typeof NOVEDADES)[number]

/** An act on it, by its kind in the log. */
export interface ActoFechado {
  readonly tipo: string
  readonly dia: Fecha
}

export interface EntradaNovedad extends Debido {
  readonly compromiso: Debido["compromiso"] & { readonly prorrogaPedida: Fecha | null }
  readonly actos: readonly ActoFechado[]
  /** The day of the last session, that day included. */
  readonly desde: Fecha
  readonly hoy: Fecha
  /** The reader may read what was reported and asked for. */
  readonly completo: boolean
}

const DE: Readonly<Record<Exclude<Novedad, "prorroga" | "vencio">, readonly string[]>> = {
  fecha: ["compromiso.reprogramar", "compromiso.conceder_prorroga"],
  cerrado: ["compromiso.validar", "compromiso.cancelar"],
  avance: ["compromiso.avance", "compromiso.cumplido", "compromiso.devolver"],
}

/** `null`: nothing changed since, or nothing that the reader may know. What is overdue since before is no news. */
export function novedadDe({
  compromiso,
  acuerdo,
  actos,
  desde,
  hoy,
  completo,
}: EntradaNovedad): Novedad | null {
  const hubo = (cual: keyof typeof DE) =>
    actos.some(({ tipo, dia }) => dia >= desde && DE[cual].includes(tipo))
  if (estaConcluido(compromiso)) return hubo("cerrado") ? "cerrado" : null
  if (!seDebe({ compromiso, acuerdo }))
    return completo && compromiso.estado === "en_validacion" && hubo("avance") ? "avance" : null
  if (completo && compromiso.prorrogaPedida !== null) return "prorroga"
  if (estaVencido(compromiso, hoy) && (fechaVigente(compromiso) ?? "") >= desde) return "vencio"
  if (hubo("fecha")) return "fecha"
  return completo && hubo("avance") ? "avance" : null
}
