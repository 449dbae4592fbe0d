import type { ConstanciasDoc } from "../../../domain/importacion/constancias.ts"
import type { Queries } from "../../base/client.ts"
import type { Directorio } from "../filas/run.ts"
import type { Changes } from "../filas/sync.ts"

/** One session's, with the ids that they name. */
export interface Constancias extends ConstanciasDoc {
  readonly organoId: string
  readonly sesionId: string
}

export interface ConstanciasDeps {
  readonly queries: Queries
  readonly directorio: Directorio
  readonly changes: Changes
  /** Of the sessions that are brought. */
  readonly where: { readonly sesionId: { readonly in: string[] } }
}
