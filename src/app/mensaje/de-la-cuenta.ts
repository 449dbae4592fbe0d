import { cuentaDeDirecto } from "../../ports/chat-adapter.ts"
import type { Delivery } from "../../ports/repositories/deliveries.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

/** It speaks of an account, or of the end of a post, to the person alone: it is theirs to read whatever post they have. */
const ASUNTO = "cuenta:propia"
/** It says that an account was suspended: the one thing that a suspended account is still told. */
const SUSPENSION = "cuenta:suspension"

export const deLaCuenta = { asuntos: [ASUNTO] } as const
export const deLaSuspension = { asuntos: [ASUNTO, SUSPENSION] } as const

export const esDeLaCuenta = ({ asuntos }: Pick<Delivery, "asuntos">): boolean => asuntos.includes(ASUNTO)

/** For whoever reviews the deliveries. */
export const CUENTA_SUSPENDIDA = "La cuenta está suspendida."

/** Whether a direct message goes to an account that is suspended, however it came to be written. */
export async function vaASuspendida(
  { personas }: Pick<Repositories, "personas">,
  { to: { adapter, workspace, channel }, asuntos }: Pick<Delivery, "to" | "asuntos">,
): Promise<boolean> {
  const user = cuentaDeDirecto(channel)
  if (user === null || asuntos.includes(SUSPENSION)) return false
  return (await personas.suspendida({ adapter, workspace, user })) !== null
}
