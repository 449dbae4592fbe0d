import type { ResponsableDudoso } from "../domain/directorio/responsables.ts"
import { shorten } from "../domain/texto/cut.ts"
import { enumerar } from "./plurales.ts"

/** Which part of a list of institutions was not understood. */
export function responsablesEnDuda({ texto, opciones }: ResponsableDudoso): string {
  const cual = `«${shorten(texto, 60)}»`
  if (opciones.length === 0)
    return `${cual} no corresponde a ninguna institución. Escriba siglas separadas por comas, por ejemplo: SRE, SALUD.`
  return `${cual} no es claro. ¿Quiso decir ${enumerar(opciones.map(({ siglas }) => siglas)).replace(/ [ye] (?=\S+$)/u, " o ")}? Escriba las siglas.`
}
