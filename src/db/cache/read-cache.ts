/** Rows kept in all, and of one answer: enough for the reference data of many bodies, some tens of megabytes at most. */
const LIMITS = { rows: 20_000, rowsOfOne: 5_000, keyLength: 500 } as const

interface Entry {
  readonly value: Promise<unknown>
  /** 1 until it is known. */
  rows: number
}

/**
 * Answers already read, by question. Whatever changes forgets all of it: reference data change some times a day and
 * are read thousands of times, and forgetting everything cannot forget too little.
 *
 * Each answer belongs to the generation in which its reading began. Forgetting begins a new one, so what was read
 * before a change, and arrives after it, is given to who asked then and kept for nobody else.
 */
export class ReadCache {
  readonly #limits: Readonly<Record<keyof typeof LIMITS, number>>
  readonly #trusted: () => boolean
  #entries = new Map<string, Entry>()
  #rows = 0
  #generation = 0

  /** `trusted`: every change made up to a moment ago would have been heard of. */
  constructor(trusted: () => boolean, limits: Partial<Record<keyof typeof LIMITS, number>> = {}) {
    this.#trusted = trusted
    this.#limits = { ...LIMITS, ...limits }
  }

  /** The rows kept at present. */
  get rows(): number {
    return this.#rows
  }

  /** The kept answer, or what `load` reads now. Without trust, always what `load` reads now. */
  read<T>(key: string, load: () => Promise<T>): Promise<T> {
    if (!this.#trusted() || key.length > this.#limits.keyLength) return load()
    const known = this.#entries.get(key)
    // The key names repository, method and arguments: under it only that method's answers are kept.
    if (known !== undefined) return known.value as Promise<T>
    const generation = this.#generation
    const value = load().then(deepFreeze)
    const entry: Entry = { value, rows: 1 }
    this.#entries.set(key, entry)
    this.#rows += 1
    value.then(
      (read) => {
        if (generation === this.#generation) this.#weigh(key, entry, rowsOf(read))
      },
      () => {
        if (generation === this.#generation) this.#drop(key, entry)
      },
    )
    return value
  }

  forget(): void {
    this.#generation += 1
    this.#entries = new Map()
    this.#rows = 0
  }

  #weigh(key: string, entry: Entry, rows: number): void {
    if (rows > this.#limits.rowsOfOne) {
      this.#drop(key, entry)
      return
    }
    this.#rows += rows - entry.rows
    entry.rows = rows
    for (const [oldest, old] of this.#entries) {
      if (this.#rows <= this.#limits.rows) return
      this.#drop(oldest, old)
    }
  }

  #drop(key: string, entry: Entry): void {
    if (this.#entries.get(key) !== entry) return
    this.#entries.delete(key)
    this.#rows -= entry.rows
  }
}

function rowsOf(value: unknown): number {
  return Array.isArray(value) ? Math.max(1, value.length) : 1
}

/** Who is given a kept answer shares it: changing it is a bug, and shows as one. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value
  for (const member of Object.values(value)) deepFreeze(member)
  return Object.freeze(value)
}
