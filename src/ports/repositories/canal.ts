import type {
  AdapterId,
  Canal,
  CondicionCanal,
  LecturaDeCanal,
  SolicitudCanal,
} from "../../domain/tipos/canal.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Destination } from "../chat-adapter.ts"

export interface CanalRepository {
  byId(id: string): Promise<Canal | null>
  byPlace(place: Destination): Promise<Canal | null>
  /** A body's own; what it speaks through is asked for in src/app/canal/canales.ts. */
  list(organoId: string): Promise<readonly Canal[]>
  listAdapter(adapter: AdapterId): Promise<readonly Canal[]>
  /** Where one account reads what is for it alone; written down the first time. */
  directo(organoId: string, place: Destination): Promise<Canal>
  /** `null`: that place, or that clave in the body, is some channel's already. */
  create(canal: Omit<Canal, "id">): Promise<Canal | null>
  update(id: string, cambios: CambiosCanal): Promise<Canal>
}

export type CambiosCanal = Partial<Pick<Canal, "nombre" | "audiencia" | "institucionId" | "activo">>

/** Requests to register a channel. Each write also appends its Evento, in the same transaction. */
export interface SolicitudCanalRepository {
  byId(id: string): Promise<SolicitudCanal | null>
  /** What waits in a body, the oldest first. */
  abiertas(organoId: string): Promise<readonly SolicitudCanal[]>
  /** `null`: one waits for that place already. */
  create(
    solicitud: Omit<SolicitudCanal, "id" | "estado" | "resuelveId" | "resueltaEn">,
  ): Promise<SolicitudCanal | null>
  /** `false`: it no longer waits; somebody else was first. */
  resolver(
    id: string,
    cambios: Pick<SolicitudCanal, "estado" | "resuelveId" | "resueltaEn">,
  ): Promise<boolean>
}

/** Who can read each channel, as it was registered, and which of them wait to be confirmed. */
export interface CondicionCanalRepository {
  de(canalId: string): Promise<CondicionCanal | null>
  /** Those that wait, of every body. */
  porConfirmar(): Promise<readonly CondicionCanal[]>
  /** Active channels of these platforms that nobody has looked at since then, those of longest ago first. */
  porMirar(adapters: readonly AdapterId[], desde: Instante, limit: number): Promise<readonly string[]>
  /** As it is registered from now on: nothing of it waits any more. */
  registrar(
    canalId: string,
    visto: LecturaDeCanal & { readonly nombre: string },
    now: Instante,
  ): Promise<void>
  /** It was looked at, and is no less private than it is registered. */
  mirado(canalId: string, visto: LecturaDeCanal & { readonly nombre: string }, now: Instante): Promise<void>
  /** From now on what is for it waits. `false`: it did already, for no less than this. */
  pausar(canalId: string, cambios: CondicionCanal["cambios"], now: Instante): Promise<boolean>
}

/**
 * `workspace`: nothing that the bot sends to that workspace gets there (its token, its permissions).
 * `connection`: nothing opens that workspace; `platform`: the platform is off. What is for these waits.
 */
export type FailureScope = "destination" | "workspace" | "connection" | "platform"

/** Of a whole platform only its name matters. */
export type FailurePlace = Pick<Destination, "adapter"> & Partial<Destination>

/** Nothing gets to this channel. */
export interface ChannelFailure {
  readonly canalId: string
  readonly since: Instante
  /** Plain Spanish, with what to do about it. */
  readonly reason: string
  readonly scope: FailureScope
}

export interface ChannelHealthRepository {
  /** Every channel that is known to be broken, of every body. */
  broken(): Promise<readonly ChannelFailure[]>
  /**
   * The channel at that place is broken, or every active one of its workspace or platform. Returns the ids of those of which it was
   * not known: of two that find the same failure, only one gets them.
   */
  markBroken(
    place: FailurePlace,
    failure: { readonly scope: FailureScope; readonly reason: string },
    now: Instante,
  ): Promise<readonly string[]>
  /**
   * Something got to the channel: it works, and so do those that were only thought broken because of their workspace or
   * their platform. Without a channel: the platform is on again or the workspace open, and what was only broken because it
   * was not works.
   * Returns what was wrong with those that are well again; of two that find it out, only one gets them.
   */
  markWorking(place: FailurePlace): Promise<readonly ChannelFailure[]>
}
