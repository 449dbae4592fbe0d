/** Hexadecimal digits of a delivery's reference: the end of its id, which is random. */
const CORTA = 6
/** Used only where the short one belongs to several. */
const LARGA = 12

const REFERENCIA = new RegExp(`^(?:e[-\\s]?)?([0-9a-f]{${LARGA}}|[0-9a-f]{${CORTA}})$`, "u")

/** `E-3F09AC`: names a delivery for people; stable, and short enough to type or to read aloud. */
export function referenciaDe(id: string, larga = false): string {
  return `E-${id.slice(larga ? -LARGA : -CORTA).toUpperCase()}`
}

/** The end of the id that a typed reference means; `null`: it is not one. Forgives case, dashes and O for 0. */
export function leerReferencia(typed: string): string | null {
  const plain = typed
    .trim()
    .toLowerCase()
    .replaceAll(/[‐‑‒–—−]/gu, "-")
    .replaceAll("o", "0")
    .replaceAll(/[il]/gu, "1")
  return REFERENCIA.exec(plain)?.[1] ?? null
}
