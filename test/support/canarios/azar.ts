/** What is drawn by lot, the same again from the same seed. */
export class Azar {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 up to 1 (mulberry32). */
  real(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  /** From 0 up to `end`, without it. */
  entero(end: number): number {
    return Math.floor(this.real() * end)
  }

  /** True so many times in one. */
  cae(veces: number): boolean {
    return this.real() < veces
  }

  uno<T>(entre: readonly T[]): T {
    const found = entre[this.entero(entre.length)]
    if (found === undefined) throw new Error("there is nothing to choose from")
    return found
  }

  /** By weight. */
  segun<T>(pesos: readonly (readonly [number, T])[]): T {
    let queda = this.real() * pesos.reduce((sum, [peso]) => sum + peso, 0)
    for (const [peso, cual] of pesos) {
      queda -= peso
      if (queda < 0) return cual
    }
    return this.uno(pesos)[1]
  }
}
