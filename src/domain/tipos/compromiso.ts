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
  /** Institutions that contribute to it: they see it, report progress and are reminded; who owes it is `institucionId`. */
  readonly corresponsables: readonly string[]
  readonly texto: string
  /** Original date; kept for ever. */
  readonly fechaCompromiso: Fecha | null
  /** The date that the last reprogramación gave it. */
  readonly fechaReprogramada: Fecha | null
  /** How many times it was given a new date; 0 exactly while it has none. */
  readonly reprogramaciones: number
  /** The date that its institution asked for, while nobody has decided on it. */
  readonly prorrogaPedida: Fecha | null
  readonly estado: EstadoCompromiso
  /** The day on which its institution reported it as done, in validation or attended since; `null`: not done, or not on record. */
  readonly cumplidoEl: Fecha | null
  /** At what rhythm its progress is asked for; `null`: it is not. */
  readonly cadencia: Cadencia | null
  /** The day of the last report, of progress or of fulfilment; `null`: none, or not on record. */
  readonly informadoEl: Fecha | null
  readonly origen: Origen
}

export const RITMOS_INFORME = ["mensual", "trimestral", "dias_habiles"] as const
export type RitmoInforme = (typeof RITMOS_INFORME)[number]

/** A report is owed at the end of each period. */
export interface Cadencia {
  readonly ritmo: RitmoInforme
  /** Business days of each period, with `dias_habiles`; otherwise `null`. */
  readonly dias: number | null
  /** The day from which the first period runs. */
  readonly desde: Fecha
}

export interface Avance {
  readonly id: string
  readonly compromisoId: string
  readonly texto: string
  readonly url: string | null
  /** How far it has come, from 0 to 100, as its institution says; `null`: it did not say. */
  readonly porcentaje: number | null
  readonly personaId: string | null
  readonly registradoEn: Instante
}

export type EstadoProrroga = "pedida" | "concedida" | "negada" | "retirada"
/** Who decides on it, by the body's rules on the day on which it was asked for. */
export type DecideProrroga = "secretaria_tecnica" | "pleno"

/** A later due date that an institution asked for, and what it was answered. */
export interface Prorroga {
  readonly id: string
  readonly compromisoId: string
  /** The due date that held when it was asked for. */
  readonly rige: Fecha
  readonly propuesta: Fecha
  readonly motivo: string
  readonly decide: DecideProrroga
  readonly estado: EstadoProrroga
  readonly pedidaEn: Instante
  readonly resueltaEn: Instante | null
  /** The date that it was given, the proposed one or another. */
  readonly concedida: Fecha | null
  /** Why, in the words of whoever decided. */
  readonly respuesta: string | null
}
