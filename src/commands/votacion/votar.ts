import { z } from "zod"
import { quienResponde } from "../../app/convocatoria/responder.ts"
import { emitirVoto } from "../../app/votacion/votar.ts"
import { votacionCard } from "../../cards/votacion/votacion.ts"
import { votoNoTomadoCard, votoRegistradoCard, votoYaEmitidoCard } from "../../cards/votacion/voto.ts"
import { estadoVotacion, type SentidoVoto } from "../../domain/votacion/votacion.ts"
import { ESTADO_VOTACION } from "../../texts/votacion.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { cualInstitucion, institucionOption } from "../opciones/institucion.ts"
import { sentidoOption } from "../opciones/sentido.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { sinVotacionCard, votacionOption, votacionPendiente } from "./pedir.ts"

export const acuerdoVotarCommand = defineCommand({
  name: "acuerdo",
  subcommand: "votar",
  synonyms: ["voto", "emitir voto"],
  summary: "Emite el voto de su institución en la votación abierta, o lo cambia",
  audience: "con_voto",
  limit: "never",
  options: z.object({ sentido: sentidoOption, votacion: votacionOption, institucion: institucionOption }),
  run: (context, options) => votar(context, options, null),
})

export const acuerdoVotoParticularCommand = defineCommand({
  name: "acuerdo",
  subcommand: "voto-particular",
  synonyms: ["voto razonado"],
  summary: "Emite el voto de su institución con las razones que pide que consten",
  audience: "con_voto",
  limit: "never",
  options: z.object({
    votacion: votacionOption,
    sentido: sentidoOption,
    razones: textoLibre({
      summary: "las razones, como deben constar; se guardan tal como las escribe",
      label: "Razones",
      min: 5,
      max: 2_000,
      parrafo: true,
    }),
    institucion: institucionOption,
  }),
  form: {
    title: "Voto particular",
    submit: "Votar",
    fields: ["sentido", "razones"],
    prepare: async (_context, given) => ({
      values: { ...(given.sentido === undefined ? {} : { sentido: given.sentido }) },
      intro: "Su voto y sus razones constarán, y las y los integrantes podrán leerlos.",
    }),
  },
  run: (context, options) => votar(context, options, options.razones),
})

async function votar(
  context: CommandContext,
  options: {
    readonly sentido: SentidoVoto
    readonly votacion?: string | undefined
    readonly institucion?: string | undefined
  },
  votoParticular: string | null,
): Promise<Reply> {
  const { data, organo, actor } = context
  const pedida = await votacionPendiente(context, options.votacion)
  if (pedida === null) return { card: sinVotacionCard(organo, options.votacion) }
  const { sesion, votacion } = pedida
  const nombrada = options.institucion ?? null
  const quien = await quienResponde(data.read, organo, actor, sesion, nombrada)
  if (quien.kind === "varias") return cualInstitucion(context, sesion, quien.instituciones)
  if (quien.kind === "ninguna") return { card: votoNoTomadoCard(organo, "sin_institucion") }
  const { institucion, porSecretaria } = quien
  const pedido = { institucion, porSecretaria, sentido: options.sentido, votoParticular }
  const result = await emitirVoto(actuacionOf(context), actor, votacion.id, pedido)
  const { siglas } = institucion
  switch (result.kind) {
    case "votado":
      return { card: votoRegistradoCard(result.vista, siglas, result.voto, result.antes) }
    case "ya_voto":
      return { card: votoYaEmitidoCard(result.vista, siglas, result.voto, options.sentido) }
    case "cerrada":
      return {
        card: votacionCard(
          result.vista,
          false,
          `La votación ya está ${ESTADO_VOTACION[estadoVotacion(result.vista.votacion)]}; su voto no se registró.`,
        ),
      }
    case "suspendida":
      return { card: votacionCard(result.vista, false, "No hay votación en curso: su voto no se registró.") }
    case "secreta":
    case "a_mano_alzada":
      return { card: votoNoTomadoCard(organo, result.kind) }
    case "sin_derecho":
    case "sin_calidad":
      return { card: votoNoTomadoCard(organo, result.kind, siglas) }
  }
}
