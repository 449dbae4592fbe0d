import { esHabil, habilDesde, type Inhabiles, sumarDiasHabiles } from "../tiempo/plazo.ts"
import type { Fecha } from "../tipos/tiempo.ts"

/**
 * The day on which a reminder that was put off until `hasta` is sent: a business day of the institution and, whatever
 * was asked or has become inhábil since, never after the due date.
 */
export function diaAplazado(hasta: Fecha, vence: Fecha, propios: Inhabiles): Fecha {
  const dia = habilDesde(hasta < vence ? hasta : vence, propios)
  if (dia <= vence) return dia
  return esHabil(vence, propios) ? vence : sumarDiasHabiles(vence, -1, propios)
}
