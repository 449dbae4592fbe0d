import type { Organo } from "../domain/tipos/directorio.ts"
import type { Fecha } from "../domain/tipos/tiempo.ts"
import type { Actor } from "../domain/visibilidad/actor.ts"
import type { Repositories } from "../ports/repositories/unit-of-work.ts"

/** What a reading is about: the data, the body that is asked about and its today. */
export interface Consulta {
  readonly read: Repositories
  readonly organo: Organo
  readonly hoy: Fecha
}

/** The same, asked by somebody: the answer holds what they may see. */
export interface ConsultaPersonal extends Consulta {
  readonly actor: Actor
}
