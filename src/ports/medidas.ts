import type { AdapterId } from "../domain/tipos/canal.ts"

/** What became of one attempt to send; `reintento`: it will be made again. */
export type ResultadoEntrega = "accepted" | "rejected" | "uncertain" | "cancelled" | "reintento"

/** Why, in a handful of classes: never what a platform wrote. */
export type CausaEntrega = "ninguna" | "canal" | "espacio" | "mensaje" | "intentos" | "sin_clase"

/** The jobs of the scheduler. */
export type Tarea = "plan" | "dispatch" | "tidy" | "head" | "backup" | "channels"

/** What is counted and timed while the process runs. Times in milliseconds; nothing names anybody. It never throws. */
export interface Medidas {
  entrega(plataforma: AdapterId, resultado: ResultadoEntrega, causa: CausaEntrega): void
  /** `orden`: of the registry (`sesion.crear`), or what stands for none of it. */
  respuesta(orden: string, resultado: "contestada" | "falla", ms: number): void
  /** `tarde`: how long after its hour it began. */
  tarea(tarea: Tarea, ms: number, tarde: number): void
}
