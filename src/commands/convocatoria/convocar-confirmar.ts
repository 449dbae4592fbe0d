import { z } from "zod"
import { type EnvioConvocatoria, enviarConvocatoria } from "../../app/convocatoria/convocar.ts"
import type { Card } from "../../cards/card.ts"
import { convocatoriaEnviadaCard, convocatoriaIncompleta } from "../../cards/convocatoria/borrador.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { transicionSesion } from "../../domain/sesion/transiciones.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"
import { pedirPorPresidencia } from "../opciones/autorizacion.ts"
import { referencia } from "../opciones/referencia.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { borradorDeConvocatoria } from "./convocar.ts"

const borrador = referencia({ summary: "sesión y versión del borrador", max: 100 })

/** Sends the draft that was seen. */
export const sesionConvocarConfirmarCommand = defineCommand({
  name: "sesion",
  subcommand: "convocar-confirmar",
  synonyms: [],
  summary: "Envía la convocatoria del borrador",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({ borrador }),
  run: (context, options) => confirmar(context, options.borrador, null, "sesion.convocar-confirmar"),
})

/** Later than the rule allows: only with a reason, which is recorded and shown. */
export const sesionConvocarTardeCommand = defineCommand({
  name: "sesion",
  subcommand: "convocar-tarde",
  synonyms: [],
  summary: "Envía la convocatoria fuera de plazo, con su motivo",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({
    borrador,
    motivo: textoLibre({
      summary: "por qué se convoca fuera de plazo; lo leerán las instituciones",
      min: 10,
      max: 500,
      parrafo: true,
    }),
  }),
  form: {
    title: "Fuera de plazo",
    submit: "Convocar",
    fields: ["motivo"],
    async prepare(context, given) {
      const pedida = await sesionPedida(context, given.borrador, "sesion.convocar-tarde")
      if (pedida.kind === "card") return pedida
      const { sesion } = pedida
      if (transicionSesion("convocar", sesion.estado).kind === "fuera_de_estado")
        return { card: sesionFueraDeEstado(context.organo, sesion, "convocar") }
      return {
        values: {},
        intro: `${sesion.clave}. El motivo queda registrado y aparece en la convocatoria.`,
        demo: sesion.origen === "demo",
      }
    },
  },
  run: (context, options) => confirmar(context, options.borrador, options.motivo, "sesion.convocar-tarde"),
})

async function confirmar(context: CommandContext, texto: string, motivo: string | null, command: string) {
  const pedida = await sesionPedida(context, texto, command)
  if (pedida.kind === "card") return pedida
  const { sesion, marca } = pedida
  const result = await enviarConvocatoria(actuacionOf(context), sesion.id, marca ?? "", motivo)
  return { card: await resultado(context, sesion, result, motivo), replaces: true }
}

async function resultado(
  context: CommandContext,
  sesion: Sesion,
  result: EnvioConvocatoria,
  motivo: string | null,
): Promise<Card> {
  const { organo, plataformas } = context
  switch (result.kind) {
    case "enviada":
      return convocatoriaEnviadaCard(result.borrador, plataformas)
    case "por_autorizar":
      return pedirPorPresidencia(context, sesion, {
        objeto: "convocatoria",
        pedido: { motivo, revision: null, cambios: null },
      })
    case "cambio":
      return borradorDeConvocatoria(context, result.borrador, true)
    case "falta_motivo":
      return borradorDeConvocatoria(context, result.borrador)
    case "ya_convocada":
      return sesionFueraDeEstado(organo, result.sesion, "convocar de nuevo")
    case "incompleta":
      return convocatoriaIncompleta(organo, sesion, result.faltan)
    case "fuera_de_estado":
      return sesionFueraDeEstado(organo, sesion, "convocar")
  }
}
