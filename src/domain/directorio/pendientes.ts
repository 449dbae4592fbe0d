import { sumarDias } from "../tiempo/plazo.ts"
import type { Designacion, Institucion, Integrante, Persona } from "../tipos/directorio.ts"
import type { Fecha } from "../tipos/tiempo.ts"
import { institucionEnFecha } from "./institucion.ts"
import { vigenteEn } from "./vigencia.ts"

/** How long before its last day the end of a designation is named, in calendar days. */
export const DIAS_POR_TERMINAR = 30

/** What the directory of a body lacks, or is about to. */
export type PendienteDirectorio =
  /** Nobody is designated for what comes after. */
  | {
      readonly kind: "termina"
      readonly designacion: Designacion
      readonly persona: Persona
      readonly institucion: Institucion | null
    }
  | { readonly kind: "sin_titular"; readonly institucion: Institucion }
  | { readonly kind: "sin_enlace"; readonly institucion: Institucion }
  /** Somebody speaks for the institution every day, and the bot would not know them. */
  | { readonly kind: "sin_cuenta"; readonly persona: Persona; readonly institucion: Institucion | null }

export interface EstadoDirectorio {
  readonly hoy: Fecha
  /** In force today. */
  readonly asientos: readonly Integrante[]
  readonly instituciones: readonly Institucion[]
  /** Posts in force today, who holds them and how many accounts they have. */
  readonly designados: readonly {
    readonly designacion: Designacion
    readonly persona: Persona
    readonly cuentas: readonly unknown[]
  }[]
  /** All posts of the body, of whatever term. */
  readonly designaciones: readonly Designacion[]
}

/** In the order in which they are to be mended; each kind in the order of the seats. */
export function pendientesDelDirectorio(estado: EstadoDirectorio): readonly PendienteDirectorio[] {
  const { asientos, instituciones, designados, hoy } = estado
  const porId = new Map(instituciones.map((una) => [una.id, una]))
  const de = (id: string | null) => {
    const una = porId.get(id ?? "")
    return una === undefined ? null : institucionEnFecha(una, hoy, instituciones)
  }
  const tiene = (institucion: Institucion, calidad: "titular" | "enlace") =>
    designados.some(
      ({ designacion }) =>
        designacion.calidad === calidad && de(designacion.institucionId)?.id === institucion.id,
    )
  const sentadas = (conPlaza: boolean) => [
    ...new Set(
      asientos.flatMap(({ rol, institucionId }) =>
        conPlaza && rol === "participante" ? [] : (de(institucionId) ?? []),
      ),
    ),
  ]
  return [
    ...porTerminar(estado).map(({ designacion, persona }) => ({
      kind: "termina" as const,
      designacion,
      persona,
      institucion: de(designacion.institucionId),
    })),
    ...sentadas(true)
      .filter((una) => !tiene(una, "titular"))
      .map((institucion) => ({ kind: "sin_titular" as const, institucion })),
    ...sentadas(false)
      .filter((una) => !tiene(una, "enlace"))
      .map((institucion) => ({ kind: "sin_enlace" as const, institucion })),
    ...designados
      .filter(({ designacion, cuentas }) => designacion.calidad === "enlace" && cuentas.length === 0)
      .map(({ designacion, persona }) => ({
        kind: "sin_cuenta" as const,
        persona,
        institucion: de(designacion.institucionId),
      })),
  ]
}

/** Those that end soon and that nobody follows: neither the same person nor another in the same capacity. */
function porTerminar({ hoy, designados, designaciones }: EstadoDirectorio): EstadoDirectorio["designados"] {
  return designados.filter(({ designacion: { hasta, calidad, institucionId } }) => {
    if (hasta === null || hasta > sumarDias(hoy, DIAS_POR_TERMINAR)) return false
    const siguiente = sumarDias(hasta, 1)
    return !designaciones.some(
      (otra) =>
        otra.calidad === calidad && otra.institucionId === institucionId && vigenteEn(siguiente, otra),
    )
  })
}
