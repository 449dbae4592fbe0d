/** Longest text compared letter by letter; longer ones are nobody's typing mistake. */
const MAX_COMPARED = 80

/** Nothing in it is compared otherwise but for its case: most words that are compared are such. */
const LLANO = /^[!-_a-~]+(?: [!-_a-~]+)*$/

/**
 * Text as it is compared: lower case, no accents, typographic quotes and dashes as typed on a keyboard, single spaces.
 * `“Próxima  Sesión”` becomes `"proxima sesion"`.
 */
export function normalizar(texto: string): string {
  if (LLANO.test(texto)) return texto.toLowerCase()
  return texto
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/\p{Cf}/gu, "")
    .toLowerCase()
    .replace(/[“”„«»″]/gu, '"')
    .replace(/[‘’‚‹›′´`]/gu, "'")
    .replace(/[‐‑‒–—−]/gu, "-")
    .replace(/\s+/gu, " ")
    .trim()
}

/** The words of a text as they are compared: letters and digits, nothing else. */
export const palabrasDe = (texto: string): readonly string[] =>
  normalizar(texto).match(/[\p{L}\p{N}]+/gu) ?? []

/** Text as it is written, save for its case and spaces: «ñaa» and «ÑAA» are the same, «NAA» is another. */
export function comoSeEscribe(texto: string): string {
  return texto.normalize("NFC").replace(/\s+/gu, " ").trim().toLowerCase()
}

/**
 * Edit distance in which a swap of two neighbours is one mistake, like one letter more, less or other
 * (optimal string alignment). Where it is more than `max`, any number above that.
 */
export function distancia(a: string, b: string, max = Number.POSITIVE_INFINITY): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  let nearestOfLast = 0
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let nearest = i
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1)
      }
      row.push(best)
      if (best < nearest) nearest = best
    }
    // A row follows from the one before it, or by a swap, from the one before that.
    if (nearest > max && nearestOfLast >= max) return nearest
    nearestOfLast = nearest
    beforeLast = last
    last = row
  }
  return last[b.length] ?? a.length
}

/** How many mistakes still count as a near miss: one for a short word, up to three for a long one. */
function tolerancia(length: number): number {
  return Math.min(3, Math.max(1, Math.floor(length / 3)))
}

/** The candidate that was probably meant, or `null` when none is near. Of two as near, the first. */
export function masParecido(palabra: string, candidatos: readonly string[]): string | null {
  const typed = normalizar(palabra)
  if (typed.length === 0 || typed.length > MAX_COMPARED) return null
  let nearest: string | null = null
  let smallest = Number.POSITIVE_INFINITY
  for (const candidato of candidatos) {
    const other = normalizar(candidato)
    const allowed = tolerancia(Math.min(typed.length, other.length))
    if (Math.abs(other.length - typed.length) > allowed) continue
    const found = distancia(typed, other, Math.min(allowed, smallest))
    if (found <= allowed && found < smallest) {
      nearest = candidato
      smallest = found
    }
  }
  return nearest
}
