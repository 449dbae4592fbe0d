import type { Card } from "../../cards/card.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { canalesDe } from "../canal/canales.ts"
import { atOnce, deliveryTo } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"

interface Cambio {
  readonly card: Card
  readonly subject: readonly string[]
  readonly now: Instante
}

/** Tells the Secretaría Técnica that an account changed hands without her, in the transaction in which it did. */
export async function avisarCambioDeCuenta(
  repositories: Repositories,
  organo: Organo,
  { card, subject, now }: Cambio,
): Promise<void> {
  const canales = await canalesDe(repositories, organo, "secretaria_tecnica")
  const avisos = canales.map((canal) =>
    deliveryTo(canal, {
      purpose: "aviso",
      subject,
      organo,
      card,
      ...atOnce(now),
      why: "Cambió con quién está vinculada una cuenta de chat.",
    }),
  )
  await enqueue(repositories, avisos, now)
}
