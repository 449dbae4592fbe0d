import type { Fecha, TipoSesion } from "./tipos.ts"

export type UnidadPlazo = "dias_habiles" | "dias_naturales" | "horas"

export interface Plazo {
  readonly n: number
  readonly unidad: UnidadPlazo
}

/** The rules of one body, as data. Each version holds from `vigenteDesde` until the next one. */
export interface PerfilReglas {
  readonly version: number
  readonly vigenteDesde: Fecha
  readonly convocatoria: Readonly<Record<TipoSesion, Plazo>>
  /** `excluye_ambos_extremos`: N complete business days between sending and session. */
  readonly conteo: "excluye_ambos_extremos" | "incluye_dia_envio"
  readonly claveAcuerdo: string
  readonly recordatorios: PoliticaRecordatorios
}

export interface PoliticaRecordatorios {
  /** Offsets from the due date in business days: negative before, positive after. */
  readonly escalera: readonly number[]
  /** Hours of the body's zone in which messages may be sent. */
  readonly horario: { readonly desde: string; readonly hasta: string }
}
