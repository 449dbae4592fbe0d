import { z } from "zod"
import { ordenDelDia, sesionPedida } from "../app/consultar-sesion.ts"
import { preguntaSesion, sesionNoEncontrada } from "../cards/lista-sesiones.ts"
import { ordenDelDiaCard } from "../cards/orden-del-dia.ts"
import { defineCommand } from "./definition.ts"

export const sesionAgendaCommand = defineCommand({
  name: "sesion",
  subcommand: "agenda",
  synonyms: ["orden", "orden del dia", "puntos"],
  summary: "Orden del día de una sesión; si no dice cuál, de la próxima",
  audience: "todas",
  options: z.object({
    sesion: z
      .string()
      .max(200)
      .optional()
      .meta({ summary: "sesión, por ejemplo: 21 o SO-21", completes: "sesion", rest: true }),
  }),
  async run({ actor, organo, hoy, data }, { sesion }) {
    const consulta = { read: data.read, actor, organo, hoy }
    const found = await sesionPedida(consulta, sesion, "proxima")
    switch (found.kind) {
      case "una":
        return { card: ordenDelDiaCard({ organo, ...(await ordenDelDia(consulta, found.sesion)) }) }
      case "varias":
        return { card: preguntaSesion(sesion ?? "", found.sesiones, "agenda") }
      case "ninguna":
        return { card: sesionNoEncontrada(sesion, found.conocidas, "agenda") }
    }
  },
})
