import type { Fecha } from "../tipos/tiempo.ts"

/** From its first day to its last, both included; an open end reaches for ever. */
export interface Vigencia {
  readonly desde: Fecha | null
  readonly hasta: Fecha | null
}

/** Whether some day belongs to both. */
export function seTraslapan(a: Vigencia, b: Vigencia): boolean {
  const before = (x: Vigencia, y: Vigencia) => x.hasta !== null && y.desde !== null && x.hasta < y.desde
  return !before(a, b) && !before(b, a)
}

/** Its last day comes before its first. */
export const terminaAntes = ({ desde, hasta }: Vigencia): boolean =>
  desde !== null && hasta !== null && hasta < desde

export const vigenteEn = (fecha: Fecha, { desde, hasta }: Vigencia): boolean =>
  (desde === null || desde <= fecha) && (hasta === null || fecha <= hasta)
