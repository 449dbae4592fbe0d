import type { EstadoSesion, TipoSesion } from "../tipos/sesion.ts"
import type { Fecha } from "../tipos/tiempo.ts"

/** What a phrase may name, as far as whoever writes it may see: nothing else is ever meant. */
export interface Mundo {
  readonly hoy: Fecha
  /** IANA zone of the official hour. */
  readonly zona: string
  /** Of the body, around today. */
  readonly inhabiles: ReadonlySet<string>
  readonly sesiones: readonly SesionNombrable[]
  /** Claves of the session that comes next and of the last one that was held. */
  readonly proxima: string | null
  readonly ultima: string | null
  readonly acuerdos: readonly AcuerdoNombrable[]
  readonly compromisos: readonly CompromisoNombrable[]
  readonly instituciones: readonly InstitucionNombrable[]
  /** The bodies below this one. */
  readonly suborganos: readonly { readonly clave: string; readonly nombres: readonly string[] }[]
  /** Siglas of the institutions that the person answers for, and keeps the commitments of. */
  readonly propias: readonly string[]
}

export interface SesionNombrable {
  readonly clave: string
  readonly tipo: TipoSesion
  readonly numero: number
  readonly fecha: Fecha | null
  readonly estado: EstadoSesion
}

export interface AcuerdoNombrable {
  readonly clave: string
  /** Clave of its session. */
  readonly sesion: string
  readonly numero: number
  readonly texto: string
}

export interface CompromisoNombrable {
  readonly clave: string
  /** Clave of its agreement. */
  readonly acuerdo: string
  /** Siglas today of who answers for it; `null`: to be defined. */
  readonly institucion: string | null
  readonly abierto: boolean
  readonly texto: string
}

export interface InstitucionNombrable {
  readonly siglas: string
  /** Siglas today of who answers for it: its own, or its successor's. */
  readonly responde: string
  /** Everything that it is or was called. */
  readonly nombres: readonly string[]
}
