import type { Instante } from "../domain/tipos/tiempo.ts"

/** The only source of "now". The console's demo clock and the tests move it. */
export interface Clock {
  now(): Instante
}
