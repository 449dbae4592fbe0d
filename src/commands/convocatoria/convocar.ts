import { z } from "zod"
import { prepararConvocatoria } from "../../app/convocatoria/convocar.ts"
import { borradorConvocatoriaCard, convocatoriaIncompleta } from "../../cards/convocatoria/borrador.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { proximaSesion } from "../../domain/sesion/sesion.ts"
import { defineCommand } from "../definition/definition.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { sesionTexto } from "../opciones/sesion-texto.ts"

export const sesionConvocarCommand = defineCommand({
  name: "sesion",
  subcommand: "convocar",
  synonyms: ["convocatoria", "citar"],
  summary: "Prepara la convocatoria, con su plazo, y pide confirmación",
  audience: "secretaria_tecnica",
  acts: false,
  options: z.object({ sesion: sesionTexto.optional() }),
  async run(context, options) {
    const { data, organo, hoy, now, plataformas } = context
    const pedida = await sesionPedida(context, options.sesion, "sesion.convocar", (todas) =>
      proximaSesion(todas, hoy),
    )
    if (pedida.kind === "card") return pedida
    const { sesion } = pedida
    const preparada = await prepararConvocatoria({ read: data.read, organo, hoy, now }, sesion)
    switch (preparada.kind) {
      case "borrador":
        return { card: borradorConvocatoriaCard(preparada.borrador, plataformas) }
      case "incompleta":
        return { card: convocatoriaIncompleta(organo, sesion, preparada.faltan) }
      case "fuera_de_estado":
        return { card: sesionFueraDeEstado(organo, sesion, "convocar") }
    }
  },
})
