import type { Fecha } from "../tipos/tiempo.ts"
import { diaCivil, diaDeSemana, esEntreSemana, fechaCivil } from "./dia-civil.ts"
import type { PlazoEnDias } from "./regla-plazo.ts"

/** Non-business dates besides Saturdays and Sundays, which never count. */
export type Inhabiles = ReadonlySet<Fecha>

/** A civil date's ISO form sorts like the date itself, so `<` and `>` compare dates everywhere in the core. */
export function sumarDias(fecha: Fecha, n: number): Fecha {
  return fechaCivil(diaCivil(fecha) + n)
}

/** Monday of its week. */
export function lunesDe(fecha: Fecha): Fecha {
  return fechaCivil(diaCivil(fecha) + 1 - diaDeSemana(diaCivil(fecha)))
}

export function esHabil(fecha: Fecha, inhabiles: Inhabiles): boolean {
  return esEntreSemana(diaCivil(fecha)) && !inhabiles.has(fecha)
}

/**
 * The `n`-th business day after `fecha` (before it when `n` is negative); `fecha` itself never counts.
 * `n = 0` gives `fecha` back unchanged, business day or not.
 */
export function sumarDiasHabiles(fecha: Fecha, n: number, inhabiles: Inhabiles): Fecha {
  const step = Math.sign(n)
  let day = diaCivil(fecha)
  let missing = Math.abs(n)
  while (missing > 0) {
    day += step
    if (esEntreSemana(day) && !inhabiles.has(fechaCivil(day))) missing -= 1
  }
  return fechaCivil(day)
}

/**
 * Business days after `desde`, up to and including `hasta`; 0 on the same day. When `hasta` is earlier the result is
 * negative and counts the business days from `hasta` on, `desde` excluded: the inverse of `sumarDiasHabiles`.
 */
export function diasHabilesEntre(desde: Fecha, hasta: Fecha, inhabiles: Inhabiles): number {
  const step = hasta < desde ? -1 : 1
  const end = diaCivil(hasta)
  let count = 0
  for (let day = diaCivil(desde); day !== end; ) {
    day += step
    if (esEntreSemana(day) && !inhabiles.has(fechaCivil(day))) count += step
  }
  return count
}

/** `fecha` when it is a business day, otherwise the next one (LFPA 29: a term that ends on an inhábil rolls forward). */
export function habilDesde(fecha: Fecha, inhabiles: Inhabiles): Fecha {
  return esHabil(fecha, inhabiles) ? fecha : sumarDiasHabiles(fecha, 1, inhabiles)
}

/**
 * Last civil date on which a convocatoria can still be sent, by a term in days.
 * With `excluye_ambos_extremos`, N complete days lie between sending and session; with `incluye_dia_envio` the day of
 * sending is one of the N.
 */
export function ultimoDiaConvocatoria(
  fechaSesion: Fecha,
  plazo: PlazoEnDias,
  conteo: "excluye_ambos_extremos" | "incluye_dia_envio",
  inhabiles: Inhabiles,
): Fecha {
  const margin = conteo === "excluye_ambos_extremos" ? 1 : 0
  switch (plazo.unidad) {
    case "dias_habiles":
      return sumarDiasHabiles(fechaSesion, -(plazo.n + margin), inhabiles)
    case "dias_naturales":
      return sumarDias(fechaSesion, -(plazo.n + margin))
  }
}
