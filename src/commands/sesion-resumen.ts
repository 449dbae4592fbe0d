import { z } from "zod"
import { sesionPedida } from "../app/consultar-sesion.ts"
import { resumirSesion } from "../app/resumir-sesion.ts"
import {
  preguntaSesion,
  resumenSinAcceso,
  sesionNoEncontrada,
  sesionSinClausurar,
} from "../cards/lista-sesiones.ts"
import { resumenSesionCard } from "../cards/resumen-sesion.ts"
import { esSecretariaTecnica, institucionesDe } from "../domain/visibilidad.ts"
import { defineCommand } from "./definition.ts"

export const sesionResumenCommand = defineCommand({
  name: "sesion",
  subcommand: "resumen",
  synonyms: ["resumir", "que paso", "resultados"],
  summary: "Resumen de una sesión; si no dice cuál, de la última celebrada",
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
    const found = await sesionPedida(consulta, sesion, "ultima")
    if (found.kind === "varias") return { card: preguntaSesion(sesion ?? "", found.sesiones, "resumen") }
    if (found.kind === "ninguna") return { card: sesionNoEncontrada(sesion, found.conocidas, "resumen") }
    const told = await resumirSesion(consulta, found.sesion)
    switch (told.kind) {
      case "resumen":
        return {
          card: resumenSesionCard({
            resumen: told.resumen,
            conCompromisos: institucionesDe(actor, organo.id).length > 0,
            puedePublicar: esSecretariaTecnica(actor, organo.id),
          }),
        }
      case "sin_clausurar":
        return { card: sesionSinClausurar(told.sesion, organo, "resumen") }
      case "sin_acceso":
        return { card: resumenSinAcceso(told.sesion) }
    }
  },
})
