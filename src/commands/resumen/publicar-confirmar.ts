import { z } from "zod"
import { publicarResumen } from "../../app/resumen/publicar.ts"
import type { Card } from "../../cards/card.ts"
import {
  borradorIlegible,
  CANCELAR,
  publicacionCancelada,
  publicacionInterna,
  publicacionNoAutorizada,
  publicadaCard,
  sesionSinClausurar,
  yaPublicadaCard,
} from "../../cards/resumen/borrador-publicacion.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"
import { referencia } from "../opciones/referencia.ts"
import { borradorDePublicacion } from "./publicar.ts"

const BORRADOR = /^(.+)[: ]([0-9a-f]{32}|cancelar)$/u

export const sesionPublicarConfirmarCommand = defineCommand({
  name: "sesion",
  subcommand: "publicar-confirmar",
  synonyms: [],
  summary: "Confirma o descarta el borrador del resumen",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({
    borrador: referencia({ summary: "sesión y versión del borrador", max: 100, rest: true }),
  }),
  async run(context, { borrador }) {
    const [, clave, version] = BORRADOR.exec(borrador) ?? []
    const sesion = clave ? await context.data.read.sesiones.byClave(context.organo.id, clave) : null
    if (!sesion || version === undefined) return { card: borradorIlegible() }
    const card =
      version === CANCELAR ? publicacionCancelada(sesion) : await confirmar(context, sesion, version)
    return { card, replaces: true }
  },
})

async function confirmar(context: CommandContext, sesion: Sesion, version: string): Promise<Card> {
  const { organo, platform: plataforma } = context
  const result = await publicarResumen({ ...context, plataforma }, sesion, version)
  switch (result.kind) {
    case "publicado":
      return publicadaCard({ sesion, canales: result.canales, sinCanal: result.borrador.sinCanal })
    case "ya_publicado":
      return yaPublicadaCard(sesion, organo, result.publicada)
    case "cambio":
      return borradorDePublicacion(context, result.borrador, true)
    case "sin_destinos":
      return borradorDePublicacion(context, result.borrador)
    case "no_autorizado":
      return publicacionNoAutorizada()
    case "sin_clausurar":
      return sesionSinClausurar(sesion)
    case "interna":
      return publicacionInterna(sesion)
  }
}
