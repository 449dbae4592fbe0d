import type { Acuerdo } from "../tipos/acuerdo.ts"
import type { Compromiso } from "../tipos/compromiso.ts"
import type { Fecha } from "../tipos/tiempo.ts"
import { estaAbierto, estaVencido } from "./compromiso.ts"
import { obliga } from "./exigible.ts"

/** A compromiso with what its acuerdo says of it. */
export interface Debido {
  readonly compromiso: Pick<Compromiso, "estado" | "fechaCompromiso" | "fechaReprogramada">
  readonly acuerdo: Pick<Acuerdo, "tipo" | "estado" | "adopcion">
}

/** What an institution owes today: still open, and of an acuerdo that asks for it. */
export function seDebe(debido: Debido): boolean {
  return estaAbierto(debido.compromiso) && obliga(debido.acuerdo)
}

/** The figures that people act on. Every place that prints one counts by this, or in the database by the same words. */
export interface CuentaDebida {
  readonly abiertos: number
  readonly vencidos: number
}

export function contarDebidos(filas: readonly Debido[], hoy: Fecha): CuentaDebida {
  const debidos = filas.filter(seDebe)
  return {
    abiertos: debidos.length,
    vencidos: debidos.filter(({ compromiso }) => estaVencido(compromiso, hoy)).length,
  }
}
