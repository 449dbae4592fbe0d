import { z } from "zod"
import { sesionPedida } from "../app/consultar-sesion.ts"
import { prepararPublicacion } from "../app/publicacion-borrador.ts"
import { borradorPublicacionCard, publicacionImpedida } from "../cards/borrador-publicacion.ts"
import { preguntaSesion, sesionNoEncontrada, sesionSinClausurar } from "../cards/lista-sesiones.ts"
import { defineCommand } from "./definition.ts"

export const sesionPublicarCommand = defineCommand({
  name: "sesion",
  subcommand: "publicar",
  synonyms: ["difundir", "distribuir"],
  summary: "Prepara el resumen para los canales de las instituciones y pide confirmación",
  audience: "secretaria_tecnica",
  options: z.object({
    sesion: z
      .string()
      .max(200)
      .meta({ summary: "sesión, por ejemplo: 21 o SO-21", completes: "sesion", rest: true }),
  }),
  async run({ actor, organo, hoy, data }, { sesion }) {
    const consulta = { read: data.read, actor, organo, hoy }
    const found = await sesionPedida(consulta, sesion, "ultima")
    if (found.kind === "varias") return { card: preguntaSesion(sesion, found.sesiones, "publicar") }
    if (found.kind === "ninguna") return { card: sesionNoEncontrada(sesion, found.conocidas, "publicar") }
    const preparacion = await prepararPublicacion(consulta, found.sesion)
    switch (preparacion.kind) {
      case "borrador":
        return { card: borradorPublicacionCard(preparacion.borrador, false) }
      case "sin_clausurar":
        return { card: sesionSinClausurar(found.sesion, organo, "publicar") }
      case "impedida":
        return { card: publicacionImpedida(found.sesion) }
    }
  },
})
