import { z } from "zod"
import { type Cerrada, cerrarVotacion, type ManosAlzadas } from "../../app/votacion/cerrar.ts"
import { comando, frase } from "../../cards/comando.ts"
import { recortar } from "../../cards/respuesta.ts"
import { padronDe, type VistaVotacion, votacionCard } from "../../cards/votacion/votacion.ts"
import { votoNoTomadoCard } from "../../cards/votacion/voto.ts"
import { estadoVotacion, estaPendiente, type VotacionDeSesion } from "../../domain/votacion/votacion.ts"
import { ESTADO_VOTACION, MODO_VOTACION } from "../../texts/votacion.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { sinVotacionCard, vistaDe, votacionOption, votacionPendiente } from "./pedir.ts"

export const acuerdoVotacionCerrarCommand = defineCommand({
  name: "acuerdo",
  subcommand: "votacion-cerrar",
  synonyms: ["cerrar votacion"],

  frases: [
    "cierra|cerrar|cerramos|cerremos|termina|terminar|concluye|finaliza votacion",
    "cierrala|terminala|concluyela",
    "ya_votaron|ya_votamos cierra|todos",
  ],
  summary: "Cierra la votación abierta y la cuenta por la regla del órgano, si hay quórum",
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

/** The hands that were counted, in any command that puts them down. */
export const conteo = {
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
}

export const manosDe = (options: {
  readonly favor: number
  readonly contra: number
  readonly abstenciones: number
  readonly calidad?: "a_favor" | "en_contra" | undefined
}): ManosAlzadas => ({
  aFavor: options.favor,
  enContra: options.contra,
  abstenciones: options.abstenciones,
  calidad: options.calidad ?? null,
})

export const acuerdoVotacionManosCommand = defineCommand({
  name: "acuerdo",
  subcommand: "votacion-manos",
  synonyms: ["contar manos", "conteo"],

  frases: ["mano_alzada|a_manos|manos voto*|votacion|conteo|favor|registra?"],
  summary: "Registra el conteo de una votación económica y la cierra",
  audience: "secretaria_tecnica",
  options: z.object({ votacion: votacionOption, ...conteo }),
  form: {
    title: "Conteo de la votación",
    submit: "Registrar",
    fields: ["favor", "contra", "abstenciones", "calidad"],
    async prepare(context, given) {
      const pedida = await votacionPendiente(context, given.votacion)
      if (pedida === null) return { card: sinVotacionCard(context, given.votacion) }
      const { sesion, votacion } = pedida
      const estado = estadoVotacion(votacion)
      if (!estaPendiente(votacion)) return { card: yaCerrada(await vistaDe(context, pedida)) }
      if (votacion.modo !== "economica") return { card: sinManos(context, votacion) }
      if (estado === "suspendida")
        return { card: votacionCard(await vistaDe(context, pedida), true, SUSPENDIDA) }
      return {
        values: { votacion: votacion.id },
        intro: `${sesion.clave}: «${recortar(votacion.texto, 300)}». Se registran las instituciones que alzaron la mano, no las personas. Cierra la votación.`,
        demo: sesion.origen === "demo",
      }
    },
  },
  run: (context, options) => cerrar(context, options.votacion, manosDe(options), false),
})

async function cerrar(
  context: CommandContext,
  typed: string | undefined,
  manos: ManosAlzadas | null,
  aceptaEmpate: boolean,
): Promise<Reply> {
  const pedida = await votacionPendiente(context, typed)
  if (pedida === null) return { card: sinVotacionCard(context, typed) }
  const { modo } = pedida.votacion
  const pendiente = estaPendiente(pedida.votacion)
  if (pendiente && manos === null && modo === "economica")
    return { card: votoNoTomadoCard(context.organo, "a_mano_alzada") }
  if (pendiente && manos !== null && modo !== "economica") return { card: sinManos(context, pedida.votacion) }
  return cerrada(await cerrarVotacion(actuacionOf(context), pedida.votacion.id, { manos, aceptaEmpate }))
}

const sinManos = ({ organo }: CommandContext, { modo }: VotacionDeSesion) =>
  votoNoTomadoCard(organo, "sin_manos", MODO_VOTACION[modo])
const yaCerrada = (vista: VistaVotacion) =>
  votacionCard(vista, true, `La votación ya estaba ${ESTADO_VOTACION[estadoVotacion(vista.votacion)]}.`)

const SUSPENDIDA = "La votación está suspendida: reanúdela antes de cerrarla."
const SIN_QUORUM = frase`No hay quórum: la votación no se cerró y queda suspendida. Registre a quienes lleguen (${comando("sesion.pase-llegada")}) y reanúdela, o anúlela con su motivo.`
const SIN_VOTOS =
  "Nadie ha votado: no hay nada que contar. La votación sigue abierta; si se abrió por error, anúlela con su motivo."
const FALTA_CALIDAD = frase`Hay empate y falta el voto de calidad de quien preside. La votación sigue abierta; si no lo emitirá, ciérrela con ${comando("acuerdo.votacion-cerrar", { "empate:": "si" })}`

function cerrada(result: Cerrada): Reply {
  const { vista } = result
  switch (result.kind) {
    case "cerrada":
      return { card: votacionCard(vista, true), replaces: true }
    case "ya_cerrada":
      return { card: yaCerrada(vista), replaces: true }
    case "sin_quorum":
      return { card: votacionCard(vista, true, SIN_QUORUM), replaces: true }
    case "suspendida":
      return { card: votacionCard(vista, true, SUSPENDIDA) }
    case "sin_votos":
      return { card: votacionCard(vista, true, SIN_VOTOS) }
    case "falta_calidad":
      return { card: votacionCard(vista, true, FALTA_CALIDAD) }
    case "sobran": {
      const message = `Son más votos que instituciones presentes con voto (${padronDe(vista).participan.length}). Revise el conteo.`
      return { problems: [{ field: "favor", message }] }
    }
  }
}
