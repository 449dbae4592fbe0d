import { DETECTORES, type Detector } from "./detectores.ts"
import { llanoDe } from "./llano.ts"

/**
 * Texts that look like personal data or data of a case. What is written about these matters may not be kept in a chat
 * (LGTAIP 115; LGPSEDMTP 3-I and 36: disclosing data of a case or a victim is a crime), so it is refused before it is put
 * on record. It is a help, not a guarantee: docs/seguridad.md says what it finds, how often, and what it does not.
 */
export type DatoProtegido = keyof typeof DETECTORES

const TODOS = Object.entries(DETECTORES) as readonly (readonly [DatoProtegido, Detector])[]

export const esDatoProtegido = (texto: string): texto is DatoProtegido => Object.hasOwn(DETECTORES, texto)

/** Every kind of protected data that a text seems to hold, in a fixed order; empty: none. */
export function datosProtegidos(texto: string): readonly DatoProtegido[] {
  const llano = llanoDe(texto)
  return TODOS.filter(([, { halla }]) => halla(llano)).map(([dato]) => dato)
}

/** Whether the Secretaría Técnica may say that all of these are public here. */
export const sonDispensables = (datos: readonly DatoProtegido[]): boolean =>
  datos.every((dato) => DETECTORES[dato].dispensable)
