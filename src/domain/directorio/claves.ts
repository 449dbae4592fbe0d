import { normalizar } from "../texto/texto.ts"

/** What a clave, or the siglas of an institution, may be written with. */
export const FORMA_CLAVE = /^[\p{L}\p{N}][\p{L}\p{N}/_. -]*$/u

/** Longest that each datum of the directory may be, in UTF-16 units. */
export const LARGOS = {
  clave: 120,
  nombreOficial: 600,
  nombreCorto: 200,
  institucion: 300,
  persona: 200,
  titulo: 40,
  cargo: 300,
  oficio: 200,
  fundamento: 300,
} as const

/** So long may a clave be that is made from a name: people type it. */
const MAX_DERIVADA = 40

const SIN_VALOR = new Set(["de", "del", "la", "las", "el", "los", "y", "e", "a", "en", "para", "por"])

/**
 * A clave for what has a name: «Comité de Control Interno» → `comite-control-interno`. Of one that is taken already, the next
 * number. `base`: what it is called if the name has neither letters nor digits.
 */
export function claveDeNombre(nombre: string, ocupadas: ReadonlySet<string>, base: string): string {
  const palabras = (normalizar(nombre).match(/[a-z0-9]+/g) ?? []).filter((word) => !SIN_VALOR.has(word))
  let clave = ""
  for (const palabra of palabras) {
    const next = clave === "" ? palabra : `${clave}-${palabra}`
    if (next.length > MAX_DERIVADA && clave !== "") break
    clave = next
  }
  const primera = clave.slice(0, MAX_DERIVADA) || base
  let libre = primera
  for (let n = 2; ocupadas.has(libre); n += 1) libre = `${primera}-${n}`
  return libre
}

/** Whether what hangs from `start` hangs, through others, from itself. */
export function dependeDeSi(start: string, next: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>()
  for (let at = next.get(start) ?? null; at !== null && !seen.has(at); at = next.get(at) ?? null) {
    if (at === start) return true
    seen.add(at)
  }
  return false
}
