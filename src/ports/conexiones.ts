import type { AdapterId, EstadoConexion } from "../domain/tipos/canal.ts"
import type { Instante } from "../domain/tipos/tiempo.ts"
import type { Sellado } from "./cifrado.ts"

/** A workspace of a platform (Slack team, Discord guild). */
export interface Espacio {
  readonly adapter: AdapterId
  readonly workspace: string
}

/**
 * What a workspace is opened by: tokens of an application of its own that listens on a socket or takes signed requests,
 * the installation's own application that its IT authorised, or the settings of the process.
 */
export type MedioConexion = "socket" | "http" | "oauth" | "ajustes"

export interface ConexionRegistrada extends Espacio {
  readonly id: string
  /** As the platform calls the workspace. */
  readonly nombre: string
  /** Whose it is; `null`: not one institution's alone. */
  readonly institucionId: string | null
  readonly estado: EstadoConexion
  /** Since when it is in that state, and why, where there is something to say. */
  readonly estadoEn: Instante
  readonly motivo: string | null
  readonly medio: MedioConexion
  /** Its credentials; `null`: the settings open it, or nothing is kept any more. */
  readonly secretos: Sellado | null
  /** What the platform lets the bot do there. */
  readonly permisos: readonly string[]
  readonly conectadaEn: Instante
  readonly conectadaPor: string
  /** When somebody there last asked for something. */
  readonly oidaEn: Instante | null
}

/** What the platform says of whoever holds some credentials. */
export interface CheckedConnection {
  readonly workspace: string
  /** As the platform calls it. */
  readonly nombre: string
  readonly medio: MedioConexion
  readonly permisos: readonly string[]
  /** What the bot needs and was not granted. */
  readonly faltan: readonly string[]
  readonly credentials: Readonly<Record<string, string>>
}

export type NuevaConexion = Omit<ConexionRegistrada, "id" | "estadoEn" | "oidaEn">

export interface InvitacionConexion {
  readonly id: string
  readonly adapter: AdapterId
  readonly institucionId: string
  readonly organoId: string
  readonly personaId: string
  readonly venceEn: Instante
}

export interface ConexionRepository {
  all(): Promise<readonly ConexionRegistrada[]>
  byWorkspace(espacio: Espacio): Promise<ConexionRegistrada | null>
  /** Anew, or in the place of the one that this workspace had. */
  save(conexion: NuevaConexion, now: Instante): Promise<ConexionRegistrada>
  /** `secretos` are forgotten in any state but `activa` and `por_confirmar`. `false`: it was not in that state. */
  change(
    id: string,
    from: EstadoConexion,
    to: { readonly estado: EstadoConexion; readonly motivo: string | null },
    now: Instante,
  ): Promise<boolean>
  assign(id: string, institucionId: string | null): Promise<void>
  /** The same secrets under another key; `false`: they changed meanwhile. */
  reseal(id: string, from: Sellado, to: Sellado): Promise<boolean>
  heard(espacio: Espacio, now: Instante): Promise<void>
  /** `codigo`: SHA-256 of the code in the link. */
  invite(
    invitacion: Omit<InvitacionConexion, "id"> & { readonly codigo: string },
    now: Instante,
  ): Promise<void>
  /** The link was opened: what the platform is to give back, of which the SHA-256 is kept. `null`: it is used or over. */
  openInvitation(codigo: string, vuelta: string, now: Instante): Promise<InvitacionConexion | null>
  /** Uses it up: of two who come back with the same, one gets it. `since`: not if the link was opened before. */
  useInvitation(vuelta: string, since: Instante, now: Instante): Promise<InvitacionConexion | null>
}
