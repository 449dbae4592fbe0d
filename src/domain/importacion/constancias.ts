import type { CargoInstitucion } from "../cargo/cargo.ts"
import type { Documento } from "../sesion/documento.ts"
import type { Autorizacion, CambiosAutorizados, PedidoAutorizacion } from "../tipos/autorizacion.ts"
import type { Prorroga } from "../tipos/compromiso.ts"
import type { Acuse, ConfirmacionAsistencia, Convocatoria } from "../tipos/convocatoria.ts"
import type { RegistroAsistencia } from "../tipos/desahogo.ts"
import type { Integrante } from "../tipos/directorio.ts"
import type {
  ContenidoResumen,
  CorreccionDeHecho,
  EdicionResumen,
  ErrataResumen,
  VersionResumen,
} from "../tipos/resumen.ts"
import type { PuntoOrdenDia, Sesion } from "../tipos/sesion.ts"
import type { Fecha, Instante } from "../tipos/tiempo.ts"
import type { VotacionDeSesion, Voto } from "../votacion/votacion.ts"

/**
 * What the life of a session in chat left on record. A file hardly ever writes it by hand; an export gives it back, apart
 * from what people edit. Items are named by their position in the session's `puntos`, from 1.
 */
export interface ConstanciasDoc extends Pick<Sesion, "revision" | "llamado"> {
  readonly organo: string
  readonly sesion: string
  readonly puntoEnCurso: number | null
  readonly puntos: readonly PuntoConstancia[]
  readonly integrantes: readonly IntegranteConstancia[]
  readonly convocatorias: readonly ConvocatoriaDoc[]
  /** In the order in which they were given: of one institution, the last one holds. */
  readonly confirmaciones: readonly ConfirmacionDoc[]
  readonly paseDeLista: readonly RegistroDoc[]
  readonly documentos: readonly DocumentoDoc[]
  readonly votaciones: readonly VotacionDoc[]
  readonly resumenes: readonly ResumenDoc[]
  readonly invitaciones: readonly InvitacionDoc[]
  /** What was asked of the presidencia, in that order. */
  readonly autorizaciones: readonly AutorizacionDoc[]
  /** In the order in which they were asked for: of one compromiso, the last one holds. */
  readonly aplazamientos: readonly AplazamientoDoc[]
  /** In the order in which they were asked for. */
  readonly prorrogas: readonly ProrrogaDoc[]
}

export interface PuntoConstancia extends Pick<PuntoOrdenDia, "motivo"> {
  readonly punto: number
  readonly fusionadoEn: number | null
  readonly antecedente: { readonly sesion: string; readonly punto: number } | null
}

interface DeInstitucion {
  readonly institucion: string
}

interface DePersona {
  readonly persona: string
}

export interface IntegranteConstancia extends DeInstitucion, Pick<Integrante, "conVoto" | "rol"> {
  readonly orden: number | null
}

export interface ConvocatoriaDoc extends Omit<Convocatoria, "id" | "sesionId" | "personaId"> {
  /** `null`: it was sent outside, and an import brought the session already called. */
  readonly persona: string | null
  readonly acuses: readonly AcuseDoc[]
}

export interface AcuseDoc
  extends DeInstitucion,
    DePersona,
    Omit<Acuse, "convocatoriaId" | "institucionId" | "personaId"> {}

export interface ConfirmacionDoc
  extends DeInstitucion,
    DePersona,
    Omit<ConfirmacionAsistencia, "sesionId" | "institucionId" | "personaId"> {}

export interface RegistroDoc
  extends DeInstitucion,
    Omit<RegistroAsistencia, "id" | "sesionId" | "institucionId"> {}

export interface DocumentoDoc
  extends DePersona,
    Omit<Documento, "id" | "sesionId" | "puntoId" | "institucionId" | "reemplazaId" | "personaId"> {
  readonly punto: number | null
  readonly institucion: string | null
  /** Position in the same list, from 1, of the one that it replaces. */
  readonly reemplaza: number | null
}

export interface VotacionDoc
  extends Omit<VotacionDeSesion, "id" | "sesionId" | "puntoId" | "acuerdoId" | "difusion"> {
  readonly punto: number | null
  readonly acuerdo: string | null
  /** None of a secret vote that is still open: each is asked for again. */
  readonly votos: readonly VotoDoc[]
}

export interface VotoDoc
  extends DeInstitucion,
    DePersona,
    Omit<Voto, "votacionId" | "institucionId" | "personaId"> {}

export interface ResumenDoc
  extends DePersona,
    Omit<VersionResumen, "id" | "sesionId" | "contenido" | "personaId"> {
  readonly contenido: ContenidoResumenDoc
}

/** Paragraphs are named by position or clave: `punto:3`, `acuerdo:CI/SO-21/03/2024`, `votacion:1`. */
export interface ContenidoResumenDoc extends Omit<ContenidoResumen, "ediciones" | "errata" | "enterados"> {
  readonly ediciones: readonly (DePersona & Omit<EdicionResumen, "personaId">)[]
  readonly errata: ErrataDoc | null
}

export interface ErrataDoc extends Omit<ErrataResumen, "canales" | "hechos"> {
  readonly canales: readonly CanalNombrado[]
  readonly hechos: readonly (Omit<CorreccionDeHecho, "canales"> & {
    readonly canales: readonly CanalNombrado[]
  })[]
}

export interface CanalNombrado {
  readonly organo: string
  readonly clave: string
}

/** An institution from outside the body that is invited to one item, by its position. */
export interface InvitacionDoc extends DeInstitucion, DePersona {
  readonly punto: number
  readonly creadaEn: Instante
}

export interface AutorizacionDoc
  extends Omit<Autorizacion, "id" | "sesionId" | "solicitanteId" | "resuelveId" | "pedido"> {
  /** `vacia`: what it would leave without a value; a file drops what is null. */
  readonly pedido: PedidoAutorizacion & { readonly vacia: readonly (keyof CambiosAutorizados)[] }
  /** Who asked, and who answered. */
  readonly persona: string
  readonly resuelve: string | null
}

export interface AplazamientoDoc extends DePersona {
  /** Its clave. */
  readonly compromiso: string
  readonly hasta: Fecha
  readonly plataforma: string
  readonly creadoEn: Instante
}

export interface ProrrogaDoc extends DePersona, Omit<Prorroga, "id" | "compromisoId"> {
  /** Its clave. */
  readonly compromiso: string
  readonly plataforma: string
  /** Who answered. */
  readonly resuelve: string | null
}

export interface CargoDoc
  extends DeInstitucion,
    DePersona,
    Omit<CargoInstitucion, "id" | "organoId" | "institucionId" | "personaId"> {
  readonly organo: string
}
