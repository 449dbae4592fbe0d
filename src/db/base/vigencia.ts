import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { dateOf } from "./values.ts"

/** Rows with a term that covers a date; an open end holds for ever. */
export function enVigor(fecha: Fecha) {
  const date = dateOf(fecha)
  return {
    AND: [
      { OR: [{ desde: null }, { desde: { lte: date } }] },
      { OR: [{ hasta: null }, { hasta: { gte: date } }] },
    ],
  }
}

/** The same where the first day is always recorded. */
export function designadaEn(fecha: Fecha) {
  const date = dateOf(fecha)
  return { desde: { lte: date }, OR: [{ hasta: null }, { hasta: { gte: date } }] }
}
