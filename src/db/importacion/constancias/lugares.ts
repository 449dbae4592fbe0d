import { DE_TODOS } from "../../base/canales.ts"
import type { Queries } from "../../base/client.ts"
import { type Ids, keyText } from "../filas/sync.ts"

/** Ids of what constancias name, by its natural key. */
export interface Lugares {
  /** By body and clave. */
  readonly sesiones: Ids
  /** By session and position. */
  readonly puntos: Ids
  readonly asistencias: Ids
  /** By body and clave, each of them. */
  readonly acuerdos: Ids
  readonly compromisos: Ids
  readonly canales: Ids
}

/** What there is of these bodies. */
export async function readLugares(queries: Queries, organoIds: readonly string[]): Promise<Lugares> {
  const where = { organoId: { in: [...organoIds] } }
  const select = { id: true, organoId: true, clave: true } as const
  const enSesion = { where: { sesion: where }, select: { id: true, sesionId: true, orden: true } } as const
  const puntos = await queries.puntoOrdenDia.findMany(enSesion)
  const asistencias = await queries.asistencia.findMany(enSesion)
  return {
    sesiones: porClave(await queries.sesion.findMany({ where, select })),
    puntos: porOrden(puntos),
    asistencias: porOrden(asistencias),
    acuerdos: porClave(await queries.acuerdo.findMany({ where, select })),
    compromisos: porClave(await queries.compromiso.findMany({ where, select })),
    // An erratum may have gone to channels of the body above.
    canales: porClave(await queries.canal.findMany({ where: DE_TODOS, select })),
  }
}

const porOrden = (
  rows: readonly { readonly id: string; readonly sesionId: string; readonly orden: number }[],
): Ids => new Map(rows.map(({ id, sesionId, orden }) => [keyText([sesionId, orden]), id]))

const porClave = (
  rows: readonly { readonly id: string; readonly organoId: string; readonly clave: string }[],
): Ids => new Map(rows.map(({ id, organoId, clave }) => [keyText([organoId, clave]), id]))
