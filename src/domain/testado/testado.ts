import type { DatoProtegido } from "../texto/datos-protegidos/datos-protegidos.ts"

/**
 * What is said in the place of a text that was taken out, by its kind: generic, so that nothing of it can be told
 * (LGTAIP 120 to 122: a part is «testada» with a generic description, by a method that does not let it be recovered).
 */
export const DESCRIPCIONES = {
  curp: "CURP de una persona",
  rfc_persona: "RFC de una persona",
  nss: "número de seguridad social",
  credencial: "datos de una credencial para votar",
  pasaporte: "número de un pasaporte",
  cuenta: "cuenta bancaria",
  tarjeta: "tarjeta bancaria",
  carpeta: "referencia de una investigación",
  telefono: "teléfono particular",
  correo_particular: "correo electrónico particular",
  domicilio: "domicilio particular",
  salud: "dato de salud",
  victima: "dato de una persona de un caso",
  otro: "dato personal de una persona",
} as const satisfies Readonly<Record<DatoProtegido | "otro", string>>

export type ClaseTestada = keyof typeof DESCRIPCIONES

export const CLASES_TESTADAS = Object.keys(DESCRIPCIONES) as unknown as readonly [
  ClaseTestada,
  ...ClaseTestada[],
]

/** Longest description, in UTF-16 units; the database takes none longer. */
export const MAX_DESCRIPCION = 150

/** «[testado: CURP de una persona]». Only the database's own function writes it in the place of a text. */
export const reemplazoDe = (descripcion: string): string => `[testado: ${descripcion}]`

/** A description is plain words: brackets and backslashes would make it another thing. */
export const esDescripcion = (descripcion: string): boolean => /^[^[\]\\]{3,}$/u.test(descripcion)

/** Letters and digits that a phrase needs: with fewer it would be found in half of all texts. */
export const MIN_FRASE = 4

export const letrasDe = (frase: string): number => frase.replaceAll(/[^\p{L}\p{N}]/gu, "").length

/** Whether the words that take its place would bring the phrase back, or the reason would keep it. */
export const repite = (texto: string, frase: string): boolean => llana(texto).includes(llana(frase))

const llana = (texto: string): string =>
  texto.normalize("NFD").replaceAll(/\p{M}/gu, "").trim().replaceAll(/\s+/gu, " ").toLowerCase()
