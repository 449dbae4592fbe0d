import { z } from "zod"
import { defineCommand } from "../definition/definition.ts"
import { pedirPorPresidencia } from "../opciones/autorizacion.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { sesionTexto } from "../opciones/sesion-texto.ts"

/** Asks the presidencia for the comunicado as it reads now. */
export const sesionComunicadoAutorizarCommand = defineCommand({
  name: "sesion",
  subcommand: "comunicado-autorizar",
  synonyms: [],
  summary: "Pide a la Presidencia que autorice el comunicado",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({ sesion: sesionTexto }),
  async run(context, options) {
    const pedida = await sesionPedida(context, options.sesion, "sesion.comunicado")
    if (pedida.kind === "card") return pedida
    const solicitud = {
      objeto: "comunicado",
      pedido: { motivo: null, revision: null, cambios: null },
    } as const
    return { card: await pedirPorPresidencia(context, pedida.sesion, solicitud), replaces: true }
  },
})
