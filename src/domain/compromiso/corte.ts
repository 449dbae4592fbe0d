import type { Compromiso } from "../tipos/compromiso.ts"
import type { Fecha } from "../tipos/tiempo.ts"
import { estaVencido } from "./compromiso.ts"
import { seDebe } from "./cuenta.ts"
import { type EntradaNovedad, type Novedad, novedadDe } from "./novedad.ts"

/** `sigue_vencido`: overdue since before, which is no news, and is counted. */
export type ClaseCorte = Novedad | "sigue_vencido"

/**
 * One commitment in a follow-up, as it was on the day of its cut-off. Nothing that anybody wrote is kept here: texts are read
 * where they are, with whatever was redacted since.
 */
export interface FilaCorte
  extends Pick<Compromiso, "estado" | "fechaCompromiso" | "fechaReprogramada" | "prorrogaPedida"> {
  readonly compromisoId: string
  /** What it is to whoever reads all of it. */
  readonly clase: ClaseCorte
  /** What it is to who may only know that it exists; `null`: nothing. */
  readonly paraTodos: ClaseCorte | null
}

/** What changed in a body's commitments between two days, both included. */
export interface CorteSeguimiento {
  /** The day of the session before; `null`: none was held yet. */
  readonly desde: Fecha | null
  /** Only ordinary sessions review commitments, by the body's rules: it was the last one of them. */
  readonly deOrdinaria: boolean
  readonly corte: Fecha
  readonly filas: readonly FilaCorte[]
}

type EntradaCorte = Omit<EntradaNovedad, "completo"> & {
  readonly compromiso: EntradaNovedad["compromiso"] & Pick<Compromiso, "id">
}

/** `null`: nothing changed, and it is not overdue. */
export function filaDeCorte(entrada: EntradaCorte): FilaCorte | null {
  const { compromiso, acuerdo, hoy } = entrada
  const debe = seDebe({ compromiso, acuerdo }) && estaVencido(compromiso, hoy)
  const clase = (completo: boolean): ClaseCorte | null =>
    novedadDe({ ...entrada, completo }) ?? (debe ? "sigue_vencido" : null)
  const completa = clase(true)
  if (completa === null) return null
  const { id, estado, fechaCompromiso, fechaReprogramada, prorrogaPedida } = compromiso
  const datos = { estado, fechaCompromiso, fechaReprogramada, prorrogaPedida }
  return { compromisoId: id, ...datos, clase: completa, paraTodos: clase(false) }
}
