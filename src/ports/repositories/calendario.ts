import type { Convocatoria } from "../../domain/tipos/convocatoria.ts"
import type { PuntoOrdenDia } from "../../domain/tipos/sesion.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"

/** The right to read a calendar by its secret address, which is kept only as its SHA-256. */
export interface Suscripcion {
  readonly id: string
  readonly organoId: string
  /** `null`: everything that the members of the body may see, of no institution in particular. */
  readonly institucionId: string | null
  /** Only the file of this session, which a convocatoria links to. */
  readonly sesionId: string | null
  /** Who asked for it. */
  readonly personaId: string
  readonly creadaEn: Instante
  readonly revocadaEn: Instante | null
}

/** What calendars are made from. A write also appends its Evento, in the same transaction. */
export interface CalendarioRepository {
  create(
    suscripcion: Omit<Suscripcion, "id" | "revocadaEn"> & { readonly huella: string },
  ): Promise<Suscripcion>
  /** `null`: unknown, or revoked. */
  byHuella(huella: string): Promise<Suscripcion | null>
  /** Feeds of a body in force, oldest first; the files of single sessions are not among them. */
  list(organoId: string): Promise<readonly Suscripcion[]>
  /** `false`: it was revoked before. */
  revoke(id: string, instante: Instante): Promise<boolean>
  /** Of several sessions, oldest version first. */
  convocatorias(
    sesionIds: readonly string[],
  ): Promise<readonly Pick<Convocatoria, "sesionId" | "version" | "motivo" | "contenido">[]>
  /** How many changes of each object (`sesion:<id>`, `compromiso:<id>`) are on record; one without any is left out. */
  cambios(objetos: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** Of several sessions, in their order. */
  puntos(sesionIds: readonly string[]): Promise<readonly PuntoOrdenDia[]>
}
