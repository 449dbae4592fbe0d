import type { Canal, Instante, Institucion, Organo } from "../../domain/tipos.ts"
import type { Logger } from "../../ports/logger.ts"
import type { NewDelivery } from "../../ports/repositories/deliveries.ts"
import type { Repositories } from "../../ports/repositories.ts"
import { planearCargos } from "../cargo/termino-planear.ts"
import { planearConvocatorias } from "../convocatoria/limite-planear.ts"
import { planearCumplimiento } from "../recordatorio/informe-planear.ts"
import { planearRecordatorios } from "../recordatorio/planear.ts"
import { planearSesiones } from "../sesion/recordatorio-planear.ts"
import { planearSinCanal } from "./sin-canal-planear.ts"

/** Only reads; inside a transaction it is given that transaction's repositories. */
export interface PlanDeps {
  readonly data: { readonly read: Repositories }
  readonly now: Instante
  /** Where to say what keeps a message from being planned; left out where nobody reads it (a rehearsal). */
  readonly log?: Logger
}

/** One message that today asks for: where, for whom and, in `delivery.why`, by which rule. */
export interface PlanItem {
  readonly canal: Canal
  /** `null`: for the Secretaría Técnica or for everybody. */
  readonly institucion: Institucion | null
  readonly delivery: NewDelivery
}

/** Finds what a body's today asks for. The same data and day give the same keys, however often it is asked. */
export type Planeador = (deps: PlanDeps, organo: Organo) => Promise<readonly PlanItem[]>

/** Every kind of message that the calendar causes. Another kind is one function more. */
export const PLANEADORES: readonly Planeador[] = [
  planearRecordatorios,
  planearSesiones,
  planearConvocatorias,
  planearCumplimiento,
  planearCargos,
  planearSinCanal,
]

/** Every message that a body's today asks for, of every kind. */
export async function planearDia(deps: PlanDeps, organo: Organo): Promise<readonly PlanItem[]> {
  const planes: (readonly PlanItem[])[] = []
  for (const planear of PLANEADORES) planes.push(await planear(deps, organo))
  return planes.flat()
}
