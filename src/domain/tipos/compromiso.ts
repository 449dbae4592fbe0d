import type { Origen } from "./registro.ts"
import type { Fecha, Instante } from "./tiempo.ts"

export const ESTADOS_COMPROMISO = [
  "pendiente",
  "en_proceso",
  "en_validacion",
  "atendido",
  "cancelado",
  "permanente",
] as const
export type EstadoCompromiso = (typeof ESTADOS_COMPROMISO)[number]

export interface Compromiso {
  readonly id: string
  readonly acuerdoId: string
  /** Acuerdo's clave plus the institution, e.g. `CI/SO-21/02/2024/SRE`. */
  readonly clave: string
  /** `null`: responsible still to be defined. */
  readonly institucionId: string | null
  readonly texto: string
  /** Original date; kept for ever. */
  readonly fechaCompromiso: Fecha | null
  /** The date that the last reprogramación gave it. */
  readonly fechaReprogramada: Fecha | null
  /** How many times it was given a new date; 0 exactly while it has none. */
  readonly reprogramaciones: number
  readonly estado: EstadoCompromiso
  /** The day on which its institution reported it as done, in validation or attended since; `null`: not done, or not on record. */
  readonly cumplidoEl: Fecha | null
  readonly origen: Origen
}

export interface Avance {
  readonly id: string
  readonly compromisoId: string
  readonly texto: string
  readonly url: string | null
  readonly personaId: string | null
  readonly registradoEn: Instante
}
