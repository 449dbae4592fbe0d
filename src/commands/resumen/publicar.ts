import { z } from "zod"
import { type Borrador, prepararPublicacion } from "../../app/resumen/borrador.ts"
import type { Card } from "../../cards/card.ts"
import {
  borradorCard,
  publicacionInterna,
  sesionSinClausurar,
} from "../../cards/resumen/borrador-publicacion.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { sesionTexto } from "../opciones/sesion-texto.ts"
import { borradorConQuienNoRecibe } from "../router/recepcion.ts"

/** What would be published, and in which channels it would not arrive now. */
export function borradorDePublicacion(
  context: CommandContext,
  borrador: Borrador,
  cambio = false,
): Promise<Card> {
  const card = borradorCard(borrador, context.plataformas, cambio)
  const canales = borrador.publicada === null ? borrador.destinatarios.map(({ canal }) => canal) : []
  return borradorConQuienNoRecibe(context, card, canales)
}

export const sesionPublicarCommand = defineCommand({
  name: "sesion",
  subcommand: "publicar",
  synonyms: ["difundir", "distribuir"],

  frases: [
    "$publicar resumen",
    "$publicar #sesion|#ultima|ya|de_una_vez|lo|eso !fe_de_erratas !documento",
    "manda|mandar|envia|enviar|comparte|difunde resumen|resumenes a_todos|a_todas|a_las|a_los|instituciones|dependencias",
    "$publicar !documento",
  ],
  summary: "Prepara el resumen para los canales de las instituciones y pide confirmación",
  audience: "conducen",
  acts: false,
  options: z.object({ sesion: sesionTexto }),
  async run(context, { sesion: texto }) {
    const { actor, organo, hoy, data } = context
    const pedida = await sesionPedida(context, texto, "sesion.publicar")
    if (pedida.kind === "card") return pedida
    const { sesion } = pedida
    const preparacion = await prepararPublicacion({ read: data.read, actor, organo, hoy }, sesion)
    switch (preparacion.kind) {
      case "borrador":
        return { card: await borradorDePublicacion(context, preparacion.borrador) }
      case "sin_clausurar":
        return { card: sesionSinClausurar(sesion) }
      case "interna":
        return { card: publicacionInterna(sesion) }
    }
  },
})
