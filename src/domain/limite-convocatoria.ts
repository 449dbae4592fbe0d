import { conjuntoBase } from "./calendario-base.ts"
import type { PerfilReglas } from "./perfil-reglas.ts"
import { type Inhabiles, ultimoDiaConvocatoria } from "./plazo.ts"
import type { Fecha, TipoSesion } from "./tipos.ts"

/** Last civil dates on which the convocatoria of a session can be sent. */
export interface LimiteConvocatoria {
  /** N complete days between sending and session. */
  readonly estricto: Fecha
  /** The day of sending counts as one of them. */
  readonly flexible: Fecha
  /** The body's own reading of the two. */
  readonly vigente: Fecha
  /** Safe whichever calendar and reading is applied: business days of every statute, strictly. */
  readonly seguro: Fecha
}

/**
 * Both readings are given because bodies and statutes differ, and the safe day because three federal calendars disagree
 * about some dates (LFT 74, official calendar, LFPA 28). None is a statement of law for the body.
 */
export function limiteConvocatoria(
  fecha: Fecha,
  tipo: TipoSesion,
  perfil: Pick<PerfilReglas, "convocatoria" | "conteo">,
  inhabiles: Inhabiles,
): LimiteConvocatoria {
  const plazo = perfil.convocatoria[tipo]
  const ultimo = (conteo: PerfilReglas["conteo"], dias: Inhabiles) =>
    ultimoDiaConvocatoria(fecha, plazo, conteo, dias)
  const anio = Number(fecha.slice(0, 4))
  const union = new Set([...inhabiles, ...conjuntoBase(anio - 1, anio, "union")])
  return {
    estricto: ultimo("excluye_ambos_extremos", inhabiles),
    flexible: ultimo("incluye_dia_envio", inhabiles),
    vigente: ultimo(perfil.conteo, inhabiles),
    seguro: ultimo("excluye_ambos_extremos", union),
  }
}
