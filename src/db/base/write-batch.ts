interface Waiting<Item, Result> {
  readonly item: Item
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

/** In one statement; more wait for the next one. */
const MOST_AT_ONCE = 200

/**
 * Small writes that many callers make at once, stored together: those that arrive while a statement runs go in the
 * next one. Under load the database is asked once for many, and without load nothing waits. Each caller is answered
 * when its own write is stored. Two of one key never share a statement.
 */
export function writeBatch<Item, Result>(
  keyOf: (item: Item) => string,
  /** The results in the order of the items. */
  store: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = []
  let storing = false

  const take = () => {
    const batch = new Map<string, Waiting<Item, Result>>()
    const rest: Waiting<Item, Result>[] = []
    for (const one of waiting) {
      const key = keyOf(one.item)
      if (batch.size >= MOST_AT_ONCE || batch.has(key)) rest.push(one)
      else batch.set(key, one)
    }
    waiting = rest
    return [...batch.values()]
  }

  const storeWaiting = async () => {
    storing = true
    // Those who write in the same turn go together from the first statement on.
    await Promise.resolve()
    while (waiting.length > 0) {
      const batch = take()
      try {
        const results = await store(batch.map(({ item }) => item))
        if (results.length !== batch.length) throw new Error("not every write was answered")
        for (const [i, { resolve }] of batch.entries()) resolve(results[i] as Result)
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    storing = false
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!storing) void storeWaiting()
    })
}
