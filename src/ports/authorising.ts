import type { AdapterId } from "../domain/tipos/canal.ts"
import type { CheckedConnection } from "./conexiones.ts"

/** What becomes of a workspace that its own administrators authorised. */
export type Authorised =
  /** On record; the Secretaría Técnica has to say that it is that institution's. */
  | "por_confirmar"
  /** The link was used, is over, or never was. */
  | "vencida"
  /** It is open already, by other means or for another institution: nothing was changed. */
  | "ya_conectado"
  /** The same institution's, open already by its authorisation: with the new one. */
  | "renovada"

/**
 * The way of a link that a Secretaría Técnica gave to an institution's IT: they follow it, the platform asks them, and sends
 * them back. Of its secrets only SHA-256 is kept.
 */
export interface Authorising {
  /** What the platform is to give back, good once and for some minutes; `null`: the link is used, over, or never was. */
  open(adapter: AdapterId, code: string): Promise<string | null>
  /** `check` asks the platform what was granted, once the link is known to be good. */
  complete(adapter: AdapterId, state: string, check: () => Promise<CheckedConnection>): Promise<Authorised>
}
