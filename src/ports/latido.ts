/** That somebody plans: of several processes on the same data, whichever did last. By the database's clock. */
export interface LatidoRepository {
  latir(): Promise<void>
  /** Milliseconds since then; `null`: nobody ever did. */
  edad(): Promise<number | null>
}
