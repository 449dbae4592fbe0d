import { Temporal } from "temporal-polyfill"
import { normalizar } from "../texto/texto.ts"
import { habilDesde, type Inhabiles, sumarDiasHabiles } from "../tiempo/plazo.ts"
import type { Acuerdo } from "../tipos/acuerdo.ts"
import type { Cadencia, Compromiso } from "../tipos/compromiso.ts"
import type { Fecha } from "../tipos/tiempo.ts"
import { rige } from "./exigible.ts"

/** Business days between two reports that may be asked for: fewer would ask every day, more than a year is no rhythm. */
export const DIAS_CADENCIA = { minimo: 3, maximo: 250 } as const

const MESES = { mensual: 1, trimestral: 3 } as const

/**
 * The day on which the `k`-th report is due, from 1: months are counted from date to date, and one that ends on an inhábil
 * rolls forward (LFPA 29).
 */
export function fechaDeInforme({ ritmo, dias, desde }: Cadencia, k: number, inhabiles: Inhabiles): Fecha {
  if (ritmo === "dias_habiles") return sumarDiasHabiles(desde, k * (dias ?? DIAS_CADENCIA.maximo), inhabiles)
  const months = k * MESES[ritmo]
  return habilDesde(Temporal.PlainDate.from(desde).add({ months }).toString(), inhabiles)
}

/**
 * When the next report is due: a report ends the asking of the period in which it is given, and so of those before it.
 * Without any since it is asked for, the first one.
 */
export function siguienteInforme(cadencia: Cadencia, informadoEl: Fecha | null, inhabiles: Inhabiles): Fecha {
  const dado = informadoEl !== null && informadoEl > cadencia.desde ? informadoEl : null
  let k = 1
  if (dado !== null) {
    while (fechaDeInforme(cadencia, k, inhabiles) < dado) k += 1
    k += 1
  }
  return fechaDeInforme(cadencia, k, inhabiles)
}

/** Its reports are asked for: somebody answers for it, it is under way or permanent, and what asks for it holds. */
export const pideInformes = (
  { cadencia, estado, institucionId }: Pick<Compromiso, "cadencia" | "estado" | "institucionId">,
  acuerdo: Pick<Acuerdo, "estado" | "adopcion">,
): boolean =>
  cadencia !== null &&
  institucionId !== null &&
  (estado === "pendiente" || estado === "en_proceso" || estado === "permanente") &&
  rige(acuerdo)

/** A rhythm as it is written; `ninguna`: none. `null`: not understood. */
export function leerRitmo(texto: string): Pick<Cadencia, "ritmo" | "dias"> | "ninguna" | null {
  const plain = normalizar(texto).replace(/^(?:cada|una vez al?|por) /u, "")
  if (/^(?:ningun[oa]|sin informes?|no|nunca)$/u.test(plain)) return "ninguna"
  if (/^(?:mensual(?:mente)?|mes|un mes|1 mes)$/u.test(plain)) return { ritmo: "mensual", dias: null }
  if (/^(?:trimestral(?:mente)?|trimestre|tres meses|3 meses)$/u.test(plain))
    return { ritmo: "trimestral", dias: null }
  const dias = Number(/^(\d{1,3}) dias? habil(?:es)?$/u.exec(plain)?.[1] ?? Number.NaN)
  return dias >= DIAS_CADENCIA.minimo && dias <= DIAS_CADENCIA.maximo ? { ritmo: "dias_habiles", dias } : null
}
