import { z } from "zod"
import { entregaCard } from "../../cards/entrega/entregas.ts"
import { defineCommand } from "../definition/definition.ts"
import { entregaPedida, entregasEnLista, referenciaTexto, vistaEntrega } from "../opciones/entrega.ts"
import { paginaOption } from "../opciones/pagina.ts"

export const plenariaEntregasCommand = defineCommand({
  name: "plenaria",
  subcommand: "entregas",
  synonyms: ["entrega", "envios", "envio", "mensajes"],

  frases: [
    "$avisos llegaron|llegado|llego|salieron|salio|fallaron|fallo|entregaron|entregad*|rechazad*|enviaron|envio|mandaron|pendientes|llega|llegan|atorad* !van_a !saldran",
    "no llego|llegaron|llega|salio|salieron|llegado $avisos|convocatoria|recordatorio|recordatorios|canales|canal",
    "entregas|entrega_de_mensajes|envios",
    "se|ya envio|enviaron|mando|mandaron|salio|llego convocatoria|aviso|recordatorio|citatorio !quien* !acus* !me !nos",
    "fallas|errores|problemas entrega*|envio*|mensajes|avisos|canales",
    "que $avisos enviaste|mandaste|enviados|mandados|salieron|has",
  ],
  summary: "Mensajes que necesitan atención: inciertos, rechazados o vencidos, y qué hacer",
  audience: "ven_entregas",
  acts: false,
  options: z.object({
    estado: z
      .enum(["todas", "inciertas", "rechazadas", "pendientes"])
      .optional()
      .meta({
        summary: "cuáles mostrar; si falta, las que necesitan atención",
        labels: {
          todas: "Todas",
          inciertas: "Inciertas",
          rechazadas: "Rechazadas",
          pendientes: "Por enviarse",
        },
      }),
    referencia: referenciaTexto.optional(),
    pagina: paginaOption,
  }),
  async run(context, { estado, referencia, pagina }) {
    if (referencia !== undefined) {
      const pedida = await entregaPedida(context, referencia)
      if (pedida.kind === "respuesta") return { card: pedida.card }
      return {
        card: entregaCard(await vistaEntrega(context, pedida.delivery), context.organo),
        replaces: true,
      }
    }
    return {
      card: await entregasEnLista(context, estado ?? "por_atender", pagina ?? 1),
      replaces: pagina !== undefined,
    }
  },
})
