import { z } from "zod"
import { prepararPublicacion } from "../../app/resumen/borrador.ts"
import {
  borradorCard,
  publicacionInterna,
  sesionSinClausurar,
} from "../../cards/resumen/borrador-publicacion.ts"
import { defineCommand } from "../definition/definition.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { sesionTexto } from "../opciones/sesion-texto.ts"

export const sesionPublicarCommand = defineCommand({
  name: "sesion",
  subcommand: "publicar",
  synonyms: ["difundir", "distribuir"],
  summary: "Prepara el resumen para los canales de las instituciones y pide confirmación",
  audience: "secretaria_tecnica",
  acts: false,
  options: z.object({ sesion: sesionTexto }),
  async run(context, { sesion: texto }) {
    const { actor, organo, hoy, data, plataformas } = context
    const pedida = await sesionPedida(context, texto, "sesion.publicar")
    if (pedida.kind === "card") return pedida
    const { sesion } = pedida
    const preparacion = await prepararPublicacion({ read: data.read, actor, organo, hoy }, sesion)
    switch (preparacion.kind) {
      case "borrador":
        return { card: borradorCard(preparacion.borrador, plataformas) }
      case "sin_clausurar":
        return { card: sesionSinClausurar(sesion) }
      case "interna":
        return { card: publicacionInterna(sesion) }
    }
  },
})
