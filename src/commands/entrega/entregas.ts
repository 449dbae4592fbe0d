import { z } from "zod"
import { listarEntregas } from "../../app/entrega/consultar.ts"
import { entregaCard, listaEntregasCard } from "../../cards/entrega/entregas.ts"
import { defineCommand } from "../definition/definition.ts"
import { consultaEntregas, entregaPedida, referenciaTexto, vistaEntrega } from "../opciones/entrega.ts"
import { paginaOption } from "../opciones/pagina.ts"

/** Each needs a button. */
const POR_PAGINA = 5

export const plenariaEntregasCommand = defineCommand({
  name: "plenaria",
  subcommand: "entregas",
  synonyms: ["entrega", "envios", "envio", "mensajes"],
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
    const filtro = estado ?? "por_atender"
    const asked = pagina ?? 1
    const found = await listarEntregas(consultaEntregas(context), filtro, {
      pagina: asked,
      porPagina: POR_PAGINA,
    })
    const paginas = Math.max(1, Math.ceil(found.total / POR_PAGINA))
    const { length: mostrados } = found.entregas
    return {
      card: listaEntregasCard({
        organo: context.organo,
        filtro,
        ...found,
        pagina: { pagina: Math.min(asked, paginas), paginas, mostrados, total: found.total },
      }),
      replaces: pagina !== undefined,
    }
  },
})
