import type { Card } from "../../cards/card.ts"
import {
  type MensajeActualizado,
  mensajeActualizadoBreve,
  mensajeActualizadoCard,
  mensajeVivoBreve,
} from "../../cards/entrega/mensaje-actualizado.ts"
import { cambiosEntre, type Hechos } from "../../domain/mensaje/hechos.ts"
import type { ModeloMensaje } from "../../ports/repositories/deliveries.ts"
import { textoCambio } from "../../texts/cambios.ts"
import type { MensajeConModelo } from "../mensaje/revision.ts"

export interface Actualizacion {
  /** The whole message; and what changed alone, for when the whole does not fit where the message is. */
  readonly card: Card
  readonly breve: Card
  /** Every change since the message was first sent, not only the last one: who reads it may not have seen that. */
  readonly cambios: readonly string[]
  /** The model of the message as it then reads. */
  readonly modelo: ModeloMensaje
}

/**
 * How a message that was sent reads now. `ahora`: how its subjects stand; `cuerpo`: what goes below the changes, and all
 * of the message when it is `vivo`.
 */
export function actualizacion(
  { modelo }: MensajeConModelo,
  ahora: Hechos,
  partes: Omit<MensajeActualizado, "cambios">,
  vivo = false,
): Actualizacion {
  const cambios = cambiosEntre(modelo.hechos, ahora).map((cambio) => textoCambio(cambio, partes.zona))
  const mensaje: MensajeActualizado = { ...partes, cambios }
  return {
    card: vivo ? partes.cuerpo : mensajeActualizadoCard(mensaje),
    breve: vivo ? mensajeVivoBreve(partes.cuerpo) : mensajeActualizadoBreve(mensaje),
    cambios,
    modelo: { ...modelo, hechos: { ...modelo.hechos, ...ahora } },
  }
}
