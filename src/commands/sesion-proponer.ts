import { z } from "zod"
import { proponerPunto } from "../app/orden-del-dia.ts"
import {
  propuestaEnviadaCard,
  propuestaFueraDePlazo,
  propuestaSinInstitucion,
} from "../cards/punto-registrado.ts"
import { sesionFueraDeEstado } from "../cards/sesion-registrada.ts"
import { proximaSesion } from "../domain/sesion.ts"
import { actuacionOf } from "./actuacion.ts"
import { defineCommand } from "./definition.ts"
import { sesionPedida } from "./sesion-encontrar.ts"
import { sesionClave } from "./sesion-responder.ts"

export const sesionProponerCommand = defineCommand({
  name: "sesion",
  subcommand: "proponer",
  synonyms: ["propuesta", "solicitar punto", "proponer punto"],
  summary: "Propone un punto para el orden del día, en nombre de su institución",
  audience: "vinculadas",
  options: z.object({
    sesion: sesionClave,
    titulo: z
      .string()
      .min(5)
      .max(500)
      .meta({ summary: "el asunto que propone tratar", label: "Título", input: "parrafo" }),
    exposicion: z.string().max(2_000).optional().meta({
      summary: "por qué conviene tratarlo; sin datos de casos ni de personas",
      label: "Exposición",
      input: "parrafo",
    }),
  }),
  form: {
    title: "Proponer un punto",
    submit: "Proponer",
    fields: ["titulo", "exposicion"],
    prepare: async () => ({
      values: {},
      intro: "La Secretaría Técnica decide si se incluye. No escriba datos de casos ni de víctimas.",
    }),
  },
  async run(context, options) {
    const { actor, organo, hoy } = context
    const pedida = await sesionPedida(context, options.sesion, "sesion.proponer", (todas) =>
      proximaSesion(todas, hoy),
    )
    if (pedida.kind === "card") return pedida
    const { titulo, exposicion = null } = options
    const result = await proponerPunto(actuacionOf(context), actor, pedida.sesion.id, { titulo, exposicion })
    switch (result.kind) {
      case "propuesto":
        return { card: propuestaEnviadaCard({ organo, ...result }) }
      case "fuera_de_plazo":
        return { card: propuestaFueraDePlazo(organo, result.sesion, result.limite) }
      case "fuera_de_estado":
        return { card: sesionFueraDeEstado(organo, result.sesion, "proponer puntos para") }
      case "sin_institucion":
        return { card: propuestaSinInstitucion() }
    }
  },
})
