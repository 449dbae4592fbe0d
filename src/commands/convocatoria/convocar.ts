import { z } from "zod"
import { prepararConvocatoria } from "../../app/convocatoria/convocar.ts"
import type { Card } from "../../cards/card.ts"
import {
  type BorradorConvocatoria,
  borradorConvocatoriaCard,
  convocatoriaIncompleta,
} from "../../cards/convocatoria/borrador.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { proximaSesion } from "../../domain/sesion/sesion.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"
import { conEspera } from "../opciones/autorizacion.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { sesionTexto } from "../opciones/sesion-texto.ts"
import { borradorConQuienNoRecibe } from "../router/recepcion.ts"

/** What would be sent, and who would not get it now. */
export async function borradorDeConvocatoria(
  context: CommandContext,
  borrador: BorradorConvocatoria,
  cambio = false,
): Promise<Card> {
  const card = borradorConvocatoriaCard(borrador, context.plataformas, cambio)
  const canales = borrador.canales.map(({ canal }) => canal)
  return conEspera(context, borrador.sesion, await borradorConQuienNoRecibe(context, card, canales))
}

export const sesionConvocarCommand = defineCommand({
  name: "sesion",
  subcommand: "convocar",
  synonyms: ["convocatoria", "citar"],

  frases: [
    "convoca|convocar|convoquen|convoque|convoquemos|convoco|citar|citen|cita_a #sesion|$sesion|ordinaria|extraordinaria|#proxima !ya",
    "manda|mandar|envia|enviar|emite|emitir|lanza|expide|saca convocatoria !acus*",
    "convoca|convoquen|convocar !ya",
  ],
  summary: "Prepara la convocatoria, con su plazo, y pide confirmación",
  audience: "conducen",
  acts: false,
  options: z.object({ sesion: sesionTexto.optional() }),
  async run(context, options) {
    const { data, organo, hoy, now } = context
    const pedida = await sesionPedida(context, options.sesion, "sesion.convocar", (todas) =>
      proximaSesion(todas, hoy),
    )
    if (pedida.kind === "card") return pedida
    const { sesion } = pedida
    const preparada = await prepararConvocatoria({ read: data.read, organo, hoy, now }, sesion)
    switch (preparada.kind) {
      case "borrador":
        return { card: await borradorDeConvocatoria(context, preparada.borrador) }
      case "incompleta":
        return { card: convocatoriaIncompleta(organo, sesion, preparada.faltan) }
      case "fuera_de_estado":
        return { card: sesionFueraDeEstado(organo, sesion, "convocar") }
    }
  },
})
