import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { ExternalUser } from "../chat-adapter.ts"

/** The code that was given last; those before it are good for nothing. */
export interface CodigoInicial {
  readonly creadoEn: Instante
  readonly venceEn: Instante
  /** Wrong codes that were tried against it. */
  readonly intentos: number
  /** The account that claimed with it, the one that begins; `null`: none yet. */
  readonly cuenta: ExternalUser | null
}

export interface CodigoInicialRepository {
  /** `null`: none was ever given, or the beginning is over. */
  ultimo(): Promise<CodigoInicial | null>
  /** In place of the one before, whoever claimed with that one. `huella`: its SHA-256, all that is kept of it. */
  poner(huella: string, creadoEn: Instante, venceEn: Instante): Promise<void>
  /** The account claims with it: once, in time, and before too many tries. `false`: it does not. */
  reclamar(huella: string, cuenta: ExternalUser, now: Instante): Promise<boolean>
  /** A wrong one counts against it. */
  contarFallido(): Promise<void>
  /** There is a Secretaría Técnica: the beginning is over. */
  retirar(): Promise<void>
}
