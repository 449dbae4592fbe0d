import type { Medio } from "./canal.ts"
import type { Sesion } from "./sesion.ts"
import type { Fecha, Hora, Instante } from "./tiempo.ts"

export type TipoConvocatoria =
  | "convocatoria"
  | "rectificacion"
  | "diferimiento"
  | "cancelacion"
  | "segunda_convocatoria"

/** What was sent to call a session, or to change that call. Never changed: what changes is another version. */
export interface Convocatoria {
  readonly id: string
  readonly sesionId: string
  /** 1 is the first call. */
  readonly version: number
  readonly tipo: TipoConvocatoria
  /** Why it changes, or why it is late. */
  readonly motivo: string | null
  /** What it said. */
  readonly contenido: ContenidoConvocatoria
  /** Who sent it; `null`: it was sent outside, and an import brought the session already called. */
  readonly personaId: string | null
  /** `null` where `personaId` is: of that one only the day may be known, which is the session's `convocadaEl`. */
  readonly enviadaEn: Instante | null
}

export interface ContenidoConvocatoria {
  readonly fecha: Fecha | null
  readonly hora: Hora | null
  readonly modalidad: Sesion["modalidad"]
  readonly sede: string | null
  readonly url: string | null
  readonly puntos: readonly { readonly numero: string | null; readonly titulo: string }[]
}

/** An institution acknowledged a version of the convocatoria: who, from where, when. */
export interface Acuse {
  readonly convocatoriaId: string
  readonly institucionId: string
  readonly personaId: string
  readonly plataforma: Medio
  readonly instante: Instante
}

export type RespuestaAsistencia = "titular" | "suplente" | "no_asistira"

/** Who an institution says will come. The newest one holds. */
export interface ConfirmacionAsistencia {
  readonly sesionId: string
  readonly institucionId: string
  readonly respuesta: RespuestaAsistencia
  /** `null`: not said. */
  readonly remota: boolean | null
  readonly nombre: string | null
  readonly cargo: string | null
  /** The oficio that names the suplente. */
  readonly oficio: string | null
  readonly personaId: string
  readonly plataforma: Medio
  readonly instante: Instante
}
