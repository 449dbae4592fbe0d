/** Under way at once in this process, and of one account. */
const LIMITS = { total: 16, each: 2 } as const

interface Waiting {
  readonly account: string
  readonly start: () => void
}

/**
 * Whose turn it is, when more is asked than is answered at once: each account in turn, whatever each has asked, and of
 * one account in the order in which it asked. Whoever asks for much waits for itself, and nobody else waits for it.
 */
export class FairQueue {
  readonly #limits: { readonly total: number; readonly each: number }
  /** By account, in the order of their turns. */
  readonly #waiting = new Map<string, Waiting[]>()
  readonly #underWay = new Map<string, number>()
  #total = 0

  constructor(limits: Partial<typeof LIMITS> = {}) {
    this.#limits = { ...LIMITS, ...limits }
  }

  /** Of one account, under way and waiting. */
  of(account: string): number {
    return (this.#underWay.get(account) ?? 0) + (this.#waiting.get(account)?.length ?? 0)
  }

  async run<T>(account: string, work: () => Promise<T>): Promise<T> {
    await this.#turn(account)
    try {
      return await work()
    } finally {
      this.#end(account)
    }
  }

  #turn(account: string): Promise<void> {
    return new Promise((start) => {
      const own = this.#waiting.get(account) ?? []
      own.push({ account, start })
      this.#waiting.set(account, own)
      this.#next()
    })
  }

  #next(): void {
    for (const [account, own] of this.#waiting) {
      if (this.#total >= this.#limits.total) return
      const underWay = this.#underWay.get(account) ?? 0
      const first = underWay < this.#limits.each ? own.shift() : undefined
      if (first === undefined) continue
      // Its next turn comes after everybody else's.
      this.#waiting.delete(account)
      if (own.length > 0) this.#waiting.set(account, own)
      this.#underWay.set(account, underWay + 1)
      this.#total += 1
      first.start()
    }
  }

  #end(account: string): void {
    const left = (this.#underWay.get(account) ?? 1) - 1
    if (left === 0) this.#underWay.delete(account)
    else this.#underWay.set(account, left)
    this.#total -= 1
    this.#next()
  }
}
