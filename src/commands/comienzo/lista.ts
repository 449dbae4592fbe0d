import { frase } from "../../cards/comando.ts"
import { reparoEnPalabras } from "../../cards/directorio/reparos.ts"
import { MAX_RENGLONES, type ProblemaDeRenglon } from "../../domain/comienzo/lista-pegada.ts"
import type { ReparoDirectorio } from "../../domain/directorio/reparos.ts"
import type { Reply } from "../definition/definition.ts"

/** What a form of any platform takes. */
export const LARGO_LISTA = 3_000

/** More is not read by anybody at once; the others are told when these are mended. */
const MAX_PROBLEMAS = 5

/** Why a list is not shown to be confirmed; `null`: it is as it should be. */
export function problemasDeLista(
  filas: readonly unknown[],
  problemas: readonly ProblemaDeRenglon[],
): Extract<Reply, { readonly problems: unknown }> | null {
  if (filas.length > MAX_RENGLONES)
    return { problems: [{ field: "lista", message: `Escriba ${MAX_RENGLONES} renglones como máximo.` }] }
  if (problemas.length === 0)
    return filas.length > 0
      ? null
      : { problems: [{ field: "lista", message: "Escriba al menos un renglón." }] }
  return {
    problems: problemas
      .slice(0, MAX_PROBLEMAS)
      .map(({ linea, message }) => ({ field: "lista", message: `Renglón ${linea}: ${message}.` })),
  }
}

/** What the directory would not take when it was written; nothing was. */
export const renglonRechazado = ({
  linea,
  reparo,
}: {
  readonly linea: number
  readonly reparo: ReparoDirectorio
}): Extract<Reply, { readonly problems: unknown }> => ({
  problems: [{ field: "lista", message: frase`Renglón ${String(linea)}: ${reparoEnPalabras(reparo)}` }],
})
