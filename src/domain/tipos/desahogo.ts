import type { RespuestaAsistencia } from "./convocatoria.ts"
import type { Origen } from "./registro.ts"
import type { Instante } from "./tiempo.ts"

/** An attendance on record. An institution with no row is "no se menciona", never "ausente". */
export interface Asistencia {
  readonly id: string
  readonly sesionId: string
  readonly orden: number
  readonly institucionId: string | null
  readonly personaNombre: string | null
  readonly personaTitulo: string | null
  readonly personaCargo: string | null
  /** The institution's name as this document prints it. */
  readonly nombreEnDocumento: string | null
  readonly calidad: "preside" | "presente" | "representada" | "ausente"
  /** "en representación de la presidencia", as recorded. */
  readonly caracter: string | null
  readonly origen: Origen
}

/** Somebody of an institution in the room, from when until when. */
export interface RegistroAsistencia {
  readonly id: string
  readonly sesionId: string
  readonly institucionId: string
  readonly llamado: number
  readonly calidad: Exclude<RespuestaAsistencia, "no_asistira">
  readonly remota: boolean
  readonly nombre: string | null
  readonly cargo: string | null
  readonly oficio: string | null
  readonly llegada: Instante
  /** `null`: still there. */
  readonly salida: Instante | null
}
