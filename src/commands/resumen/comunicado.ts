import { z } from "zod"
import { vistaAutorizacion } from "../../app/autorizacion/leer.ts"
import { sigueIgual } from "../../app/autorizacion/texto.ts"
import { autorizaPresidencia } from "../../app/perfil.ts"
import { resumenPublico, reunirResumen } from "../../app/resumen/resumir.ts"
import { publicacionInterna } from "../../cards/resumen/borrador-publicacion.ts"
import { comunicadoCard, type SituacionComunicado } from "../../cards/resumen/comunicado.ts"
import { sinResumenCard } from "../../cards/resumen/resumen.ts"
import { ultimaClausurada } from "../../domain/sesion/sesion.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { momentoOficial } from "../../texts/fechas.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { sesionTexto } from "../opciones/sesion-texto.ts"

export const sesionComunicadoCommand = defineCommand({
  name: "sesion",
  subcommand: "comunicado",
  synonyms: ["boletin", "comunicado de prensa", "prensa"],

  frases: ["boletin|boletines", "comunicado !autoriz* !devuel*", "prensa nota|texto|para?"],
  summary: "Redacta el borrador del comunicado con los datos registrados; si no dice de cuál, de la última",
  audience: "conducen",
  acts: false,
  options: z.object({ sesion: sesionTexto.optional() }),
  async run(context, options) {
    const { data, organo } = context
    const pedida = await sesionPedida(context, options.sesion, "sesion.comunicado", ultimaClausurada)
    if (pedida.kind === "card") return pedida
    const { sesion } = pedida
    if (sesion.estado !== "clausurada") return { card: sinResumenCard(sesion, false, true) }
    if (sesion.difusion === "interna") return { card: publicacionInterna(sesion) }
    const resumen = await reunirResumen(data.read, organo, sesion)
    const publico = resumenPublico(resumen)
    const omitidos = resumen.puntos.length - publico.puntos.length
    return { card: comunicadoCard(publico, omitidos, await situacionDe(context, sesion)) }
  },
})

/** What the presidencia has to do with it, by the body's rules, and whether it authorised this very text. */
async function situacionDe(
  { data, organo, hoy }: CommandContext,
  sesion: Sesion,
): Promise<SituacionComunicado> {
  if (!(await autorizaPresidencia(data.read, organo.id, hoy))) return { kind: "libre" }
  const ultima = await data.read.autorizaciones.ultima(sesion.id, "comunicado")
  const consulta = { read: data.read, organo, hoy }
  if (ultima === null || (await sigueIgual(consulta, sesion, ultima)) === null) return { kind: "por_pedir" }
  if (ultima.estado === "por_autorizar") return { kind: "por_autorizar" }
  if (ultima.estado !== "autorizada") return { kind: "por_pedir" }
  const { resuelve } = await vistaAutorizacion(consulta, sesion, ultima)
  const por = ultima.medio === null ? (resuelve ?? "") : `la Presidencia (lo registró ${resuelve})`
  return { kind: "autorizado", por, el: momentoOficial(ultima.resueltaEn ?? "", organo.zona) }
}
