import type { Instante } from "../domain/tipos/tiempo.ts"

/** How the backups of this process fare, as whoever watches it is told. */
export interface EstadoRespaldos {
  /** `sin_programar`: only when somebody asks; `atrasado`: the last one is older than it should be. */
  readonly estado: "sin_programar" | "al_dia" | "atrasado" | "con_falla"
  /** When the last one was taken that is there; null: there is none. */
  readonly ultimo: Instante | null
}

export interface Respaldos {
  /** Makes the backup that is due or that somebody asks for, if there is any. Its failure is said, and thrown by nobody. */
  atender(): Promise<void>
  estado(): Promise<EstadoRespaldos>
}
