import type { Origen } from "./registro.ts"

export type AdapterId = "slack" | "discord" | "consola"

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
