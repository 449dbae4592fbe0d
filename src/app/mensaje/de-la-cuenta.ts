import type { Delivery } from "../../ports/repositories/deliveries.ts"

/** It speaks of an account, or of the end of a post, to the person alone: it is theirs to read whatever post they have. */
const ASUNTO = "cuenta:propia"

export const deLaCuenta = { asuntos: [ASUNTO] } as const

export const esDeLaCuenta = ({ asuntos }: Pick<Delivery, "asuntos">): boolean => asuntos.includes(ASUNTO)
