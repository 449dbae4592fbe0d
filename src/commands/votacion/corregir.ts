import { z } from "zod"
import {
  type ConteoCorregido,
  type Corregida,
  corregirConteo,
  corregirVoto,
} from "../../app/votacion/corregir.ts"
import type { Card } from "../../cards/card.ts"
import { comando, frase } from "../../cards/comando.ts"
import { conteoCorregidoCard, votoCorregidoCard } from "../../cards/votacion/correccion.ts"
import { type VistaVotacion, votacionCard } from "../../cards/votacion/votacion.ts"
import { votoNoTomadoCard } from "../../cards/votacion/voto.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import { impedimentoParaCorregirVoto, seCorrigeConteo } from "../../domain/votacion/votacion.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { institucionDeSesion } from "../desahogo/convocada.ts"
import { sentidoOption } from "../opciones/asistencia.ts"
import { institucionNombrada } from "../opciones/institucion.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { conteo, manosDe } from "./cerrar.ts"
import { pedirVotacion, vistaDe, votacionOption } from "./pedir.ts"

/** What was put down wrong of a vote: with a reason, and what was stays on record. */

const motivo = textoLibre({
  summary: "por qué se corrige; constará en el registro",
  label: "Motivo",
  min: 5,
  max: 500,
  parrafo: true,
})

export const acuerdoVotoCorregirCommand = defineCommand({
  name: "acuerdo",
  subcommand: "voto-corregir",
  synonyms: ["corregir voto", "rectificar voto"],

  frases: ["$corregir voto !conteo"],
  summary: "Corrige el voto que consta de una institución, con su motivo, y le avisa",
  audience: "secretaria_tecnica",
  acts: true,
  options: z.object({
    institucion: institucionNombrada("siglas de la institución"),
    sentido: sentidoOption,
    votacion: votacionOption,
    motivo,
  }),
  form: {
    title: "Corregir un voto",
    submit: "Corregir",
    fields: ["institucion", "sentido", "motivo"],
    async prepare(context, given) {
      const pedida = await pedirVotacion(context, given.votacion, "acuerdo.voto-corregir")
      if (pedida.kind === "card") return pedida
      const { sesion, votacion } = pedida
      const impedimento = impedimentoParaCorregirVoto(votacion)
      if (impedimento !== null)
        return { card: votoImpedido(context.organo, impedimento, await vistaDe(context, pedida)) }
      return {
        values: {
          votacion: votacion.id,
          ...(given.institucion === undefined ? {} : { institucion: given.institucion }),
          ...(given.sentido === undefined ? {} : { sentido: given.sentido }),
        },
        intro: `${sesion.clave}: «${votacion.texto.slice(0, 300)}». Se avisará a la institución; constarán el voto anterior, el nuevo y el motivo.`,
        demo: sesion.origen === "demo",
      }
    },
  },
  async run(context, options) {
    const pedida = await pedirVotacion(context, options.votacion, "acuerdo.voto-corregir")
    if (pedida.kind === "card") return pedida
    const { sesion, votacion } = pedida
    const found = await institucionDeSesion(context, sesion, options.institucion)
    if (found.kind === "reply") return found.reply
    const { institucion } = found
    const correccion = { institucion, sentido: options.sentido, motivo: options.motivo }
    const result = await corregirVoto(actuacionOf(context), votacion.id, correccion)
    return votoCorregido(context, result, institucion.siglas)
  },
})

function votoCorregido({ organo }: CommandContext, result: Corregida, siglas: string): Reply {
  switch (result.kind) {
    case "corregido":
      return {
        card: votoCorregidoCard(result.vista, result.correccion, result.avisada, result.resumen),
        replaces: true,
      }
    case "sin_cambio":
      return {
        card: votacionCard(result.vista, true, `El voto de ${siglas} ya constaba así. No se cambió nada.`),
      }
    case "sin_voto_previo":
      return { card: votoNoTomadoCard(organo, "sin_voto_previo", siglas) }
    case "secreta":
    case "a_mano_alzada":
      return { card: votoNoTomadoCard(organo, NO_NOMINAL[result.kind]) }
    case "suspendida":
    case "anulada":
      return { card: votacionCard(result.vista, true, SIN_EFECTO[result.kind]) }
  }
}

const NO_NOMINAL = { secreta: "secreta_cerrada", a_mano_alzada: "no_nominal" } as const
const SIN_EFECTO = {
  suspendida: "La votación está suspendida: reanúdela antes de corregir.",
  anulada: "La votación está anulada: sus votos no surten efectos.",
}

/** Whosever it is. */
const votoImpedido = (
  organo: Organo,
  porque: NonNullable<ReturnType<typeof impedimentoParaCorregirVoto>>,
  vista: VistaVotacion,
): Card =>
  porque === "secreta" || porque === "a_mano_alzada"
    ? votoNoTomadoCard(organo, NO_NOMINAL[porque])
    : votacionCard(vista, true, SIN_EFECTO[porque])

export const acuerdoVotacionCorregirCommand = defineCommand({
  name: "acuerdo",
  subcommand: "votacion-corregir",
  synonyms: ["corregir conteo"],

  frases: ["$corregir conteo|votos|resultado votacion?"],
  summary: "Corrige el conteo de una votación económica ya cerrada, con su motivo",
  audience: "secretaria_tecnica",
  acts: true,
  options: z.object({ votacion: votacionOption, ...conteo, motivo }),
  form: {
    title: "Corregir el conteo",
    submit: "Corregir",
    fields: ["favor", "contra", "abstenciones", "calidad", "motivo"],
    async prepare(context, given) {
      const pedida = await pedirVotacion(context, given.votacion, "acuerdo.votacion-corregir")
      if (pedida.kind === "card") return pedida
      const { sesion, votacion } = pedida
      if (!seCorrigeConteo(votacion)) return { card: noProcede(await vistaDe(context, pedida)) }
      const { resultado } = votacion
      return {
        values: {
          votacion: votacion.id,
          ...(resultado === null
            ? {}
            : {
                favor: String(resultado.aFavor),
                contra: String(resultado.enContra),
                abstenciones: String(resultado.abstenciones),
              }),
        },
        intro: `${sesion.clave}: «${votacion.texto.slice(0, 300)}». Constarán el conteo anterior, el nuevo y el motivo.`,
        demo: sesion.origen === "demo",
      }
    },
  },
  async run(context, options) {
    const pedida = await pedirVotacion(context, options.votacion, "acuerdo.votacion-corregir")
    if (pedida.kind === "card") return pedida
    const result = await corregirConteo(
      actuacionOf(context),
      pedida.votacion.id,
      manosDe(options),
      options.motivo,
    )
    return conteoCorregido(result, options.motivo)
  },
})

function conteoCorregido(result: ConteoCorregido, razon: string): Reply {
  switch (result.kind) {
    case "corregido":
      return { card: conteoCorregidoCard(result.vista, result.antes, razon, result.resumen), replaces: true }
    case "sobran": {
      const message = `Son más votos que instituciones presentes con voto al cierre (${result.cuantas}). Revise el conteo.`
      return { problems: [{ field: "favor", message }] }
    }
    case "sin_cambio":
      return { card: votacionCard(result.vista, true, "El conteo ya constaba así. No se cambió nada.") }
    case "no_procede":
      return { card: noProcede(result.vista) }
  }
}

const noProcede = (vista: VistaVotacion): Card =>
  votacionCard(
    vista,
    true,
    frase`Solo se corrige el conteo de una votación económica ya cerrada; en una nominal, corrija el voto: ${comando("acuerdo.voto-corregir")}`,
  )
