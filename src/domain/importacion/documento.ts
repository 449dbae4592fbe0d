import type { PerfilReglas } from "../reglas/perfil-reglas.ts"
import type { Acuerdo } from "../tipos/acuerdo.ts"
import type { Canal } from "../tipos/canal.ts"
import type { Avance, Cadencia, Compromiso } from "../tipos/compromiso.ts"
import type { Asistencia } from "../tipos/desahogo.ts"
import type {
  AliasInstitucion,
  CuentaChat,
  Designacion,
  Institucion,
  Integrante,
  Organo,
  Persona,
} from "../tipos/directorio.ts"
import type { HechoSesion, PuntoOrdenDia, Sesion } from "../tipos/sesion.ts"
import type { DiaInhabil, Fecha, Instante } from "../tipos/tiempo.ts"
import type { CargoDoc, ConstanciasDoc } from "./constancias.ts"

/**
 * A whole body as one document: what a file holds once it is read and validated, and what an export gives back.
 * Things refer to each other by their natural keys (claves, siglas), never by internal ids.
 */
export interface DocumentoImportacion extends ListasDocumento {
  /** Posts that institutions hold for a term. */
  readonly cargos?: readonly CargoDoc[]
  /** What the life of sessions in chat left on record; at most one for each session. */
  readonly constancias?: readonly ConstanciasDoc[]
}

/** What people write by hand. */
export interface ListasDocumento {
  readonly organos: readonly OrganoDoc[]
  readonly instituciones: readonly InstitucionDoc[]
  readonly integrantes: readonly IntegranteDoc[]
  readonly personas: readonly PersonaDoc[]
  readonly designaciones: readonly DesignacionDoc[]
  readonly cuentas: readonly CuentaDoc[]
  readonly canales: readonly CanalDoc[]
  readonly inhabiles: readonly InhabilDoc[]
  readonly sesiones: readonly SesionDoc[]
}

/** The same thing with references by natural key instead of ids. */
type SinIds<T> = Omit<
  T,
  "id" | "organoId" | "institucionId" | "personaId" | "sesionId" | "acuerdoId" | "compromisoId" | "puntoId"
>

export interface PerfilDoc extends PerfilReglas {
  /** Rules that nothing computes with yet, kept as they were written. */
  readonly otrasReglas?: Readonly<Record<string, unknown>> | undefined
  /** What says so, who put it on record in chat (their clave) and when; a file that does not say changes none. */
  readonly fuente?: string | null | undefined
  readonly registradoPor?: string | null | undefined
  readonly registradoEn?: Instante | null | undefined
}

export interface OrganoDoc extends Omit<SinIds<Organo>, "padreId"> {
  readonly padre: string | null
  readonly perfiles: readonly PerfilDoc[]
}

export interface InstitucionDoc extends Omit<SinIds<Institucion>, "sucesoraId" | "alias"> {
  readonly sucesora: string | null
  readonly alias: readonly AliasInstitucion[]
}

export interface IntegranteDoc extends SinIds<Integrante> {
  readonly organo: string
  readonly institucion: string
}

export type PersonaDoc = SinIds<Persona>

export interface DesignacionDoc extends SinIds<Designacion> {
  readonly persona: string
  readonly organo: string
  readonly institucion: string | null
}

export interface CuentaDoc {
  readonly adapter: CuentaChat["adapter"]
  readonly workspace: string
  readonly usuario: string
  readonly persona: string
  /** When it was first linked; a file that does not say so links it now. */
  readonly vinculadaEn?: Instante | null
  /** Since when it is suspended; left out: it stays as it is on record. */
  readonly suspendidaEn?: Instante | null
}

export interface CanalDoc extends Omit<SinIds<Canal>, "channel"> {
  readonly canal: string
  readonly organo: string
  readonly institucion: string | null
}

export interface InhabilDoc extends SinIds<DiaInhabil> {
  readonly organo: string | null
  readonly institucion: string | null
}

/** What the life of a session in chat writes: a file neither brings nor changes it. */
type DeSuVida = "revision" | "llamado" | "instaladaEn" | "clausuradaEn" | "puntoEnCursoId"

export interface SesionDoc extends Omit<SinIds<Sesion>, DeSuVida> {
  readonly organo: string
  /** When it really began and ended; a file that does not say so leaves them as they are. */
  readonly instaladaEn?: Instante | null
  readonly clausuradaEn?: Instante | null
  readonly hechos: readonly Omit<HechoSesion, "orden">[]
  readonly asistencias: readonly AsistenciaDoc[]
  readonly puntos: readonly PuntoDoc[]
  readonly acuerdos: readonly AcuerdoDoc[]
}

export interface AsistenciaDoc extends Omit<SinIds<Asistencia>, "orden"> {
  readonly institucion: string | null
}

export interface PuntoDoc
  extends Omit<
    SinIds<PuntoOrdenDia>,
    "orden" | "institucionProponenteId" | "motivo" | "fusionadoEnId" | "antecedenteId"
  > {
  readonly proponente: string | null
}

export interface AcuerdoDoc extends Omit<SinIds<Acuerdo>, "adopcion" | "posterior"> {
  /** A file that does not say so leaves it as it is. */
  readonly posterior?: Acuerdo["posterior"] | undefined
  /** Position of its item in `puntos`, from 1; `null`: not tied to an item. */
  readonly punto: number | null
  readonly compromisos: readonly CompromisoDoc[]
}

/** What waits for an answer follows from the prórrogas in the session's constancias. */
export interface CompromisoDoc
  extends Omit<SinIds<Compromiso>, "prorrogaPedida" | "corresponsables" | "cadencia" | "informadoEl"> {
  readonly institucion: string | null
  /** A file that does not say who contributes to it leaves them as they are. */
  readonly corresponsables?: readonly string[] | undefined
  /** The same of these. */
  readonly cadencia?: Cadencia | null | undefined
  readonly informadoEl?: Fecha | null | undefined
  readonly avances: readonly AvanceDoc[]
}

export interface AvanceDoc extends SinIds<Avance> {
  readonly persona: string | null
}

/** How many records an import wrote, and how many were already as the file has them. */
export interface CuentaImportacion {
  readonly creados: number
  readonly actualizados: number
  readonly sinCambio: number
}

export interface ResumenImportacion extends CuentaImportacion {
  /** The same, for each kind of record (`compromiso`, `sesion`…). */
  readonly porTipo: readonly (CuentaImportacion & { readonly tipo: string })[]
}
