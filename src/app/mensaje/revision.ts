import type { Card } from "../../cards/card.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Delivery, ModeloMensaje } from "../../ports/repositories/deliveries.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

/** Whether a message that is about to leave still holds. */
export type Revised =
  | { readonly kind: "sigue" }
  /** Part of it does: this is what is sent instead. */
  | { readonly kind: "cambia"; readonly card: Card; readonly modelo: ModeloMensaje }
  /** Nothing of it does. `reason`: plain Spanish, for whoever reviews the deliveries. */
  | { readonly kind: "cancela"; readonly reason: string }

/** What a message that is written from facts keeps of them, and of what it speaks. */
export interface ModeloConAsuntos {
  readonly asuntos: readonly string[]
  readonly modelo: ModeloMensaje
}

/** A delivery with a model, which is what a rule works on. */
export interface MensajeConModelo extends Delivery {
  readonly modelo: ModeloMensaje
}

/** The rule of one kind of message. Only reads; never inside a transaction. */
export interface RevisionMensaje {
  /** It shows how things stand and is read as it is: what changed since it was sent is not listed. */
  readonly vivo?: true
  /** For how long after it arrived it is told what changed, when it is longer than for most. */
  readonly seActualizaMs?: number
  /** One query when nothing changed. Called before the first part leaves. */
  vigente(read: Repositories, mensaje: MensajeConModelo, now: Instante): Promise<Revised>
  /**
   * How a message that was sent reads with today's data; the list of what changed is put before it. Without this, or
   * with `null`, it stays as it was sent.
   */
  cuerpo?(read: Repositories, mensaje: MensajeConModelo, now: Instante): Promise<Card | null>
}
