import type { Card } from "../../cards/card.ts"
import { sumarMs } from "../../domain/tiempo/tiempo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { directoDe, type ExternalUser } from "../../ports/chat-adapter.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { deliveryTo } from "./delivery.ts"
import { enqueue } from "./enqueue.ts"

/** Later, whoever looks at it asks for it anew. */
const VIGENCIA_MS = 24 * 60 * 60_000

/** It is written when it leaves, and kept nowhere. */
const POR_ESCRIBIR: Card = { title: "Portada", tone: "aviso", blocks: [], actions: [] }

interface Pedido {
  /** Any body: whose it is decides nothing of what the page says. */
  readonly organo: Pick<Organo, "id">
  /** Which occurrence: the same one asked for twice is one. */
  readonly vez: string
  readonly why: string
  readonly now: Instante
  /**
   * `mira`: its person looks at it, or did something. `ronda`: it is kept true for whoever may look, and keeps nobody's
   * message waiting. `retira`: what is on it must not stay, however long the platform does not answer.
   */
  readonly motivo: "mira" | "ronda" | "retira"
}

/** Puts an account's own page in the queue, once for all that happens until it leaves. Inside a transaction. */
export async function pedirPortada(
  repositories: Pick<Repositories, "canales" | "deliveries">,
  cuenta: ExternalUser,
  { organo, vez, why, now, motivo }: Pedido,
): Promise<void> {
  const canal = await repositories.canales.directo(organo.id, directoDe(cuenta))
  const delivery = deliveryTo(canal, {
    purpose: "aviso",
    subject: ["portada", vez],
    organo,
    card: POR_ESCRIBIR,
    notBefore: now,
    expiresAt: motivo === "retira" ? null : sumarMs(now, VIGENCIA_MS),
    why,
  })
  const priority = motivo === "ronda" ? "informe" : "respuesta"
  await enqueue(repositories, [{ ...delivery, forma: "portada", priority }], now)
}

/**
 * What an account's page tells is not theirs any more: what is on it goes, however long ago they looked. One that has no
 * page is left alone. Inside a transaction.
 */
export async function retirarPortada(
  repositories: Pick<Repositories, "canales" | "deliveries" | "organos" | "portadas">,
  cuenta: ExternalUser,
  now: Instante,
): Promise<void> {
  const [organo] = await repositories.organos.all()
  if (organo === undefined || (await repositories.portadas.abiertaEn(cuenta)) === null) return
  const why = "Cambió de quién es la cuenta."
  await pedirPortada(repositories, cuenta, { organo, vez: now, why, now, motivo: "retira" })
}
