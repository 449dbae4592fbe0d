import { masParecido, normalizar, palabrasDe } from "./texto.ts"

/** Something that may have been meant, and everything that it is called. */
export interface Candidato<T> {
  readonly item: T
  /** Siglas, official name, short name, aliases. */
  readonly formas: readonly string[]
}

/** Shorter beginnings are of too many words to say anything. */
const MIN_PREFIJO = 3

const VACIAS = new Set(["de", "del", "la", "las", "el", "los", "y", "e", "en", "para", "por", "a"])

const palabrasConSentido = (texto: string): readonly string[] =>
  palabrasDe(texto).filter((palabra) => !VACIAS.has(palabra))

/**
 * What a text that names nothing was probably meant for: of these, the first that fits. A slip of the keyboard in a name, words of
 * one, siglas that are its beginning («Bomberos»: BOM) or its initials, or a slip in one of its words.
 */
export function sugerir<T>(texto: string, candidatos: readonly Candidato<T>[], max = 3): readonly T[] {
  const typed = palabrasConSentido(texto)
  if (typed.length === 0) return []
  const siglas = normalizar(texto).replace(/[^\p{L}\p{N}]/gu, "")
  const grados = candidatos.map(({ item, formas }) => ({
    item,
    grado: grado(typed, siglas, formas.map(palabrasConSentido)),
  }))
  // Beside a slip of the keyboard in a name, a name with one word in common is noise.
  const mejor = Math.min(...grados.map((uno) => uno.grado))
  return grados
    .filter((uno) => uno.grado === mejor && mejor < LEJOS)
    .slice(0, max)
    .map(({ item }) => item)
}

const LEJOS = 9

type Palabras = readonly string[]

function grado(typed: Palabras, siglas: string, formas: readonly Palabras[]): number {
  const grados: readonly ((forma: Palabras) => boolean)[] = [
    (forma) => forma.join("") === siglas || masParecido(typed.join(" "), [forma.join(" ")]) !== null,
    (forma) => typed.every((palabra) => forma.some((propia) => comienzan(palabra, propia))),
    (forma) => iniciales(typed) === forma.join("") || iniciales(forma) === typed.join(""),
    (forma) => typed.some((palabra) => palabra.length > MIN_PREFIJO && masParecido(palabra, forma) !== null),
  ]
  const found = grados.findIndex((cumple) => formas.some(cumple))
  return found < 0 ? LEJOS : found
}

/** One is the beginning of the other. */
function comienzan(a: string, b: string): boolean {
  const [corta, larga] = a.length < b.length ? [a, b] : [b, a]
  return corta.length >= MIN_PREFIJO && larga.startsWith(corta)
}

const iniciales = (palabras: Palabras) =>
  palabras.length < 2 ? "" : palabras.map((palabra) => palabra.charAt(0)).join("")
