import { sumarDias, sumarDiasHabiles } from "../domain/tiempo/plazo.ts"
import type { Fecha } from "../domain/tipos/tiempo.ts"
import { fechaMedia } from "./fechas.ts"
import { enumerar } from "./plurales.ts"

/** Stretches that are named before "and so many more". */
const MAX_TRAMOS = 8

/** "del 17 de diciembre de 2027 al 31 de diciembre de 2027 y el 1 de mayo de 2028". Weekends break no stretch. */
export function diasEnPalabras(dias: readonly Fecha[]): string {
  const tramos: { desde: Fecha; hasta: Fecha }[] = []
  for (const dia of dias) {
    const previo = tramos.at(-1)
    if (
      previo &&
      (sumarDias(previo.hasta, 1) === dia || sumarDiasHabiles(previo.hasta, 1, new Set()) === dia)
    )
      previo.hasta = dia
    else tramos.push({ desde: dia, hasta: dia })
  }
  const dichos = tramos.map(({ desde, hasta }) =>
    desde === hasta ? `el ${fechaMedia(desde)}` : `del ${fechaMedia(desde)} al ${fechaMedia(hasta)}`,
  )
  const mas = dichos.length - MAX_TRAMOS
  return mas > 0 ? `${dichos.slice(0, MAX_TRAMOS).join(", ")} y ${mas} más` : enumerar(dichos)
}
