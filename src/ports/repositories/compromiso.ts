import type { CargaInstitucion } from "../../domain/recordatorio/cumplimiento.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Avance, Compromiso, EstadoCompromiso, Prorroga } from "../../domain/tipos/compromiso.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import type { NewEvento } from "./bitacora.ts"

export interface CompromisoFilter {
  readonly ids?: readonly string[]
  readonly organoId?: string
  readonly institucionId?: string
  /** Any of these owes it or contributes to it. */
  readonly deInstituciones?: readonly string[]
  readonly acuerdoId?: string
  readonly sesionId?: string
  readonly estados?: readonly EstadoCompromiso[]
  /** Only those of which a later date was asked for and nobody has decided. */
  readonly conProrroga?: boolean
  /** Only those of which progress is asked for at a rhythm. */
  readonly conCadencia?: boolean
  /** Current due date (second date if there is one) from, inclusive. */
  readonly venceDesde?: Fecha
  /** Current due date up to, inclusive. */
  readonly venceHasta?: Fecha
}

/** A compromiso with what is needed to show or remind of it, in one query. */
export interface CompromisoConAcuerdo {
  readonly compromiso: Compromiso
  readonly acuerdo: Acuerdo
}

export interface CompromisoRepository {
  byId(id: string): Promise<CompromisoConAcuerdo | null>
  /** Ordered by current due date (none last), then clave. */
  list(filter: CompromisoFilter): Promise<readonly CompromisoConAcuerdo[]>
  /** What each institution has on its desk in a body, counted where the data are; `hasta`: due until then is soon. */
  carga(
    organoId: string,
    range: { readonly hoy: Fecha; readonly hasta: Fecha },
  ): Promise<readonly CargaInstitucion[]>
  /** Newest first. */
  avances(compromisoId: string): Promise<readonly Avance[]>
  /** The newest of each, by compromiso; one without any is left out. */
  ultimosAvances(organoId: string): Promise<ReadonlyMap<string, Avance>>
  /** Those that give an address, newest first, by compromiso. */
  evidencias(organoId: string): Promise<ReadonlyMap<string, readonly Avance[]>>
  /** `false`: it is no longer as it was seen; somebody else changed it meanwhile. Appends no Evento by itself. */
  update(visto: CompromisoVisto, cambios: CambiosCompromiso): Promise<boolean>
  addAvance(avance: Omit<Avance, "id">): Promise<void>
}

/** What a decision on a compromiso was taken on. */
export type CompromisoVisto = Pick<
  Compromiso,
  "id" | "estado" | "fechaReprogramada" | "prorrogaPedida" | "institucionId" | "corresponsables" | "cadencia"
>

export type CambiosCompromiso = Partial<
  Pick<
    Compromiso,
    | "estado"
    | "fechaReprogramada"
    | "reprogramaciones"
    | "cumplidoEl"
    | "institucionId"
    | "corresponsables"
    | "cadencia"
    | "informadoEl"
  >
>

/** Reminders that an institution asked to put off. */
export interface AplazamientoRepository {
  create(aplazamiento: {
    readonly compromisoId: string
    readonly hasta: Fecha
    readonly personaId: string
    readonly plataforma: NewEvento["plataforma"]
    readonly creadoEn: Instante
  }): Promise<void>
  /** By compromiso, the day of its newest one, where that is not before `desde`. */
  vigentes(desde: Fecha): Promise<ReadonlyMap<string, Fecha>>
}

/** A later due date that an institution asks for. */
export interface ProrrogaRepository {
  create(
    prorroga: Pick<Prorroga, "compromisoId" | "rige" | "propuesta" | "motivo" | "decide" | "pedidaEn"> & {
      readonly solicitanteId: string
      readonly plataforma: NewEvento["plataforma"]
    },
  ): Promise<void>
  /** All that were asked for of these compromisos, newest first. */
  list(compromisoIds: readonly string[]): Promise<readonly Prorroga[]>
  /** The one that waits for an answer. */
  pedida(compromisoId: string): Promise<Prorroga | null>
  /** Answers it, once. */
  responder(
    id: string,
    respuesta: Pick<Prorroga, "estado" | "concedida" | "respuesta"> & {
      readonly resuelveId: string
      readonly resueltaEn: Instante
    },
  ): Promise<void>
}
