import { z } from "zod"
import { quienResponde } from "../../app/convocatoria/responder.ts"
import { vistaVotacion } from "../../app/votacion/leer.ts"
import { abrirVotacion, type Cerrada, cerrarVotacion, emitirVoto } from "../../app/votacion/votar.ts"
import { recortar } from "../../cards/respuesta.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"

import {
  type VistaVotacion,
  votacionCard,
  votoNoTomadoCard,
  votoRegistradoCard,
} from "../../cards/votacion/votacion.ts"

import type { Quorum } from "../../domain/desahogo/quorum.ts"

import type { Sesion } from "../../domain/tipos/sesion.ts"
import { esSecretariaTecnica, veVotacion } from "../../domain/visibilidad/visibilidad.ts"
import type { SentidoVoto, VotacionDeSesion } from "../../domain/votacion/votacion.ts"
import { faltasDeQuorum } from "../../texts/quorum.ts"
import { MODO_VOTACION } from "../../texts/votacion.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { puntoAcuerdo } from "../opciones/acuerdo.ts"
import { cualInstitucion, institucionOption } from "../opciones/institucion.ts"
import { enCursoReply, pedirSesion, sesionOption, revisionVista as vistoDe } from "../opciones/punto.ts"
import { referencia } from "../opciones/referencia.ts"
import { sentidoOption } from "../opciones/sentido.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"

/** Votes of the session that is being held: one for each institution, never one for each person. */

const votacionOption = referencia({
  summary: "votación; si falta, la que está abierta",
  label: "Votación",
  max: 60,
}).optional()

const acuerdoDesconocido = (claves: readonly string[]) =>
  claves.length === 0
    ? "La sesión aún no tiene acuerdos registrados. Deje este campo vacío."
    : `Ningún acuerdo de la sesión tiene esa clave. Escriba una de estas: ${claves.join(", ")}.`

export const acuerdoVotacionAbrirCommand = defineCommand({
  name: "acuerdo",
  subcommand: "votacion-abrir",
  synonyms: ["abrir votacion", "someter a votacion"],
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
      if (sesion.estado !== "instalada")
        return { card: sesionFueraDeEstado(context.organo, sesion, "abrir una votación en") }
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
        intro: `${sesion.clave}. Se pedirá su voto a cada institución presente, en su canal; en una votación económica usted registra el conteo.`,
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
        return { card: votacionCard(result.vista, true, "Ya hay una votación abierta; ciérrela primero.") }
      case "sin_quorum":
        return enCursoReply(
          context,
          result.sesion,
          ["No hay quórum: no se puede votar.", ...faltasDe(result.quorum), "No se abrió la votación."].join(
            " ",
          ),
        )
      case "punto_desconocido":
        return {
          problems: [
            { field: "punto", message: `Ese punto no existe. Escriba un número del 1 al ${result.total}.` },
          ],
        }
      case "acuerdo_desconocido":
        return { problems: [{ field: "acuerdo", message: acuerdoDesconocido(result.claves) }] }
      case "fuera_de_estado":
        return { card: sesionFueraDeEstado(context.organo, result.sesion, "abrir una votación en") }
      case "otra_persona":
        return enCursoReply(context, result.sesion, "No se abrió la votación: otra persona acaba de actuar.")
    }
  },
})

const faltasDe = (quorum: Quorum | null) => (quorum === null ? [] : faltasDeQuorum(quorum))

const seAbrio = ({ votacion }: VistaVotacion): string =>
  votacion.difusion === "interna"
    ? "Se abrió la votación. El asunto es interno: no se pidió el voto en ningún canal; registre usted el de cada institución."
    : "Se abrió la votación."

export const acuerdoVotarCommand = defineCommand({
  name: "acuerdo",
  subcommand: "votar",
  synonyms: ["voto", "emitir voto"],
  summary: "Emite el voto de su institución en la votación abierta",
  audience: "vinculadas",
  options: z.object({ sentido: sentidoOption, votacion: votacionOption, institucion: institucionOption }),
  run: (context, options) => votar(context, options, null),
})

export const acuerdoVotoParticularCommand = defineCommand({
  name: "acuerdo",
  subcommand: "voto-particular",
  synonyms: ["voto razonado"],
  summary: "Emite el voto de su institución con las razones que pide que consten",
  audience: "vinculadas",
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
  const pedida = await pedirVotacion(context, options.votacion)
  // Whether there is one is not told to whoever may not see it.
  if (pedida === null || !veVotacion(actor, pedida.votacion, pedida.sesion))
    return { card: votoNoTomadoCard(organo, "sin_votacion") }
  const { sesion, votacion } = pedida
  const nombrada = options.institucion ?? null
  const quien = await quienResponde(data.read, organo, actor, sesion, nombrada)
  if (quien.kind === "varias") return cualInstitucion(context, sesion, quien.instituciones)
  if (quien.kind === "ninguna") return { card: votoNoTomadoCard(organo, "sin_institucion") }
  const { institucion } = quien
  const propia =
    actor.kind === "vinculado" &&
    actor.designaciones.some(({ institucionId }) => institucionId === institucion.id)
  const porSecretaria = !propia || (nombrada !== null && esSecretariaTecnica(actor, organo.id))
  const pedido = { institucion, porSecretaria, sentido: options.sentido, votoParticular }
  const result = await emitirVoto(actuacionOf(context), actor, votacion.id, pedido)
  switch (result.kind) {
    case "votado":
      return {
        card: votoRegistradoCard(result.vista, institucion.siglas, result.voto, result.antes !== null),
      }
    case "cerrada":
      return { card: votacionCard(result.vista, false, "La votación ya se cerró; su voto no se registró.") }
    case "secreta":
    case "a_mano_alzada":
      return { card: votoNoTomadoCard(organo, result.kind) }
    case "sin_derecho":
    case "sin_calidad":
      return { card: votoNoTomadoCard(organo, result.kind, institucion.siglas) }
  }
}

export const acuerdoVotacionVerCommand = defineCommand({
  name: "acuerdo",
  subcommand: "votacion-ver",
  synonyms: ["votacion", "votaciones", "ver votacion"],
  summary: "Cómo va o cómo quedó una votación",
  audience: "vinculadas",
  acts: false,
  options: z.object({ votacion: votacionOption }),
  async run(context, options) {
    const { data, organo, hoy, actor } = context
    const pedida = await pedirVotacion(context, options.votacion)
    if (pedida === null || !veVotacion(actor, pedida.votacion, pedida.sesion))
      return { card: votoNoTomadoCard(organo, "sin_votacion") }
    const vista = await vistaVotacion({ read: data.read, organo, hoy }, pedida.sesion, pedida.votacion)
    return { card: votacionCard(vista, esSecretariaTecnica(actor, organo.id)), replaces: true }
  },
})

export const acuerdoVotacionCerrarCommand = defineCommand({
  name: "acuerdo",
  subcommand: "votacion-cerrar",
  synonyms: ["cerrar votacion"],
  summary: "Cierra la votación abierta y la cuenta por la regla del órgano",
  audience: "secretaria_tecnica",
  options: z.object({
    votacion: votacionOption,
    empate: z
      .enum(["si"])
      .optional()
      .meta({ summary: "acepta el empate, si quien preside no vota", labels: { si: "Sí" } }),
  }),
  run: (context, options) => cerrar(context, options.votacion, null, options.empate === "si"),
})

const cuenta = (que: string, label: string) =>
  z.coerce
    .number()
    .int()
    .min(0)
    .max(500)
    .meta({ summary: `cuántas instituciones ${que}`, label })

export const acuerdoVotacionManosCommand = defineCommand({
  name: "acuerdo",
  subcommand: "votacion-manos",
  synonyms: ["contar manos", "conteo"],
  summary: "Registra el conteo de una votación económica y la cierra",
  audience: "secretaria_tecnica",
  options: z.object({
    votacion: votacionOption,
    favor: cuenta("votaron a favor", "A favor"),
    contra: cuenta("votaron en contra", "En contra"),
    abstenciones: cuenta("se abstuvieron", "Abstenciones"),
    calidad: z
      .enum(["a_favor", "en_contra"])
      .optional()
      .meta({
        summary: "si hubo empate, cómo votó quien preside",
        labels: { a_favor: "A favor", en_contra: "En contra" },
        label: "Voto de calidad",
      }),
  }),
  form: {
    title: "Conteo de la votación",
    submit: "Registrar",
    fields: ["favor", "contra", "abstenciones", "calidad"],
    prepare: async () => ({
      values: {},
      intro: "Se registran las instituciones que alzaron la mano, no las personas. Cierra la votación.",
    }),
  },
  run: (context, { votacion, favor, contra, abstenciones, calidad }) =>
    cerrar(
      context,
      votacion,
      { aFavor: favor, enContra: contra, abstenciones, calidad: calidad ?? null },
      false,
    ),
})

async function cerrar(
  context: CommandContext,
  typed: string | undefined,
  manos: Parameters<typeof cerrarVotacion>[2]["manos"],
  aceptaEmpate: boolean,
): Promise<Reply> {
  const pedida = await pedirVotacion(context, typed)
  if (pedida === null) return { card: votoNoTomadoCard(context.organo, "sin_votacion") }
  const { modo, cerradaEn } = pedida.votacion
  if (cerradaEn === null && manos === null && modo === "economica")
    return { card: votoNoTomadoCard(context.organo, "a_mano_alzada") }
  if (cerradaEn === null && manos !== null && modo !== "economica")
    return { card: votoNoTomadoCard(context.organo, "sin_manos", MODO_VOTACION[modo]) }
  const result = await cerrarVotacion(actuacionOf(context), pedida.votacion.id, { manos, aceptaEmpate })
  return cerrada(result)
}

function cerrada(result: Cerrada): Reply {
  switch (result.kind) {
    case "cerrada":
      return { card: votacionCard(result.vista, true), replaces: true }
    case "ya_cerrada":
      return { card: votacionCard(result.vista, true, "La votación ya estaba cerrada."), replaces: true }
    case "falta_calidad":
      return {
        card: votacionCard(
          result.vista,
          true,
          "Hay empate y falta el voto de calidad de quien preside. La votación sigue abierta; si no lo emitirá, ciérrela con /acuerdo votacion cerrar empate:si",
        ),
      }
    case "sobran": {
      const message = `Son más votos que instituciones presentes con voto (${result.vista.presentes.length}). Revise el conteo.`
      return { problems: [{ field: "favor", message }] }
    }
  }
}

/** By the id in a button, or the one that is open in the session being held. */
async function pedirVotacion(
  { data, organo }: CommandContext,
  typed: string | undefined,
): Promise<{ readonly sesion: Sesion; readonly votacion: VotacionDeSesion } | null> {
  const { sesiones, votaciones } = data.fresh
  if (typed !== undefined) {
    const votacion = await votaciones.byId(typed)
    const sesion = votacion && (await sesiones.byId(votacion.sesionId))
    return sesion?.organoId === organo.id && votacion ? { sesion, votacion } : null
  }
  for (const sesion of await sesiones.list(organo.id)) {
    if (sesion.estado !== "instalada" && sesion.estado !== "receso") continue
    const votacion = (await votaciones.list(sesion.id)).findLast(({ cerradaEn }) => cerradaEn === null)
    if (votacion) return { sesion, votacion }
  }
  return null
}
