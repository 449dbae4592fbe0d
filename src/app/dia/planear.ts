import type { Organo } from "../../domain/tipos/directorio.ts"
import type { PlanDeps, PlanItem } from "../mensaje/plan.ts"
import { MENSAJES } from "./mensajes.ts"

/** Every message that a body's today asks for, kind by kind, in the order in which a channel gets them. */
export async function planearDia(deps: PlanDeps, organo: Organo): Promise<readonly (readonly PlanItem[])[]> {
  const planes: (readonly PlanItem[])[] = []
  for (const mensaje of Object.values(MENSAJES))
    if ("planear" in mensaje) planes.push(await mensaje.planear(deps, organo))
  return planes
}
