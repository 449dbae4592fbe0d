import { z } from "zod"
import type { Card } from "../cards/card.ts"
import type { PerfilReglas } from "../domain/perfil-reglas.ts"
import type { Receipt } from "../ports/chat-adapter.ts"

/** What is kept as JSON is checked when it is read: somebody may have changed it by hand. */

const plazo = z.object({
  n: z.number().int().min(0),
  unidad: z.enum(["dias_habiles", "dias_naturales", "horas"]),
})

const reglasSchema = z.object({
  convocatoria: z.object({ ordinaria: plazo, extraordinaria: plazo }),
  conteo: z.enum(["excluye_ambos_extremos", "incluye_dia_envio"]),
  claveAcuerdo: z.string().min(1),
  recordatorios: z.object({
    escalera: z.array(z.number().int()),
    horario: z.object({ desde: z.string(), hasta: z.string() }),
  }),
})

/** The part of a profile that is stored as JSON: all but its version and its first day. */
export type ReglasGuardadas = Omit<PerfilReglas, "version" | "vigenteDesde">

export function readReglas(json: unknown): ReglasGuardadas {
  return reglasSchema.parse(json)
}

const receiptSchema = z.object({
  adapter: z.enum(["slack", "discord", "consola"]),
  workspace: z.string(),
  channel: z.string(),
  messageId: z.string(),
  acceptedAt: z.string(),
  key: z.string(),
  contentHash: z.string(),
})

export function readReceipts(json: unknown): readonly Receipt[] {
  return z.array(receiptSchema).parse(json)
}

const cardSchema = z.object({
  title: z.string(),
  tone: z.enum(["aviso", "atencion", "vencido", "logro", "error"]),
  blocks: z.array(z.object({ kind: z.string() }).loose()),
  actions: z.array(
    z.object({ id: z.string(), label: z.string(), style: z.enum(["primary", "normal", "danger"]) }).loose(),
  ),
})

/** Only the bot writes cards, so their outline is enough to know that one is whole. */
export function readCard(json: unknown): Card {
  cardSchema.parse(json)
  return json as Card
}
