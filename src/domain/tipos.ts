/**
 * The vocabulary of a collegiate body, as plain data. Words are the field's own (see docs/glosario.md).
 * Civil dates are ISO strings (`2024-02-16`), hours `HH:MM` in the body's official zone, instants ISO UTC.
 * `null` always means "nobody recorded it": it is never filled in.
 */

/** Civil date, `YYYY-MM-DD`. */
export type Fecha = string
/** Wall-clock hour, `HH:MM`, 24 h, official zone of the body. */
export type Hora = string
/** Instant, ISO 8601 in UTC with `Z`. */
export type Instante = string

/** Where a datum comes from. `demo` data is labelled as such wherever it is shown. */
export type Origen = "registro" | "comunicado" | "demo"

/** Handling level. Not a legal classification (LGTAIP 102 forbids pre-classifying). */
export type Difusion = "interna" | "integrantes" | "publica"

export interface Organo {
  readonly id: string
  /** Stable key used in files and commands, e.g. `ci-trata`. */
  readonly clave: string
  readonly tipo: "comision" | "subcomision" | "grupo_de_trabajo"
  readonly nombreOficial: string
  readonly nombreCorto: string
  readonly padreId: string | null
  /** IANA zone; the official hour of the body. */
  readonly zona: string
  readonly objetivo: string | null
  readonly origen: Origen
}

export interface AliasInstitucion {
  readonly texto: string
  readonly desde: Fecha | null
  readonly hasta: Fecha | null
}

export interface Institucion {
  readonly id: string
  readonly siglas: string
  readonly nombre: string
  readonly vigenteDesde: Fecha | null
  readonly vigenteHasta: Fecha | null
  readonly sucesoraId: string | null
  readonly alias: readonly AliasInstitucion[]
  readonly origen: Origen
}

/** A seat: an institution in a body. The vote belongs to the seat, never to a person. */
export interface Integrante {
  readonly id: string
  readonly organoId: string
  readonly institucionId: string
  readonly conVoto: boolean
  readonly rol: "presidencia" | "integrante" | "participante"
  readonly fundamento: string | null
  readonly desde: Fecha | null
  readonly hasta: Fecha | null
}

export interface Persona {
  readonly id: string
  /** Stable key used in files, the console and `--como`, e.g. `enlace-sre`. */
  readonly clave: string
  readonly nombre: string
  readonly titulo: string | null
  readonly cargo: string | null
  readonly origen: Origen
}

export type Calidad =
  | "presidencia"
  | "secretaria_tecnica"
  | "titular"
  | "suplente"
  | "enlace"
  | "participante"
  | "administracion_tecnica"

/** A person's post in a body for an institution, with its term and the oficio that grants it. */
export interface Designacion {
  readonly id: string
  readonly personaId: string
  readonly organoId: string
  readonly institucionId: string | null
  readonly calidad: Calidad
  readonly oficio: string | null
  readonly desde: Fecha
  readonly hasta: Fecha | null
}

export type TipoSesion = "ordinaria" | "extraordinaria"
export type EstadoSesion =
  | "programada"
  | "convocada"
  | "diferida"
  | "cancelada"
  | "sin_quorum"
  | "instalada"
  | "receso"
  | "clausurada"

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
  readonly resultado: { readonly tipo: "aprobacion" | "eleccion"; readonly texto: string } | null
  readonly institucionProponenteId: string | null
  readonly difusion: Difusion
  readonly origen: Origen
  /** Why it is proposed, or why it was withdrawn or deferred. */
  readonly motivo: string | null
  /** The item that took it in, when two were merged. */
  readonly fusionadoEnId: string | null
  /** The item of an earlier session that it continues. */
  readonly antecedenteId: string | null
}

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

export interface Acuerdo {
  readonly id: string
  readonly organoId: string
  readonly sesionId: string
  readonly puntoId: string | null
  readonly clave: string
  readonly numero: number
  readonly texto: string
  readonly tipo: "con_seguimiento" | "informativo" | "permanente"
  readonly estado: "vigente" | "atendido" | "cancelado"
  readonly difusion: Difusion
  readonly origen: Origen
}

export type EstadoCompromiso =
  | "pendiente"
  | "en_proceso"
  | "en_validacion"
  | "atendido"
  | "cancelado"
  | "permanente"

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
  /** Second date after a reprogramación. */
  readonly fechaReprogramada: Fecha | null
  readonly estado: EstadoCompromiso
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

export interface DiaInhabil {
  readonly fecha: Fecha
  readonly ambito: "base" | "organo" | "institucion"
  readonly organoId: string | null
  readonly institucionId: string | null
  readonly motivo: string
  /** `true`: not fixed by statute, needs the yearly acuerdo. */
  readonly porAcuerdo: boolean
}

export type AdapterId = "slack" | "discord" | "consola"

/** Who reads a channel; what may be posted there follows from it. */
export type Audiencia = "institucion" | "integrantes" | "secretaria_tecnica" | "publica"

export interface Canal {
  readonly id: string
  readonly clave: string
  readonly nombre: string
  readonly adapter: AdapterId
  readonly workspace: string
  readonly channel: string
  readonly audiencia: Audiencia
  readonly organoId: string
  readonly institucionId: string | null
  readonly activo: boolean
  readonly origen: Origen
}

export interface CuentaChat {
  readonly adapter: AdapterId
  readonly workspace: string
  readonly user: string
  readonly personaId: string
  readonly vinculadaEn: Instante
}

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
  readonly personaId: string
  readonly enviadaEn: Instante
}

/** One version of what is told of a session: what it adds to the facts on record, never the facts themselves. */
export interface VersionResumen {
  readonly id: string
  readonly sesionId: string
  /** 1 is the first one published; every later one corrects the one before it, and says why. */
  readonly version: number
  readonly estado: "borrador" | "aprobado" | "publicado"
  /** Raised by every change of a draft. */
  readonly revision: number
  readonly contenido: ContenidoResumen
  readonly motivo: string | null
  /** Who wrote it last. */
  readonly personaId: string
  readonly creadoEn: Instante
  readonly publicadoEn: Instante | null
}

export interface ContenidoResumen {
  /** At most one for each paragraph. */
  readonly ediciones: readonly EdicionResumen[]
  /** What an erratum puts right; `null`: the version is none. */
  readonly errata: ErrataResumen | null
  /** Keys of what its readers have been told by an erratum, and need not be sent in full. */
  readonly enterados: readonly string[]
}

export interface EdicionResumen {
  /** `punto:<id>`, `hecho:3`… */
  readonly parrafo: string
  /** What was on record when it was edited: if that changes, the edit no longer holds. */
  readonly registrado: string
  readonly texto: string
  readonly personaId: string
  readonly instante: Instante
}

export interface ErrataResumen {
  /** 1 for the first erratum of a session's summary. */
  readonly numero: number
  readonly parrafo: string
  readonly dice: string
  readonly debeDecir: string
  /** Ids of the channels that it went to; none while nobody has confirmed it. */
  readonly canales: readonly string[]
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
  readonly plataforma: AdapterId | "cli" | "sistema"
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
  readonly plataforma: AdapterId | "cli" | "sistema"
  readonly instante: Instante
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
