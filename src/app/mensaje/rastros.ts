/** So many are remembered: those of some hours of a busy day. */
const MAX = 10_000

/**
 * Which request put a message in the queue, by the message's key, as long as this process remembers: so that what is
 * written of the sending carries the reference of the asking. Another process knows the message by its key alone.
 */
export class Rastros {
  readonly #references = new Map<string, string>()

  anotar(keys: readonly string[], reference: string): void {
    for (const key of keys) this.#references.set(key, reference)
    for (const oldest of this.#references.keys()) {
      if (this.#references.size <= MAX) break
      this.#references.delete(oldest)
    }
  }

  /** `null`: nobody asked for it, or it was long ago. */
  de(key: string): string | null {
    return this.#references.get(key) ?? null
  }
}
