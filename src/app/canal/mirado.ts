import type { LecturaDeCanal } from "../../domain/tipos/canal.ts"
import type { DestinationCheck } from "../../ports/chat-adapter.ts"

/** The platform was asked and told nothing of the channel. */
const SIN_RESPUESTA: ReadonlySet<string> = new Set(["no_answer", "retry", "uncertain", "not_connected"])

export const noContesto = ({ platformCode }: Extract<DestinationCheck, { readonly kind: "unusable" }>) =>
  SIN_RESPUESTA.has(platformCode)

/** Who can read it, as the platform tells when it is asked; of guests it only tells when they come in. */
export const lecturaDe = ({
  publico = null,
  externo = null,
}: {
  readonly publico?: boolean | null
  readonly externo?: boolean | null
}): LecturaDeCanal => ({ publico, externo, invitados: null })
