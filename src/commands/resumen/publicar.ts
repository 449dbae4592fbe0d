import { z } from "zod"
import { prepararPublicacion } from "../../app/resumen/borrador.ts"
import { encontrarSesion } from "../../app/sesion/consultar.ts"
import {
  borradorCard,
  publicacionInterna,
  sesionSinClausurar,
} from "../../cards/resumen/borrador-publicacion.ts"
import { preguntaSesion, sesionNoEncontrada } from "../../cards/sesion/lista.ts"
import { sesionTexto } from "../opciones/sesion-texto.ts"
import { defineCommand } from "../router/definition.ts"

export const sesionPublicarCommand = defineCommand({
  name: "sesion",
  subcommand: "publicar",
  synonyms: ["difundir", "distribuir"],
  summary: "Prepara el resumen para los canales de las instituciones y pide confirmación",
  audience: "secretaria_tecnica",
  options: z.object({ sesion: sesionTexto }),
  async run({ actor, organo, hoy, data, plataformas }, { sesion: texto }) {
    const consulta = { read: data.read, actor, organo, hoy }
    const found = await encontrarSesion(consulta, texto, () => null)
    if (found.kind === "varias")
      return { card: preguntaSesion(texto, found.sesiones, "sesion.publicar", organo) }
    if (found.kind === "ninguna")
      return { card: sesionNoEncontrada(texto, found.conocidas, "sesion.publicar", organo) }
    const preparacion = await prepararPublicacion(consulta, found.sesion)
    switch (preparacion.kind) {
      case "borrador":
        return { card: borradorCard(preparacion.borrador, plataformas) }
      case "sin_clausurar":
        return { card: sesionSinClausurar(found.sesion) }
      case "interna":
        return { card: publicacionInterna(found.sesion) }
    }
  },
})
