import type { PuntoOrdenDia } from "../domain/tipos.ts"

/** What one session leaves to the next. */
export interface ContinuidadRepository {
  /**
   * Items of the body's sessions that were deferred and that no item of another one continues, oldest first. A
   * continuation that was withdrawn, or whose session was cancelled, is none.
   */
  diferidos(organoId: string): Promise<readonly PuntoOrdenDia[]>
}
