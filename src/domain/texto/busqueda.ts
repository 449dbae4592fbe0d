/** Result of looking for one thing by a loosely typed text. */
export type Busqueda<T> =
  /** `exacta`: it was named as it is called, and not in part or loosely. */
  | { readonly kind: "una"; readonly item: T; readonly exacta: boolean }
  /** More than one fits: ask which. */
  | { readonly kind: "varias"; readonly items: readonly T[] }
  /** None fits; `parecidas` are near misses, best first, perhaps none. */
  | { readonly kind: "ninguna"; readonly parecidas: readonly T[] }

/** The first tier that holds anything decides, the exact ones before the loose; `null` when all are empty. */
export function primerNivel<T>(
  exactos: readonly (readonly T[])[],
  ...niveles: readonly (readonly T[])[]
): Busqueda<T> | null {
  for (const [i, nivel] of [...exactos, ...niveles].entries()) {
    const [item] = nivel
    if (item === undefined) continue
    return nivel.length === 1
      ? { kind: "una", item, exacta: i < exactos.length }
      : { kind: "varias", items: nivel }
  }
  return null
}

/**
 * For what changes something: what was found by less than its name is only one that may be meant, even if it is the
 * only one.
 */
export function soloExacta<T>(found: Busqueda<T>): Busqueda<T> {
  return found.kind === "una" && !found.exacta ? { kind: "varias", items: [found.item] } : found
}
