export interface Reporte {
  problem(path: Path, message: string): void
  /** A place for use within a message. */
  place(path: Path): string
}

export type Path = readonly PropertyKey[]
