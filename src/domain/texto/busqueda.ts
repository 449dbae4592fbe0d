/** Result of looking for one thing by a loosely typed text. */
export type Busqueda<T> =
  | { readonly kind: "una"; readonly item: T }
  /** More than one fits: ask which. */
  | { readonly kind: "varias"; readonly items: readonly T[] }
  /** None fits; `parecidas` are near misses, best first, perhaps none. */
  | { readonly kind: "ninguna"; readonly parecidas: readonly T[] }

/** The first tier that holds anything decides; `null` when all are empty. */
export function primerNivel<T>(...niveles: readonly (readonly T[])[]): Busqueda<T> | null {
  for (const nivel of niveles) {
    const [item] = nivel
    if (item === undefined) continue
    return nivel.length === 1 ? { kind: "una", item } : { kind: "varias", items: nivel }
  }
  return null
}
