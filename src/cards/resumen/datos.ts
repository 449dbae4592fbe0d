import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Asistencia } from "../../domain/tipos/desahogo.ts"
import type { Institucion, Integrante, Organo } from "../../domain/tipos/directorio.ts"
import type { HechoSesion, PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { VotacionDeSesion, Voto } from "../../domain/votacion/votacion.ts"
import type { SeguimientoResumen } from "./seguimiento.ts"

/** Everything on record of a session that its summary may carry. */
export interface ResumenSesion {
  readonly organo: Organo
  readonly sesion: Sesion
  readonly puntos: readonly PuntoOrdenDia[]
  readonly asistencias: readonly Asistencia[]
  readonly hechos: readonly HechoSesion[]
  readonly acuerdos: readonly Acuerdo[]
  /** Some are on record, for this reader or not: what someone may not see is not said to be missing. */
  readonly hayAcuerdos: boolean
  /** Those that closed and stand, with their outcome. */
  readonly votaciones: readonly VotacionDeSesion[]
  /** Of each vote by name, how each institution voted, in the body's order. */
  readonly votos: ReadonlyMap<string, readonly Pick<Voto, "institucionId" | "sentido">[]>
  /** Some are on record, for this reader or not. */
  readonly hayVotaciones: boolean
  readonly instituciones: ReadonlyMap<string, Institucion>
  readonly noMencionados: readonly Integrante[]
  /** Texts that the Secretaría Técnica gave to paragraphs, by paragraph; the facts stay as they were recorded. */
  readonly ediciones: ReadonlyMap<string, string>
  /** What the session was told of earlier commitments; `null`: it did not review them, or no cut-off is on record. */
  readonly seguimiento: SeguimientoResumen | null
}
