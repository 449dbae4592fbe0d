import { z } from "zod"
import { abrirVotacion, impedimentoParaAbrir } from "../../app/votacion/abrir.ts"
import { vistaVotacion } from "../../app/votacion/leer.ts"
import { type Reanudada, reanudarVotacion } from "../../app/votacion/reanudar.ts"
import type { Card } from "../../cards/card.ts"
import { comando, frase } from "../../cards/comando.ts"
import { recortar } from "../../cards/respuesta.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { sinQuorumCard } from "../../cards/sesion/sin-quorum.ts"
import { type VistaVotacion, votacionCard } from "../../cards/votacion/votacion.ts"
import type { PuntoOrdenDia } from "../../domain/tipos/sesion.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { puntoAcuerdo } from "../opciones/acuerdo.ts"
import { YA_PUNTO } from "../opciones/desahogo.ts"
import { enCursoReply, pedirSesion, sesionOption, revisionVista as vistoDe } from "../opciones/punto.ts"
import { referencia } from "../opciones/referencia.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { avisoParaIntegrantes } from "../router/recepcion.ts"
import { pedirVotacion, sinVotacionCard, votacionOption, votacionPendiente } from "./pedir.ts"

/** Votes of the session that is being held: one for each institution, never one for each person. */

const acuerdoDesconocido = (claves: readonly string[]) =>
  claves.length === 0
    ? "La sesión aún no tiene acuerdos registrados. Deje este campo vacío."
    : `Ningún acuerdo de la sesión tiene esa clave. Escriba una de estas: ${claves.join(", ")}.`

export const acuerdoVotacionAbrirCommand = defineCommand({
  name: "acuerdo",
  subcommand: "votacion-abrir",
  synonyms: ["abrir votacion", "someter a votacion"],

  frases: [
    "a_votacion|a_voto",
    "somet*|abre|abrir|abrimos|abramos|inicia|iniciar|pon|ponlo|poner|pasemos|llev* votacion|votarlo|a_votar",
    "votemos|vamos_a_votar|pasemos_a_votar|votalo|que_se_vote",
  ],
  summary: "Abre una votación en la sesión en curso",
  audience: "secretaria_tecnica",
  options: z.object({
    texto: textoLibre({
      summary: "lo que se somete a votación, como constará",
      label: "Asunto",
      min: 5,
      max: 1_000,
      parrafo: true,
    }),
    modo: z
      .enum(["economica", "nominal", "cedula"])
      .default("nominal")
      .meta({
        summary: "cómo se vota",
        labels: { economica: "Económica", nominal: "Nominal", cedula: "Por cédula (secreta)" },
      }),
    punto: puntoAcuerdo.optional(),
    acuerdo: referencia({
      summary: "acuerdo que se somete a votación, si ya se registró",
      label: "Acuerdo",
      completes: "acuerdo",
    }).optional(),
    sesion: sesionOption,
  }),
  form: {
    title: "Abrir votación",
    submit: "Abrir",
    fields: ["texto", "modo", "punto", "acuerdo"],
    async prepare(context, given) {
      const pedida = await pedirSesion(context, given.sesion, "acuerdo.votacion-abrir")
      if (pedida.kind === "card") return pedida
      const { sesion } = pedida
      const { data, organo, hoy } = context
      const impedimento = await impedimentoParaAbrir({ read: data.read, organo, hoy }, sesion)
      if (impedimento !== null) return impedida(context, impedimento)
      const puntos = await context.data.read.sesiones.puntos(sesion.id)
      const acuerdos = given.acuerdo === undefined ? [] : await context.data.read.acuerdos.bySesion(sesion.id)
      const votado = acuerdos.find(({ clave }) => clave === given.acuerdo)
      const enCurso = puntos.findIndex(({ id }) => id === sesion.puntoEnCursoId) + 1
      return {
        values: {
          modo: "nominal",
          sesion: `${sesion.clave}@${sesion.revision}`,
          ...(votado ? { texto: recortar(`Acuerdo ${votado.clave}: ${votado.texto}`, 1_000) } : {}),
          ...(enCurso > 0 && !votado ? { punto: String(enCurso) } : {}),
        },
        intro: `${sesion.clave}. Se pedirá su voto a cada institución presente, en su canal; en una votación económica usted registra el conteo.${await avisoParaIntegrantes(context)}`,
        demo: sesion.origen === "demo",
      }
    },
  },
  async run(context, { texto, modo, punto, acuerdo, sesion }) {
    const pedida = await pedirSesion(context, sesion, "acuerdo.votacion-abrir")
    if (pedida.kind === "card") return pedida
    const nueva = { texto, modo, punto: punto ?? null, acuerdo: acuerdo || null }
    const result = await abrirVotacion(actuacionOf(context), vistoDe(pedida), nueva)
    switch (result.kind) {
      case "abierta":
        return { card: votacionCard(result.vista, true, seAbrio(result.vista)), replaces: true }
      case "otra_abierta":
      case "sin_quorum":
      case "fuera_de_estado":
        return impedida(context, result)
      case "punto_desconocido":
        return {
          problems: [
            { field: "punto", message: `Ese punto no existe. Escriba un número del 1 al ${result.total}.` },
          ],
        }
      case "punto_fuera_de_estado": {
        const field = result.deAcuerdo && punto === undefined ? "acuerdo" : "punto"
        return { problems: [{ field, message: noSeVota(result.punto) }] }
      }
      case "acuerdo_desconocido":
        return { problems: [{ field: "acuerdo", message: acuerdoDesconocido(result.claves) }] }
      case "otra_persona":
        return enCursoReply(context, result.sesion, "No se abrió la votación: otra persona acaba de actuar.")
    }
  },
})

/** Whatever it is on. */
async function impedida(
  context: CommandContext,
  result: NonNullable<Awaited<ReturnType<typeof impedimentoParaAbrir>>>,
): Promise<{ readonly card: Card }> {
  switch (result.kind) {
    case "otra_abierta":
      return {
        card: votacionCard(
          result.vista,
          true,
          "Ya hay una votación abierta o suspendida; ciérrela o anúlela primero.",
        ),
      }
    case "sin_quorum":
      return { card: sinQuorumCard(context.organo, result.sesion, result.quorum, "votar") }
    case "fuera_de_estado":
      return { card: sesionFueraDeEstado(context.organo, result.sesion, "abrir una votación en") }
  }
}

const seAbrio = ({ votacion }: VistaVotacion): string =>
  votacion.difusion === "interna"
    ? "Se abrió la votación. El asunto es interno: no se pidió el voto en ningún canal; registre usted el de cada institución."
    : "Se abrió la votación."

/** What was withdrawn or deferred is no longer before the body. */
const noSeVota = ({ titulo, estado }: PuntoOrdenDia) =>
  `«${recortar(titulo, 120)}» ${YA_PUNTO[estado]}: no puede someterse a votación. Elija otro punto, o deje vacío el campo.`

export const acuerdoVotacionVerCommand = defineCommand({
  name: "acuerdo",
  subcommand: "votacion-ver",
  synonyms: ["votacion", "votaciones", "ver votacion"],

  frases: [
    "como|que quedo|quedaron|salio|va|fue|termino|estuvo|resulto votacion|voto|votos|votaron",
    "resultado|resultados|conteo|marcador votacion|votos",
    "$quien vot*|abst*",
    "como votaron|voto|votamos|voto #institucion|todos?",
    "votacion quedo|resultado|salio|va|ver",
    "se_aprobo|aprobaron|paso|se_rechazo votacion|punto|propuesta|acuerdo #pregunta?",
    "que se_esta_votando|estamos_votando|se_vota|votacion_hay|votaciones",
  ],
  summary: "Cómo va o cómo quedó una votación",
  audience: "integran",
  acts: false,
  options: z.object({ votacion: votacionOption }),
  async run(context, options) {
    const { data, organo, hoy, puede } = context
    const pedida = await pedirVotacion(context, options.votacion, "acuerdo.votacion-ver")
    if (pedida.kind === "card") return pedida
    const vista = await vistaVotacion({ read: data.read, organo, hoy }, pedida.sesion, pedida.votacion)
    return { card: votacionCard(vista, puede("acuerdo.votacion-cerrar")), replaces: true }
  },
})

/** After the quórum was lost and there is one again. */
export const acuerdoVotacionReanudarCommand = defineCommand({
  name: "acuerdo",
  subcommand: "votacion-reanudar",
  synonyms: ["reanudar votacion"],

  frases: ["reanud*|retom* votacion"],
  summary: "Reanuda la votación que se suspendió por falta de quórum",
  audience: "secretaria_tecnica",
  options: z.object({ votacion: votacionOption }),
  async run(context, options) {
    const pedida = await votacionPendiente(context, options.votacion)
    if (pedida === null) return { card: sinVotacionCard(context, options.votacion) }
    return reanudada(context, await reanudarVotacion(actuacionOf(context), pedida.votacion.id))
  },
})

function reanudada({ organo }: CommandContext, result: Reanudada): Reply {
  switch (result.kind) {
    case "reanudada":
      return { card: votacionCard(result.vista, true, "Se reanudó la votación."), replaces: true }
    case "no_suspendida":
      return { card: votacionCard(result.vista, true, "La votación no estaba suspendida.") }
    case "sin_quorum":
      return {
        card: votacionCard(
          result.vista,
          true,
          frase`Aún no hay quórum: no se reanudó. Registre a quienes lleguen: ${comando("sesion.pase-llegada")}`,
        ),
      }
    case "fuera_de_estado":
      return { card: sesionFueraDeEstado(organo, result.sesion, "reanudar una votación en") }
  }
}
