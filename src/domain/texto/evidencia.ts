import { reparoDeDireccion } from "./direccion.ts"

export type EnlaceEvidencia =
  | { readonly kind: "enlace"; readonly url: string }
  | { readonly kind: "ninguno" }
  /** There is an address, and it is not a plain https one: it stays in the text and is no evidence link. */
  | { readonly kind: "no_seguro" }

const DIRECCION = /\bhttps?:\/\/[^\s<>"“”«»]+/giu
/** Punctuation of the sentence around an address. */
const CIERRE = /[.,;:!?)\]}'’]+$/u

/**
 * The evidence's link inside a report: the first https address. Evidence is kept by link, never by content; an address
 * with a user name or password in it is not taken, so that no credential is stored or shown.
 */
export function enlaceEvidencia(texto: string): EnlaceEvidencia {
  const found = (texto.match(DIRECCION) ?? []).map((typed) => typed.replace(CIERRE, ""))
  const url = found.find(esSegura)
  if (url !== undefined) return { kind: "enlace", url }
  return { kind: found.length > 0 ? "no_seguro" : "ninguno" }
}

const esSegura = (typed: string): boolean =>
  reparoDeDireccion(typed) === null && new URL(typed).hostname.includes(".")
