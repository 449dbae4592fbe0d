import { type Capacidad, type Cubeta, estaLlena, tomar } from "../../../domain/limites/cubeta.ts"
import { type AmbitoLimite, type ClaseLimite, capacidadDe } from "../../../domain/limites/limites.ts"

/** More than those who write at the same time; full ones are as if they were not there. */
const MOST = 5_000

export interface Exhausted {
  readonly clase: ClaseLimite
  readonly ambito: AmbitoLimite
  /** In milliseconds. */
  readonly espera: number
}

export interface Limits {
  /** How many times their usual size. */
  readonly factor: number
  /** In milliseconds that never go back; tests move it. */
  readonly elapsed: () => number
}

/**
 * Buckets of this process alone: what they look after is the process itself, before it does anything dear, so that
 * several of them take as many times more.
 */
export class Buckets {
  readonly #limits: Limits
  readonly #buckets = new Map<string, { cubeta: Cubeta; readonly capacidad: Capacidad }>()

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** One of each, or none. `null`: taken. */
  take(
    clase: ClaseLimite,
    from: readonly { readonly ambito: AmbitoLimite; readonly clave: string }[],
  ): Exhausted | null {
    const now = this.#limits.elapsed()
    const taken: { readonly key: string; readonly cubeta: Cubeta; readonly capacidad: Capacidad }[] = []
    for (const { ambito, clave } of from) {
      const key = `${clase} ${ambito} ${clave}`
      const capacidad = capacidadDe(clase, ambito, this.#limits)
      const result = tomar(this.#buckets.get(key)?.cubeta ?? null, capacidad, now)
      if (result.kind === "agotada") return { clase, ambito, espera: result.espera }
      taken.push({ key, cubeta: result.cubeta, capacidad })
    }
    for (const { key, ...bucket } of taken) this.#buckets.set(key, bucket)
    if (this.#buckets.size > MOST) this.#forgetFull(now)
    return null
  }

  #forgetFull(now: number): void {
    for (const [key, { cubeta, capacidad }] of this.#buckets)
      if (estaLlena(cubeta, capacidad, now)) this.#buckets.delete(key)
  }
}
