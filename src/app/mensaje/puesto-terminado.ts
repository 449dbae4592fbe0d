import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Designacion } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { cuentaDeDirecto } from "../../ports/chat-adapter.ts"
import type { Delivery } from "../../ports/repositories/deliveries.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { esDeLaCuenta } from "./de-la-cuenta.ts"

/** For whoever reviews the deliveries. */
export const TERMINO_SU_PUESTO = "Terminó la designación por la que se escribió a esa persona."

/**
 * Whether a direct message was written to somebody for a post that ended before it left: what is of a body is read only by
 * who has a post there now. One that goes on under another oficio is the same; what is about the account itself goes on.
 */
export async function terminoSuPuesto(
  { personas, organos }: Pick<Repositories, "personas" | "organos">,
  delivery: Pick<Delivery, "to" | "organoId" | "createdAt" | "asuntos">,
  now: Instante,
): Promise<boolean> {
  const user = cuentaDeDirecto(delivery.to.channel)
  if (user === null || esDeLaCuenta(delivery)) return false
  const { adapter, workspace } = delivery.to
  const [persona, organo] = await Promise.all([
    personas.byAccount({ adapter, workspace, user }),
    organos.byId(delivery.organoId),
  ])
  if (persona === null || organo === null) return false
  const puestos = async (cuando: Instante) =>
    (await personas.designaciones(persona.id, fechaEnZona(cuando, organo.zona)))
      .filter(({ organoId }) => organoId === organo.id)
      .map(calidadDe)
  const ahora = new Set(await puestos(now))
  return (await puestos(delivery.createdAt)).some((puesto) => !ahora.has(puesto))
}

const calidadDe = ({ calidad, institucionId }: Designacion): string => `${calidad} ${institucionId ?? ""}`
