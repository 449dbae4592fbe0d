import type { ResponsableDudoso } from "../domain/directorio/responsables.ts"
import { shorten } from "../domain/texto/cut.ts"
import { conEjemplo } from "./ejemplos.ts"
import { enumerar } from "./plurales.ts"

export const RITMO_ILEGIBLE =
  "No se entiende cada cuánto. Escriba «mensual», «trimestral», «cada 15 días hábiles» (de 3 a 250) o «ninguno»."

/** Which part of a list of institutions was not understood. */
/** `ejemplos`: siglas of the body's own institutions. */
export function responsablesEnDuda(
  { texto, opciones }: ResponsableDudoso,
  ejemplos: readonly string[],
): string {
  const cual = `«${shorten(texto, 60)}»`
  if (opciones.length === 0)
    return `${cual} no corresponde a ninguna institución. ${conEjemplo("Escriba siglas separadas por comas", ejemplos.slice(0, 2).join(", "))}`
  return `${cual} no es claro. ¿Quiso decir ${enumerar(opciones.map(({ siglas }) => siglas)).replace(/ [ye] (?=\S+$)/u, " o ")}? Escriba las siglas.`
}
