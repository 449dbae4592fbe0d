import { z } from "zod"
import { quienResponde } from "../../app/convocatoria/responder.ts"
import { emitirVoto } from "../../app/votacion/votar.ts"
import type { Card } from "../../cards/card.ts"
import { recortar } from "../../cards/respuesta.ts"
import { type VistaVotacion, votacionCard } from "../../cards/votacion/votacion.ts"
import { votoNoTomadoCard, votoRegistradoCard, votoYaEmitidoCard } from "../../cards/votacion/voto.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import { estadoVotacion, impedimentoParaVotar, type SentidoVoto } from "../../domain/votacion/votacion.ts"
import { ESTADO_VOTACION } from "../../texts/votacion.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { sentidoOption } from "../opciones/asistencia.ts"
import { cualInstitucion, institucionOption } from "../opciones/institucion.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { ABRIR, sinVotacionCard, vistaDe, votacionOption, votacionPendiente } from "./pedir.ts"

export const acuerdoVotarCommand = defineCommand({
  name: "acuerdo",
  subcommand: "votar",
  synonyms: ["voto", "emitir voto"],

  frases: [
    {
      di: "voto|votamos|vota|votar|votaremos|votare|emito|emitimos|emitir a_favor|favor|afirmativ*|aprobar|aprobatorio !no !quien* !cuantos !cuantas !como !que_es !resultado* !corrig*",
      con: { sentido: "a_favor" },
    },
    {
      di: "a_favor !no !quien* !cuantos !cuantas !como !que_es !resultado* !corrig*",
      con: { sentido: "a_favor" },
    },
    {
      di: "voto|votamos que_si|si|afirmativo|aprobado !no !quien* !cuantos !cuantas !como !que_es !resultado* !corrig*",
      con: { sentido: "a_favor" },
    },
    {
      di: "voto|votamos|vota|votar|votaremos|votare|emito|emitimos en_contra|contra|negativ*|rechaz* !no !quien* !cuantos !cuantas !como !que_es !resultado* !corrig*",
      con: { sentido: "en_contra" },
    },
    {
      di: "en_contra !no !quien* !cuantos !cuantas !como !que_es !resultado* !corrig*",
      con: { sentido: "en_contra" },
    },
    {
      di: "voto|votamos que_no !quien* !cuantos !cuantas !como !que_es !resultado* !corrig*",
      con: { sentido: "en_contra" },
    },
    {
      di: "abst* !quien* !cuantos !cuantas !como !que_es !resultado* !corrig*",
      con: { sentido: "abstencion" },
    },
    {
      di: "no_estoy|no_estamos|no_voto|no_votamos|no a_favor|de_acuerdo !quien* !cuantos !cuantas !como !que_es !resultado* !corrig*",
      con: { sentido: "en_contra" },
    },
    {
      di: "no_estoy|no_estamos|no_voto|no_votamos|no a_favor|de_acuerdo !quien* !cuantos !cuantas !como !que_es !resultado* !corrig*",
      con: { sentido: "abstencion" },
    },
    {
      di: "no_estoy|no_estamos|no_voto|no_votamos en_contra !quien* !cuantos !cuantas !como !que_es !resultado* !corrig*",
      con: { sentido: "a_favor" },
    },
    {
      di: "no_estoy|no_estamos|no_voto|no_votamos en_contra !quien* !cuantos !cuantas !como !que_es !resultado* !corrig*",
      con: { sentido: "abstencion" },
    },
    {
      di: "apruebo|aprobamos|la_aprobamos|lo_apruebo|aprobado !cumpl* !#numero !#institucion !quien* !cuantos !cuantas !como !que_es !resultado* !corrig*",
      con: { sentido: "a_favor" },
    },
    "mi|nuestro|emitir|votar|quiero|como voto|votar !a_favor !contra !abst* !quedo !salio !anula* !particular",
  ],
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

  frases: [
    "voto_particular|voto_razonado",
    { di: "en_contra conste|constar|razon*|asentar|asiente", con: { sentido: "en_contra" } },
    { di: "a_favor conste|constar|razon*|asentar|asiente", con: { sentido: "a_favor" } },
    { di: "abst* conste|constar|razon*", con: { sentido: "abstencion" } },
    "conste|constar en_acta|voto|postura",
  ],
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
    async prepare(context, given) {
      const pedida = await votacionPendiente(context, given.votacion)
      if (pedida === null) return { card: sinVotacionCard(context, given.votacion) }
      const { sesion, votacion } = pedida
      const impedimento = impedimentoParaVotar(votacion)
      if (impedimento !== null)
        return {
          card: impedida(
            context.organo,
            impedimento,
            impedimento === "a_mano_alzada" ? null : await vistaDe(context, pedida),
          ),
        }
      return {
        values: {
          votacion: votacion.id,
          ...(given.sentido === undefined ? {} : { sentido: given.sentido }),
        },
        intro: `«${recortar(votacion.texto, 300)}». Su voto y sus razones constarán, y las y los integrantes podrán leerlos.`,
        demo: sesion.origen === "demo",
      }
    },
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
  if (pedida === null) return { card: sinVotacionCard(context, options.votacion) }
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
    case "suspendida":
    case "a_mano_alzada":
      return {
        card: impedida(organo, result.kind, result.kind === "a_mano_alzada" ? null : result.vista),
      }
    case "secreta":
      return { card: votoNoTomadoCard(organo, result.kind) }
    case "sin_derecho":
    case "sin_calidad":
      return { card: votoNoTomadoCard(organo, result.kind, siglas, context.puede(ABRIR)) }
  }
}

/** Whosever vote it is: as the votación stands. */
const impedida = (
  organo: Organo,
  porque: NonNullable<ReturnType<typeof impedimentoParaVotar>>,
  vista: VistaVotacion | null,
): Card =>
  vista === null
    ? votoNoTomadoCard(organo, "a_mano_alzada")
    : votacionCard(
        vista,
        false,
        porque === "suspendida"
          ? "No hay votación en curso: su voto no se registró."
          : `La votación ya está ${ESTADO_VOTACION[estadoVotacion(vista.votacion)]}; su voto no se registró.`,
      )
