import { z } from "zod"
import { descartarEntrega } from "../../app/entrega/reenviar.ts"
import {
  descartadaCard,
  entregaNoAutorizadaCard,
  entregaYaAtendidaCard,
} from "../../cards/entrega/entrega-atendida.ts"
import { defineCommand } from "../definition/definition.ts"
import { entregaPedida, ordenDe, referenciaTexto, vistaActual } from "../opciones/entrega.ts"

export const plenariaDescartarCommand = defineCommand({
  name: "plenaria",
  subcommand: "descartar",
  synonyms: ["desechar"],
  summary: "Descarta un mensaje incierto, rechazado o vencido: ya no se enviará",
  audience: "atienden_entregas",
  options: z.object({ referencia: referenciaTexto.optional() }),
  async run(context, { referencia }) {
    const pedida = await entregaPedida(context, referencia)
    if (pedida.kind === "respuesta") return { card: pedida.card }
    const result = await descartarEntrega(ordenDe(context), pedida.delivery.id)
    if (result.kind === "no_autorizado") return { card: entregaNoAutorizadaCard() }
    const vista = await vistaActual(context, pedida.delivery)
    const card = result.kind === "descartada" ? descartadaCard : entregaYaAtendidaCard
    return { card: card(vista, context.organo) }
  },
})
