import type { Hallazgo } from "./hallazgo.ts"
import type { Vista } from "./vista.ts"

/** What is looked at together. Each check decides from the facts alone; one that has nothing to say says nothing. */
export interface Grupo {
  readonly id: string
  readonly titulo: string
  readonly revisiones: readonly ((vista: Vista) => readonly Hallazgo[])[]
}
