import { z } from "zod"
import { leerAcuerdos } from "../../app/acuerdo/leer.ts"
import { type RatificacionPedida, ratificarAcuerdos } from "../../app/acuerdo/ratificar.ts"
import { lecturaAcuerdosCard } from "../../cards/acuerdo/lectura.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { sinQuorumCard } from "../../cards/sesion/sin-quorum.ts"
import { plural } from "../../texts/plurales.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"
import { pedirSesion, revisionVista } from "../opciones/punto.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { sesionTexto } from "../opciones/sesion-texto.ts"
import { actuacionOf } from "../router/actuacion.ts"

export const acuerdoLecturaCommand = defineCommand({
  name: "acuerdo",
  subcommand: "lectura",
  synonyms: ["leer", "lectura de acuerdos", "ratificar"],

  frases: ["lectura|leer|lee|leamos|ratific* acuerdos|acuerdos_tomados"],
  summary: "Lectura de los acuerdos de la sesión, para ratificarlos",
  audience: "conducen",
  acts: false,
  options: z.object({ sesion: sesionTexto.optional() }),
  async run(context, options) {
    const pedida = await pedirSesion(context, options.sesion, "acuerdo.lectura")
    if (pedida.kind === "card") return pedida
    return { card: lecturaAcuerdosCard(await leerAcuerdos(consultaDe(context), pedida.sesion)) }
  },
})

/** Only from the card that was read: its button says which state of the session that was. */
export const acuerdoRatificarCommand = defineCommand({
  name: "acuerdo",
  subcommand: "lectura-ratificar",
  synonyms: [],
  summary: "Registra que los acuerdos leídos se ratificaron",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({ sesion: sesionTexto }),
  async run(context, options) {
    const pedida = await sesionPedida(context, options.sesion, "acuerdo.lectura")
    if (pedida.kind === "card") return pedida
    const { organo } = context
    const result = await ratificarAcuerdos(actuacionOf(context), revisionVista(pedida))
    if (result.kind === "fuera_de_estado")
      return { card: sesionFueraDeEstado(organo, result.sesion, "ratificar los acuerdos de") }
    if (result.kind === "sin_quorum")
      return { card: sinQuorumCard(organo, result.sesion, result.quorum, "ratificar") }
    const lectura = await leerAcuerdos(consultaDe(context), result.sesion)
    return { card: lecturaAcuerdosCard(lectura, enPalabras(result)), replaces: true }
  },
})

const consultaDe = ({ data, organo, hoy }: CommandContext) => ({ read: data.read, organo, hoy })

function enPalabras(
  result: Exclude<RatificacionPedida, { readonly kind: "fuera_de_estado" | "sin_quorum" }>,
): string {
  switch (result.kind) {
    case "ratificados":
      return result.cuantos === 1
        ? "Se ratificó 1 acuerdo."
        : `Se ratificaron ${plural(result.cuantos, "acuerdo", "acuerdos")}.`
    case "cambio":
      return "La sesión cambió mientras leía. No se registró nada; así están ahora los acuerdos:"
    case "ya_estaba":
      return "Ya estaban ratificados. No se registró otra vez."
    case "sin_acuerdos":
      return "No hay acuerdos que ratificar."
  }
}
