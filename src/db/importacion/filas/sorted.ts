type Key = readonly (string | number | null)[]

/**
 * Sorts by code units, `null` first. The database would sort by its locale, which differs between servers, and the
 * same data must give the same text everywhere.
 */
export function sorted<T>(items: readonly T[], keyOf: (item: T) => Key): readonly T[] {
  return items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ item }) => item)
}

function compare(a: Key, b: Key): number {
  for (const [i, left] of a.entries()) {
    const right = b[i] ?? null
    if (left === right) continue
    if (left === null || right === null) return left === null ? -1 : 1
    return left < right ? -1 : 1
  }
  return 0
}
