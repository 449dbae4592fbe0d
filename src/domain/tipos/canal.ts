import type { Origen } from "./registro.ts"
import type { Instante } from "./tiempo.ts"

/**
 * A chat platform, by the name of its adapter. Open on purpose: the core knows none of them. Which there are is told at
 * start (adapters/registry.ts), and what comes from outside is held against that where it comes in.
 */
export type AdapterId = string

/** By what means somebody acted: a platform, `cli` (the command line) or `sistema` (nobody: the calendar). */
export type Medio = AdapterId

/** What people call each platform: "Slack". */
export type Plataformas = ReadonlyMap<AdapterId, string>

/** Who reads a channel; what may be posted there follows from it. */
export type Audiencia =
  | "institucion"
  | "integrantes"
  | "secretaria_tecnica"
  | "presidencia"
  /** An institution from outside the body: it only gets what it is invited to. */
  | "invitada"
  | "publica"
  /** One account alone, by direct message; in no list of channels. */
  | "persona"

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

/** Of what opens a workspace: nobody has confirmed it yet; the installation closed it; the platform took it back. */
export type EstadoConexion = "activa" | "por_confirmar" | "desconectada" | "revocada"

/** Why a workspace that has a connection is not open; `sin_clave`: what it is encrypted with is not at hand. */
export type EstadoSinAbrir = Exclude<EstadoConexion, "activa"> | "sin_clave"

/** How Plenaria is connected, now, to the place where a channel is. */
export type Conexion =
  | { readonly kind: "activa" }
  /** No platform of that name is on: nothing is even tried. */
  | { readonly kind: "apagada" }
  /** The platform is on, and does not open that workspace. `estado`: of its connection; `null`: it never had one. */
  | { readonly kind: "no_conectado"; readonly estado: EstadoSinAbrir | null }
  | { readonly kind: "sin_conexion"; readonly desde: Instante }

/** How a channel may come to be read by more people: anybody of its workspace, another organisation, a guest. */
export const CAMBIOS_DE_CANAL = ["publico", "externo", "invitados"] as const
export type CambioDeCanal = (typeof CAMBIOS_DE_CANAL)[number]

/** Who can read a channel, as its platform tells; `null`: it did not. */
export type LecturaDeCanal = Readonly<Record<CambioDeCanal, boolean | null>>

/** As it was when it was registered, or when somebody last confirmed it. */
export interface CondicionCanal extends LecturaDeCanal {
  readonly canalId: string
  /** As the platform called it. */
  readonly nombre: string
  readonly vistaEn: Instante
  /** Since when what is for it waits, and why; `null`: it does not. */
  readonly porConfirmarDesde: Instante | null
  readonly cambios: readonly CambioDeCanal[]
}

/** Somebody of an institution asked, in a channel, for that channel to be registered as its own. */
export interface SolicitudCanal {
  readonly id: string
  readonly organoId: string
  readonly institucionId: string
  readonly nombre: string
  readonly adapter: AdapterId
  readonly workspace: string
  readonly channel: string
  readonly estado: "por_aprobar" | "aprobada" | "rechazada"
  readonly personaId: string
  readonly solicitadaEn: Instante
  readonly resuelveId: string | null
  readonly resueltaEn: Instante | null
}

/** Why a channel receives nothing now. */
export type SinRecepcion =
  | { readonly kind: "inactivo" }
  /** `desde`: since when something waits for it; `null`: nothing has yet. */
  | { readonly kind: "apagada"; readonly desde: Instante | null }
  | Extract<Conexion, { readonly kind: "no_conectado" | "sin_conexion" }>
  /** More people can read it than when it was registered: what is for it waits until the Secretaría Técnica confirms it. */
  | { readonly kind: "por_confirmar"; readonly desde: Instante; readonly cambios: readonly CambioDeCanal[] }
  /** What was sent to it was refused. `motivo`: plain Spanish, with what to do about it. */
  | { readonly kind: "falla"; readonly desde: Instante; readonly motivo: string }
