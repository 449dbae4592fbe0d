import type { ResponsableDudoso } from "../domain/directorio/responsables.ts"
import { enumerar } from "./plurales.ts"

/** Which part of a list of institutions was not understood. */
export function responsablesEnDuda({ texto, opciones }: ResponsableDudoso): string {
  const cual = `«${texto.length > 60 ? `${texto.slice(0, 59)}…` : texto}»`
  if (opciones.length === 0)
    return `${cual} no corresponde a ninguna institución. Escriba siglas separadas por comas, por ejemplo: SRE, SALUD.`
  return `${cual} no es claro. ¿Quiso decir ${enumerar(opciones.map(({ siglas }) => siglas)).replace(/ [ye] (?=\S+$)/u, " o ")}? Escriba las siglas.`
}
