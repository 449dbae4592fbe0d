import type { Asistencia } from "../../domain/tipos/desahogo.ts"
import type { Integrante } from "../../domain/tipos/directorio.ts"
import type { HechoSesion, PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"

export interface SesionRepository {
  byId(id: string): Promise<Sesion | null>
  byClave(organoId: string, clave: string): Promise<Sesion | null>
  /** Newest first; sessions without a date first of all. */
  list(organoId: string): Promise<readonly Sesion[]>
  puntos(sesionId: string): Promise<readonly PuntoOrdenDia[]>
  asistencias(sesionId: string): Promise<readonly Asistencia[]>
  hechos(sesionId: string): Promise<readonly HechoSesion[]>
  /** The snapshot taken when the session was called, in the body's order; empty before. */
  integrantes(sesionId: string): Promise<readonly IntegranteSesion[]>
}

/** What only the program writes. */
export type NuevaSesion = Omit<
  Sesion,
  "id" | "revision" | "llamado" | "instaladaEn" | "clausuradaEn" | "puntoEnCursoId"
>

export type CambiosSesion = Partial<Omit<Sesion, "id" | "organoId" | "revision">>

/** Whether it was ever in the orden del día follows from its states. */
export type NuevoPunto = Omit<PuntoOrdenDia, "id" | "orden" | "fueIncluido">

export type CambiosPunto = Partial<Omit<PuntoOrdenDia, "id" | "sesionId" | "orden" | "fueIncluido">>

/** Changes of a session and of its orden del día. Each one also appends its Evento, in the same transaction. */
export interface SesionWriter {
  /** `null`: the body already has a session with that clave. */
  create(sesion: NuevaSesion): Promise<Sesion | null>
  /** Raises the revision. `null`: it is no longer at `revision`; somebody else changed it meanwhile. */
  update(id: string, revision: number, cambios: CambiosSesion): Promise<Sesion | null>
  /** After the statements that are on record. */
  addHecho(sesionId: string, hecho: Omit<HechoSesion, "orden">): Promise<void>
  /** At the end of the orden del día. */
  addPunto(punto: NuevoPunto): Promise<PuntoOrdenDia>
  updatePunto(id: string, cambios: CambiosPunto): Promise<PuntoOrdenDia>
  /** Every item of the session, in its new order. */
  orderPuntos(sesionId: string, ids: readonly string[]): Promise<void>
  /** The members whom the convocatoria calls, as they are today; replaces an earlier snapshot. */
  snapshotIntegrantes(sesionId: string, integrantes: readonly IntegranteSesion[]): Promise<void>
  /** After those that are on record; gives their ids. */
  addAsistencias(
    sesionId: string,
    asistencias: readonly Omit<Asistencia, "id" | "sesionId" | "orden">[],
  ): Promise<readonly string[]>
  /** Puts right what an attendance on record says; its place stays. */
  updateAsistencia(id: string, cambios: CambiosAsistencia): Promise<Asistencia>
  /** Takes out what should not have been written, or was by a closing that was taken back; the log keeps it. Gives what they said. */
  removeAsistencias(sesionId: string, ids: readonly string[]): Promise<readonly Asistencia[]>
}

export type CambiosAsistencia = Partial<
  Pick<Asistencia, "personaNombre" | "personaTitulo" | "personaCargo" | "calidad" | "caracter">
>

export type IntegranteSesion = Pick<Integrante, "institucionId" | "conVoto" | "rol" | "orden">

/** What one session leaves to the next. */
export interface AsuntosDiferidosRepository {
  /**
   * Items of the body's sessions that were deferred and that no item of another one continues, oldest first. A
   * continuation that was withdrawn, or whose session was cancelled, is none.
   */
  diferidos(organoId: string): Promise<readonly PuntoOrdenDia[]>
}
