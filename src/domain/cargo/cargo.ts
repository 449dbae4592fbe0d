import { normalizar } from "../texto/texto.ts"
import { type Inhabiles, sumarDiasHabiles } from "../tiempo/plazo.ts"
import type { Fecha, Instante } from "../tipos/tiempo.ts"

/** A post of the body that an institution, not a person, holds for a term: the coordination of a sub-body. */
export interface CargoInstitucion {
  readonly id: string
  readonly organoId: string
  readonly institucionId: string
  /** "Coordinación de la Subcomisión Consultiva". */
  readonly nombre: string
  readonly desde: Fecha
  /** Last day of the term. */
  readonly hasta: Fecha
  readonly personaId: string
  readonly registradoEn: Instante
}

/** Whether what was put to the vote reads like the choice of who holds a post; only offers to register it. */
export function pareceEleccion(asunto: string): boolean {
  return /\b(elec|eleg|elig|elij|design|coordinacion|vocalia)/u.test(normalizar(asunto))
}

/** Business days before the end of a term at which the Secretaría Técnica is reminded of it; none of it is law. */
export const AVISOS_DE_TERMINO: readonly number[] = [30, 10]

/** The warning that is due: the last one whose day has come. `null`: none yet, or the term is over. */
export function avisoDeTermino(
  { hasta }: Pick<CargoInstitucion, "hasta">,
  hoy: Fecha,
  inhabiles: Inhabiles,
): number | null {
  if (hoy > hasta) return null
  return AVISOS_DE_TERMINO.findLast((dias) => sumarDiasHabiles(hasta, -dias, inhabiles) <= hoy) ?? null
}
