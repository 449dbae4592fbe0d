import type { Instante } from "../tipos/tiempo.ts"

/** An institution from outside the body hears of one item of a session, and of nothing else of it. */
export interface Invitacion {
  readonly id: string
  readonly sesionId: string
  readonly puntoId: string
  readonly institucionId: string
  /** Who invited it. */
  readonly personaId: string
  readonly creadaEn: Instante
}
