import { z } from "zod"
import { type Reenvio, reenviarEntrega } from "../../app/entrega/reenviar.ts"
import type { Card } from "../../cards/card.ts"
import {
  confirmarReenvioCard,
  entregaNoAutorizadaCard,
  entregaYaAtendidaCard,
  reenviadaCard,
  reenvioImpedidoCard,
} from "../../cards/entrega/entrega-atendida.ts"
import type { Delivery } from "../../ports/repositories/deliveries.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"
import { entregaPedida, ordenDe, referenciaTexto, vistaActual } from "../opciones/entrega.ts"

export const plenariaReenviarCommand = defineCommand({
  name: "plenaria",
  subcommand: "reenviar",
  synonyms: ["reintentar", "reenvio"],

  frases: ["reenvia*|reintenta* mensaje|aviso|entrega"],
  summary: "Envía de nuevo un mensaje incierto, rechazado o vencido",
  audience: "atienden_entregas",
  options: z.object({ referencia: referenciaTexto.optional() }),
  async run(context, { referencia }) {
    const pedida = await entregaPedida(context, referencia)
    if (pedida.kind === "respuesta") return { card: pedida.card }
    return { card: await reenviar(context, pedida.delivery, null) }
  },
})

/** Only the question's button reaches it, which says how often the message had been sent again when it was asked. */
export const plenariaReenviarConfirmarCommand = defineCommand({
  name: "plenaria",
  subcommand: "reenviar-confirmar",
  synonyms: [],
  summary: "Confirma el reenvío de un mensaje que quizá ya llegó",
  audience: "atienden_entregas",
  hidden: true,
  options: z.object({
    referencia: referenciaTexto,
    vez: z.coerce.number().int().min(0).max(1_000_000).meta({ summary: "reenvíos anteriores" }),
  }),
  async run(context, { referencia, vez }) {
    const pedida = await entregaPedida(context, referencia)
    if (pedida.kind === "respuesta") return { card: pedida.card }
    return { card: await reenviar(context, pedida.delivery, vez), replaces: true }
  },
})

async function reenviar(context: CommandContext, delivery: Delivery, vez: number | null): Promise<Card> {
  const result: Reenvio = await reenviarEntrega(ordenDe(context), delivery.id, vez)
  if (result.kind === "no_autorizado") return entregaNoAutorizadaCard()
  const vista = await vistaActual(context, delivery)
  switch (result.kind) {
    case "reenviada":
      return reenviadaCard(vista, context.organo)
    case "confirmar":
      return confirmarReenvioCard(vista, result.vez, context.organo)
    case "ya_no":
      return entregaYaAtendidaCard(vista, context.organo)
    case "impedida":
      return reenvioImpedidoCard(vista, context.organo)
  }
}
