import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Destination, ExternalUser } from "../chat-adapter.ts"

/** What somebody was answered last in a place, so that «¿y la siguiente?» is understood. */
export interface ContextoCharla {
  /** What was shown or proposed, or the choices that were offered. `command`: `sesion.agenda`. */
  readonly opciones: readonly {
    readonly command: string
    readonly values: Readonly<Record<string, string>>
  }[]
  /** It is an act that waits for its confirmation. */
  readonly propuesta: boolean
}

/** For how long it may be referred to. */
export const MINUTOS_CONTEXTO = 10

/** One for each account and place. It outlives a restart and is gone after its minutes. */
export interface Charlas {
  guardar(owner: ExternalUser, place: Destination, contexto: ContextoCharla, now: Instante): Promise<void>
  leer(owner: ExternalUser, place: Destination, now: Instante): Promise<ContextoCharla | null>
}
