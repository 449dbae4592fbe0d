import type { Origen } from "./registro.ts"

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
export type Audiencia = "institucion" | "integrantes" | "secretaria_tecnica" | "publica"

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
