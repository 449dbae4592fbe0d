import type { CargaInstitucion } from "../domain/recordatorio/cumplimiento.ts"
import type { PerfilReglas } from "../domain/reglas/perfil-reglas.ts"
import type {
  Acuerdo,
  Acuse,
  AdapterId,
  Asistencia,
  Avance,
  Canal,
  Compromiso,
  ConfirmacionAsistencia,
  Convocatoria,
  Designacion,
  DiaInhabil,
  EstadoCompromiso,
  Fecha,
  HechoSesion,
  Instante,
  Institucion,
  Integrante,
  Organo,
  Persona,
  PuntoOrdenDia,
  RegistroAsistencia,
  Sesion,
} from "../domain/tipos.ts"
import type { AcuerdoWriter } from "./acuerdo-writer.ts"
import type { ChannelHealthRepository } from "./channel-health.ts"
import type { Destination, ExternalUser } from "./chat-adapter.ts"
import type { ContinuidadRepository } from "./continuidad.ts"
import type { CalendarioRepository } from "./repositories/calendario.ts"
import type { CargoRepository } from "./repositories/cargo.ts"
import type { DeliveryRepository } from "./repositories/deliveries.ts"
import type { DeliveryReviewRepository } from "./repositories/delivery-review.ts"
import type { DocumentoRepository } from "./repositories/documento.ts"
import type { ResumenRepository } from "./repositories/resumen.ts"
import type { VotacionRepository } from "./repositories/votacion.ts"

export interface OrganoRepository {
  all(): Promise<readonly Organo[]>
  byId(id: string): Promise<Organo | null>
  byClave(clave: string): Promise<Organo | null>
  /** The profile in force on a date; `null` when none was ever recorded. */
  perfil(organoId: string, fecha: Fecha): Promise<PerfilReglas | null>
  integrantes(organoId: string, fecha: Fecha): Promise<readonly Integrante[]>
}

export interface InstitucionRepository {
  all(): Promise<readonly Institucion[]>
  byId(id: string): Promise<Institucion | null>
}

/** A post in force, who holds it and the chat accounts that are linked to them. */
export interface Designado {
  readonly designacion: Designacion
  readonly persona: Persona
  readonly cuentas: readonly ExternalUser[]
}

export interface PersonaRepository {
  byAccount(user: ExternalUser): Promise<Persona | null>
  byClave(clave: string): Promise<Persona | null>
  byId(id: string): Promise<Persona | null>
  /** Posts in force on a date, every body. */
  designaciones(personaId: string, fecha: Fecha): Promise<readonly Designacion[]>
  /** Posts of a body in force on a date, longest held first. */
  designados(organoId: string, fecha: Fecha): Promise<readonly Designado[]>
  /** Everyone who has an account on an adapter, with their posts in force. */
  withAccount(
    adapter: AdapterId,
    fecha: Fecha,
  ): Promise<
    readonly {
      readonly user: string
      readonly persona: Persona
      readonly designaciones: readonly Designacion[]
    }[]
  >
}

export interface SesionRepository {
  byId(id: string): Promise<Sesion | null>
  byClave(organoId: string, clave: string): Promise<Sesion | null>
  /** Newest first; sessions without a date first of all. */
  list(organoId: string): Promise<readonly Sesion[]>
  puntos(sesionId: string): Promise<readonly PuntoOrdenDia[]>
  asistencias(sesionId: string): Promise<readonly Asistencia[]>
  hechos(sesionId: string): Promise<readonly HechoSesion[]>
  /** The snapshot taken when the session was called; empty before. */
  integrantes(sesionId: string): Promise<readonly IntegranteSesion[]>
}

/** What only the program writes. */
export type NuevaSesion = Omit<
  Sesion,
  "id" | "revision" | "llamado" | "instaladaEn" | "clausuradaEn" | "puntoEnCursoId"
>
export type CambiosSesion = Partial<Omit<Sesion, "id" | "organoId" | "revision">>
export type NuevoPunto = Omit<PuntoOrdenDia, "id" | "orden">
export type CambiosPunto = Partial<Omit<PuntoOrdenDia, "id" | "sesionId" | "orden">>

/** Changes of a session and of its orden del día. Each one also appends its Evento, in the same transaction. */
export interface SesionWriter {
  /** `null`: the body already has a session with that clave. */
  create(sesion: NuevaSesion): Promise<Sesion | null>
  /** Raises the revision. `null`: it is no longer at `revision`; somebody else changed it meanwhile. */
  update(id: string, revision: number, cambios: CambiosSesion): Promise<Sesion | null>
  /** At the end of the orden del día. */
  addPunto(punto: NuevoPunto): Promise<PuntoOrdenDia>
  updatePunto(id: string, cambios: CambiosPunto): Promise<PuntoOrdenDia>
  /** Every item of the session, in its new order. */
  orderPuntos(sesionId: string, ids: readonly string[]): Promise<void>
  /** The members whom the convocatoria calls, as they are today; replaces an earlier snapshot. */
  snapshotIntegrantes(sesionId: string, integrantes: readonly IntegranteSesion[]): Promise<void>
  /** After those that are on record. */
  addAsistencias(
    sesionId: string,
    asistencias: readonly Omit<Asistencia, "id" | "sesionId" | "orden">[],
  ): Promise<void>
}

export type IntegranteSesion = Pick<Integrante, "institucionId" | "conVoto" | "rol">

/** The call of a session and what the institutions answer. Each write also appends its Evento, in the same transaction. */
export interface ConvocatoriaRepository {
  /** Oldest first. */
  list(sesionId: string): Promise<readonly Convocatoria[]>
  /** `null`: that version exists; somebody else sent one meanwhile. */
  create(convocatoria: Omit<Convocatoria, "id">): Promise<Convocatoria | null>
  acuses(convocatoriaId: string): Promise<readonly Acuse[]>
  /** `false`: the institution had acknowledged it; the first one stays. */
  acusar(acuse: Acuse): Promise<boolean>
  /** The one that holds for each institution. */
  confirmaciones(sesionId: string): Promise<readonly ConfirmacionAsistencia[]>
  confirmar(confirmacion: ConfirmacionAsistencia): Promise<void>
}

/** The roll-call. */
export interface AsistenciaRepository {
  /** Of one call, in order of arrival. */
  registros(sesionId: string, llamado: number): Promise<readonly RegistroAsistencia[]>
  /** `null`: somebody of that institution is in the room. */
  llegada(registro: Omit<RegistroAsistencia, "id" | "salida">): Promise<RegistroAsistencia | null>
  /** `false`: nobody of that institution was in the room. */
  salida(sesionId: string, llamado: number, institucionId: string, instante: Instante): Promise<boolean>
}

export interface AcuerdoRepository {
  byId(id: string): Promise<Acuerdo | null>
  list(organoId: string): Promise<readonly Acuerdo[]>
  bySesion(sesionId: string): Promise<readonly Acuerdo[]>
}

export interface CompromisoFilter {
  readonly ids?: readonly string[]
  readonly organoId?: string
  readonly institucionId?: string
  /** Any of these. */
  readonly institucionIds?: readonly string[]
  readonly acuerdoId?: string
  readonly sesionId?: string
  readonly estados?: readonly EstadoCompromiso[]
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
  /** `false`: it is no longer as it was seen; somebody else changed it meanwhile. Appends no Evento by itself. */
  update(visto: Pick<Compromiso, "id" | "estado">, cambios: CambiosCompromiso): Promise<boolean>
  addAvance(avance: Omit<Avance, "id">): Promise<void>
}

export type CambiosCompromiso = Partial<Pick<Compromiso, "estado" | "fechaReprogramada">>

/** Reminders that an institution asked to put off. */
export interface AplazamientoRepository {
  create(aplazamiento: {
    readonly compromisoId: string
    readonly hasta: Fecha
    readonly personaId: string
    readonly plataforma: NewEvento["plataforma"]
    readonly creadoEn: Instante
  }): Promise<void>
  /** By compromiso, the day of the newest one that is not before `desde`. */
  vigentes(desde: Fecha): Promise<ReadonlyMap<string, Fecha>>
}

export interface CanalRepository {
  byPlace(place: Destination): Promise<Canal | null>
  list(organoId: string): Promise<readonly Canal[]>
  listAdapter(adapter: AdapterId): Promise<readonly Canal[]>
}

export interface InhabilRepository {
  /** Base days, plus the body's, plus the institution's when given. */
  between(
    desde: Fecha,
    hasta: Fecha,
    of: { readonly organoId: string; readonly institucionId: string | null },
  ): Promise<readonly DiaInhabil[]>
  /** Every row of the range, all scopes. */
  allBetween(desde: Fecha, hasta: Fecha): Promise<readonly DiaInhabil[]>
}

export interface InboundEventRepository {
  /** `false`: this event was claimed before; answer nothing. */
  claim(adapter: AdapterId, eventId: string, receivedAt: Instante): Promise<boolean>
  /** Forgets events older than `before`; returns how many. */
  forget(before: Instante): Promise<number>
}

/** Append-only log: who, from where, did what to what. */
export interface NewEvento {
  readonly tipo: string
  /** `sesion:<id>`, `compromiso:<id>`… */
  readonly objeto: string
  readonly organoId: string | null
  readonly personaId: string | null
  readonly plataforma: AdapterId | "cli" | "sistema"
  readonly antes: unknown
  readonly despues: unknown
  readonly instante: Instante
}

export interface Evento extends NewEvento {
  readonly id: string
}

export interface News {
  /** Without repetition. */
  readonly objetos: readonly string[]
  /** Where the reading began and ended, for `markRead` alone. */
  readonly from: bigint
  readonly to: bigint
}

export interface EventoRepository {
  append(evento: NewEvento): Promise<void>
  byObjeto(objeto: string): Promise<readonly Evento[]>
  /**
   * What was written about since a reader last said that it was done. Nothing is skipped, however late it commits: what
   * an open transaction wrote comes with a later reading. What was created by an import is no news: nobody spoke of it.
   */
  news(reader: string): Promise<News>
  /** The reader is done with it. Until then it is news again; of two that read the same, one being done is enough. */
  markRead(reader: string, news: News): Promise<void>
}

export interface Repositories {
  readonly organos: OrganoRepository
  readonly instituciones: InstitucionRepository
  readonly personas: PersonaRepository
  readonly sesiones: SesionRepository
  readonly sesionesWriter: SesionWriter
  readonly continuidad: ContinuidadRepository
  readonly convocatorias: ConvocatoriaRepository
  readonly asistencias: AsistenciaRepository
  readonly votaciones: VotacionRepository
  readonly documentos: DocumentoRepository
  readonly cargos: CargoRepository
  readonly resumenes: ResumenRepository
  readonly calendario: CalendarioRepository
  readonly acuerdos: AcuerdoRepository
  readonly acuerdosWriter: AcuerdoWriter
  readonly compromisos: CompromisoRepository
  readonly aplazamientos: AplazamientoRepository
  readonly canales: CanalRepository
  readonly inhabiles: InhabilRepository
  readonly channelHealth: ChannelHealthRepository
  readonly deliveries: DeliveryRepository
  readonly deliveryReview: DeliveryReviewRepository
  readonly inboundEvents: InboundEventRepository
  readonly eventos: EventoRepository
}

/** The only way to the data. `transaction` commits all of it or nothing. */
export interface UnitOfWork {
  /** What is shown: a moment after another process changed something it may still tell how it was. */
  readonly read: Repositories
  /** What is decided without a transaction: every question goes to the database. */
  readonly fresh: Repositories
  transaction<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>
}
