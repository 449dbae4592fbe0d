import type { Organo } from "../../domain/tipos/directorio.ts"
import { planearCargos } from "../cargo/termino-planear.ts"
import { planearConvocatorias } from "../convocatoria/limite-planear.ts"
import type { PlanDeps, Planeador, PlanItem } from "../mensaje/plan.ts"
import { planearCumplimiento } from "../recordatorio/informe-planear.ts"
import { planearRecordatorios } from "../recordatorio/planear.ts"
import { planearSesiones } from "../sesion/recordatorio-planear.ts"
import { planearSinCanal } from "./sin-canal-planear.ts"

/** Every kind of message that the calendar causes. Another kind is one function more. */
export const PLANEADORES: readonly Planeador[] = [
  planearRecordatorios,
  planearSesiones,
  planearConvocatorias,
  planearCumplimiento,
  planearCargos,
  planearSinCanal,
]

/** Every message that a body's today asks for, kind by kind, in the order in which a channel gets them. */
export async function planearDia(deps: PlanDeps, organo: Organo): Promise<readonly (readonly PlanItem[])[]> {
  const planes: (readonly PlanItem[])[] = []
  for (const planear of PLANEADORES) planes.push(await planear(deps, organo))
  return planes
}
