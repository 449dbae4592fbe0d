import type { Difusion, Origen } from "./registro.ts"
import type { Fecha, Hora, Instante } from "./tiempo.ts"

export type TipoSesion = "ordinaria" | "extraordinaria"

export const ESTADOS_SESION = [
  "programada",
  "convocada",
  "diferida",
  "cancelada",
  "sin_quorum",
  "instalada",
  "receso",
  "clausurada",
] as const
export type EstadoSesion = (typeof ESTADOS_SESION)[number]

export interface Sesion {
  readonly id: string
  readonly organoId: string
  /** `SO-21`, `SE-3`: unique in its body. */
  readonly clave: string
  readonly tipo: TipoSesion
  readonly numero: number
  /** Stored ordinal exactly as the body writes it ("Vigésimo Primera Sesión Ordinaria"). */
  readonly etiqueta: string
  readonly fecha: Fecha | null
  readonly hora: Hora | null
  readonly horaFin: Hora | null
  readonly modalidad: "presencial" | "remota" | "mixta" | null
  readonly sede: string | null
  readonly url: string | null
  readonly estado: EstadoSesion
  /** Civil date on which the convocatoria was sent. */
  readonly convocadaEl: Fecha | null
  /** Full name of the body exactly as this session's document prints it. */
  readonly nombreOrganoEnDocumento: string | null
  /** Place and date of the document that is the source, as printed: "Ciudad de México, 16 de febrero de 2024". */
  readonly lugarYFechaDocumento: string | null
  readonly plenaria: boolean | null
  /** Who may know date, type, number and place. */
  readonly difusion: Difusion
  readonly origen: Origen
  /** Raised by every change made in chat: a change names the revision it was decided on. */
  readonly revision: number
  /** Which call holds: 1, or 2 after a session without quórum. */
  readonly llamado: number
  readonly instaladaEn: Instante | null
  readonly clausuradaEn: Instante | null
  /** The item under discussion. */
  readonly puntoEnCursoId: string | null
}

/** A recorded statement of a session that is neither an item nor an attendance. */
export interface HechoSesion {
  readonly orden: number
  readonly seccion: "naturaleza" | "desarrollo" | "participacion" | "mensaje"
  readonly texto: string
}

export type TipoResultado = "aprobacion" | "eleccion"

export interface ResultadoPunto {
  /** `null`: nobody said that it was either; only its words say what happened. */
  readonly tipo: TipoResultado | null
  readonly texto: string
}

export interface PuntoOrdenDia {
  readonly id: string
  readonly sesionId: string
  /** Position for listing; not an official number. */
  readonly orden: number
  /** Official number in the orden del día, if recorded. */
  readonly numero: string | null
  readonly titulo: string
  readonly estado: "propuesto" | "incluido" | "desahogado" | "retirado" | "diferido"
  /** Recorded outcome. `null`: it was discussed, and no outcome is on record. */
  readonly resultado: ResultadoPunto | null
  readonly institucionProponenteId: string | null
  readonly difusion: Difusion
  readonly origen: Origen
  /** Why it is proposed, or why it was withdrawn or deferred. */
  readonly motivo: string | null
  /** The item that took it in, when two were merged. */
  readonly fusionadoEnId: string | null
  /** The item of an earlier session that it continues. */
  readonly antecedenteId: string | null
  /** Whether it was ever in the orden del día. A proposal that was not is internal, whatever its own level. */
  readonly fueIncluido: boolean
}
