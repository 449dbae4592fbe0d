import { normalizar } from "../texto/texto.ts"

const SIN_VALOR = new Set(["de", "del", "la", "las", "el", "los", "y", "e", "a", "en", "para", "por", "con"])
const MAX = 12

/** «Secretaría de Relaciones Exteriores» → SRE; of one word, the word. */
export function siglasDeNombre(nombre: string): string {
  const palabras = (nombre.match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (palabra) => !SIN_VALOR.has(normalizar(palabra)),
  )
  const [unica = "X"] = palabras
  if (palabras.length < 2) return unica.toUpperCase().slice(0, MAX)
  return palabras
    .map((palabra) => palabra.charAt(0).toUpperCase())
    .join("")
    .slice(0, MAX)
}
