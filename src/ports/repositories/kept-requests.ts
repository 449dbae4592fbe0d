import type { DatoProtegido } from "../../domain/texto/datos-protegidos/datos-protegidos.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { ExternalUser } from "../chat-adapter.ts"

type Values = Readonly<Record<string, string>>

/** What somebody asked for and was asked about, so that the answer's button goes on with all of it. */
export interface KeptRequest {
  /** `sesion.diferir` */
  readonly command: string
  /** As they were written. */
  readonly values: Values
  /** They came from a form: one that is missing was left empty on purpose. */
  readonly filledIn: boolean
  /** Each answer that was offered: the values that it changes, and whether it says that all is as it should be. */
  readonly answers: readonly { readonly values: Values; readonly confirms: boolean }[]
  /** Kinds of protected data that its texts may hold: once the reason is on record, or because it is already. */
  readonly dispensados: readonly DatoProtegido[]
}

/** Each belongs to the account that was asked, outlives a restart, is forgotten after a day, and is answered once. */
export interface KeptRequests {
  /** The random id to find it by: 22 letters, digits, `-` and `_`. */
  keep(owner: ExternalUser, request: KeptRequest, now: Instante): Promise<string>
  /** `null`: answered already, forgotten, another person's, or never there. */
  find(owner: ExternalUser, id: string, now: Instante): Promise<KeptRequest | null>
  /** The same, and it is answered: of several who answer at once, one gets it. */
  take(owner: ExternalUser, id: string, now: Instante): Promise<KeptRequest | null>
}
