interface Waiting<Row> {
  readonly ids: readonly string[]
  readonly resolve: (rows: readonly Row[]) => void
  readonly reject: (error: unknown) => void
}

/** In one query, unless one caller alone asks for more: parameters have a limit. */
const MOST_AT_ONCE = 2_000

/**
 * Rows that many callers ask for at once by their ids, read together: those who ask in one turn share a query. Each is
 * given its own rows, in the order in which they were read.
 */
export function readBatch<Row>(
  idOf: (row: Row) => string,
  read: (ids: readonly string[]) => Promise<readonly Row[]>,
): (ids: readonly string[]) => Promise<readonly Row[]> {
  const waiting: Waiting<Row>[] = []

  const take = (): readonly Waiting<Row>[] => {
    let count = 0
    const fits = waiting.findIndex(({ ids }, i) => {
      count += ids.length
      return i > 0 && count > MOST_AT_ONCE
    })
    return waiting.splice(0, fits === -1 ? waiting.length : fits)
  }

  const readTogether = async (batch: readonly Waiting<Row>[]) => {
    try {
      const rows = await read([...new Set(batch.flatMap(({ ids }) => ids))])
      for (const { ids, resolve } of batch) {
        const own = new Set(ids)
        resolve(rows.filter((row) => own.has(idOf(row))))
      }
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  // After all that is ready to go on now has gone on, and asked.
  const readWaiting = () => {
    while (waiting.length > 0) void readTogether(take())
  }

  return (ids) =>
    new Promise((resolve, reject) => {
      waiting.push({ ids, resolve, reject })
      if (waiting.length === 1) process.nextTick(readWaiting)
    })
}
