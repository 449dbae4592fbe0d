import { z } from "zod"
import { resumenPublico, reunirResumen } from "../../app/resumen/resumir.ts"
import { publicacionInterna } from "../../cards/resumen/borrador-publicacion.ts"
import { comunicadoCard } from "../../cards/resumen/comunicado.ts"
import { sinResumenCard } from "../../cards/resumen/resumen.ts"
import { ultimaClausurada } from "../../domain/sesion/sesion.ts"
import { defineCommand } from "../definition/definition.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { sesionTexto } from "../opciones/sesion-texto.ts"

export const sesionComunicadoCommand = defineCommand({
  name: "sesion",
  subcommand: "comunicado",
  synonyms: ["boletin", "comunicado de prensa", "prensa"],
  summary: "Redacta el borrador del comunicado con los datos registrados; si no dice de cuál, de la última",
  audience: "conducen",
  acts: false,
  options: z.object({ sesion: sesionTexto.optional() }),
  async run(context, options) {
    const { data, organo } = context
    const pedida = await sesionPedida(context, options.sesion, "sesion.comunicado", ultimaClausurada)
    if (pedida.kind === "card") return pedida
    const { sesion } = pedida
    if (sesion.estado !== "clausurada") return { card: sinResumenCard(sesion, false, true) }
    if (sesion.difusion === "interna") return { card: publicacionInterna(sesion) }
    const resumen = await reunirResumen(data.read, organo, sesion)
    const publico = resumenPublico(resumen)
    return { card: comunicadoCard(publico, resumen.puntos.length - publico.puntos.length) }
  },
})
