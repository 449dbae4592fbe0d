/** What a body's own data give as an example to whoever is answered; nothing of another body ever is one. */
export interface Ejemplos {
  /** Clave of an acuerdo that the asker may see; `null`: there is none. */
  readonly acuerdo: string | null
  /** Siglas of the body's institutions, those of the asker first. */
  readonly siglas: readonly string[]
}

/** "Escriba sus siglas, por ejemplo: AAA"; without an example, only what to write. */
export function conEjemplo(que: string, ejemplo: string | null | undefined): string {
  return ejemplo ? `${que}, por ejemplo: ${ejemplo}` : `${que}.`
}

/** A clave as it may be typed as well: "CO/ORD-7/03/2026" is "co ord 7 03 2026". */
export function enCorto(clave: string): string {
  return clave
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}
