import type { Capacidad } from "../domain/limites/cubeta.ts"
import type { AmbitoLimite, ClaseLimite } from "../domain/limites/limites.ts"
import type { Instante } from "../domain/tipos/tiempo.ts"

/** One bucket, and how much is taken of it. */
export interface TomaDeLimite {
  readonly clase: ClaseLimite
  readonly ambito: AmbitoLimite
  readonly clave: string
  readonly capacidad: Capacidad
  readonly n: number
}

/** What is left to each of what is counted for all processes together. */
export interface LimiteRepository {
  /** All of them or none. `agotada`: the one that is longest in coming back, and in how many milliseconds. */
  tomar(
    tomas: readonly TomaDeLimite[],
    now: Instante,
  ): Promise<
    | { readonly kind: "tomadas" }
    | { readonly kind: "agotada"; readonly toma: TomaDeLimite; readonly espera: number }
  >
  /** What was used already, whether it was there or not. */
  cargar(tomas: readonly TomaDeLimite[], now: Instante): Promise<void>
  /** Those that nobody touched since; they are full again. Returns how many. */
  olvidar(before: Instante): Promise<number>
}
