import type { Plazo } from "../tiempo/regla-plazo.ts"
import type { DecideProrroga } from "../tipos/compromiso.ts"
import type { TipoSesion } from "../tipos/sesion.ts"

/** How many seats, and which, make a session valid. */
export interface ReglaQuorum {
  /** Seats that are counted. */
  readonly base: "integrantes_con_voto" | "integrantes"
  /**
   * `mitad_mas_uno` of an odd number is read by `redondeo`; `mayoria` is more than half; `numero` is a fixed number of
   * seats, however many there are; `presidencia_mas_numero` is whoever presides and that number besides.
   */
  readonly regla:
    | "mitad_mas_uno"
    | "mayoria"
    | "dos_terceras_partes"
    | "tercera_parte"
    | "numero"
    | "presidencia_mas_numero"
  /** Seats of the two rules by number; `null` in the others. */
  readonly numero: number | null
  readonly redondeo: "abajo" | "arriba"
  /** Whoever presides, or the alternate, must be there. */
  readonly exigePresidencia: boolean
  /** Who else must be there, whatever the count. */
  readonly composicion: readonly GrupoQuorum[]
}

/** Institutions of which some must be there: one that may not be missing, or so many of a sector. */
export interface GrupoQuorum {
  /** What the body calls them; `null`: by their siglas. */
  readonly nombre: string | null
  /** Their siglas. */
  readonly instituciones: readonly string[]
  /** How many of them; `null`: all. */
  readonly minimo: number | null
}

/** A second call after a session without quórum. */
export interface ReglaSegundaConvocatoria {
  readonly permitida: boolean
  /** How long after the first. */
  readonly espera: { readonly n: number; readonly unidad: Plazo["unidad"] | "minutos" }
  readonly quorum: "presentes_con_presidencia" | "presentes" | "igual" | "propio"
  /** The rule of its own, when it is `propio`. */
  readonly quorumPropio: ReglaQuorum | null
}

export interface ReglaVotacion {
  readonly mayoria: "simple" | "absoluta" | "dos_terceras_partes"
  /** What the majority is a majority of. */
  readonly sobre: "presentes" | "votos_emitidos" | "integrantes"
  /** Whether who presides decides a tie. */
  readonly votoCalidad: boolean
}

/** What an extraordinary session may deal with. */
export interface ReglaExtraordinaria {
  readonly soloAsuntoConvocado: boolean
  readonly asuntosGenerales: boolean
  readonly seguimientoAcuerdos: boolean
}

/** How a body holds its sessions, as data: nothing of one body is written into the program. */
export interface ReglasSesion {
  readonly quorum: ReglaQuorum
  readonly segundaConvocatoria: ReglaSegundaConvocatoria
  /** Minutes after the hour until which a session may still be installed on its first call; `null`: not fixed. */
  readonly toleranciaMinutos: number | null
  readonly votacion: ReglaVotacion
  readonly extraordinaria: ReglaExtraordinaria
  readonly suplencia: { readonly permitida: boolean; readonly requiereOficio: boolean }
  /** Until when before a session institutions may propose items. */
  readonly solicitudPuntos: Readonly<Record<TipoSesion, Plazo>>
  readonly acuerdos: {
    /** Longest term of a commitment, in months; `null`: not fixed. */
    readonly plazoMaximoMeses: number | null
    /** How often a commitment may be given a new date. */
    readonly reprogramaciones: number
    /** How far after the date that holds a new one may be, in calendar days; `null`: not fixed. */
    readonly prorrogaDias: number | null
    /** Who decides on a new date that an institution asks for. */
    readonly prorrogaDecide: DecideProrroga
  }
}

/** The strictest usual practice of federal bodies; none of it is law for any body in particular. */
export const REGLAS_SESION_USUALES: ReglasSesion = {
  quorum: {
    base: "integrantes_con_voto",
    regla: "mitad_mas_uno",
    numero: null,
    redondeo: "abajo",
    exigePresidencia: true,
    composicion: [],
  },
  segundaConvocatoria: {
    permitida: true,
    espera: { n: 3, unidad: "dias_habiles" },
    quorum: "presentes_con_presidencia",
    quorumPropio: null,
  },
  toleranciaMinutos: 15,
  votacion: { mayoria: "simple", sobre: "presentes", votoCalidad: true },
  extraordinaria: { soloAsuntoConvocado: true, asuntosGenerales: false, seguimientoAcuerdos: false },
  suplencia: { permitida: true, requiereOficio: true },
  solicitudPuntos: {
    ordinaria: { n: 48, unidad: "horas" },
    extraordinaria: { n: 12, unidad: "horas" },
  },
  acuerdos: {
    plazoMaximoMeses: 6,
    reprogramaciones: 1,
    prorrogaDias: null,
    prorrogaDecide: "secretaria_tecnica",
  },
}
