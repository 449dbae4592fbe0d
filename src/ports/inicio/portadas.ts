import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { ExternalUser } from "../chat-adapter.ts"

type Cuenta = Pick<ExternalUser, "adapter" | "workspace" | "user">

/** Who looks at their own page of the bot, so that it is kept true for them and for nobody else. */
export interface PortadaRepository {
  /** Somebody looks at it now, and it is asked for. */
  abrir(cuenta: Cuenta, now: Instante): Promise<void>
  /** Whether anybody looked at theirs in the last days. */
  alguna(): Promise<boolean>
  /** When it was last looked at; `null`: nobody keeps it true. */
  abiertaEn(cuenta: Cuenta): Promise<Instante | null>
  /** It is asked for, as it will be then. */
  pedir(cuenta: Cuenta, now: Instante): Promise<void>
  /** Nobody keeps it true any more. `false`: it was looked at after `antes`. */
  olvidar(cuenta: Cuenta, antes: Instante): Promise<boolean>
  /**
   * Something changed in these bodies: the pages of all who have, or ever had, a post there are to be asked for. With
   * `pedidasAntes`, only of those that were last asked for before it.
   */
  marcar(organoIds: readonly string[], pedidasAntes?: Instante): Promise<void>
  /** Those that are to be asked for and were not since `pedidasAntes`, those that wait longest first. */
  porRenovar(pedidasAntes: Instante, limit: number): Promise<readonly Cuenta[]>
  /** Those that nobody has looked at since `antes`. */
  sinAbrir(antes: Instante, limit: number): Promise<readonly Cuenta[]>
}
