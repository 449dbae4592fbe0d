import type { Canal } from "../../domain/tipos/canal.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Logger } from "../../ports/logger.ts"
import type { NewDelivery } from "../../ports/repositories/deliveries.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

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
