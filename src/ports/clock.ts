import type { Instante } from "../domain/tiempo/tipos.ts"

/** The only source of "now". The console's demo clock and the tests move it. */
export interface Clock {
  now(): Instante
}
