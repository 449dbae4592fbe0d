import { z } from "zod"
import { ratificacionDe } from "../../app/acuerdo/ratificar.ts"
import { type Clausura, clausurarSesion } from "../../app/desahogo/clausurar.ts"
import {
  clausuraConVotacionCard,
  clausuraPorConfirmarCard,
  sesionClausuradaCard,
} from "../../cards/desahogo/clausura.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { enCursoReply, pedirSesion, revisionVista } from "../opciones/punto.ts"
import { sesionTexto } from "../opciones/sesion-texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { type CommandContext, defineCommand, type Reply } from "../router/definition.ts"

export const sesionClausurarCommand = defineCommand({
  name: "sesion",
  subcommand: "clausurar",
  synonyms: ["cerrar", "terminar", "declarar clausurada"],
  summary: "Clausura la sesión en curso y prepara su resumen",
  audience: "secretaria_tecnica",
  acts: true,
  options: z.object({ sesion: sesionTexto.optional() }),
  run: (context, options) => clausurar(context, options.sesion, false),
})

/** Reached by the button that says what is left. */
export const sesionClausurarConfirmarCommand = defineCommand({
  name: "sesion",
  subcommand: "clausurar-confirmar",
  synonyms: [],
  summary: "Clausura la sesión con lo que quedó sin resolver, y difiere los puntos que no se desahogaron",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({ sesion: sesionTexto }),
  run: (context, options) => clausurar(context, options.sesion, true),
})

async function clausurar(
  context: CommandContext,
  typed: string | undefined,
  confirmada: boolean,
): Promise<Reply> {
  const pedida = await pedirSesion(context, typed, "sesion.clausurar")
  if (pedida.kind === "card") return pedida
  const result = await clausurarSesion(actuacionOf(context), revisionVista(pedida), { confirmada })
  return clausurada(context, result)
}

async function clausurada(context: CommandContext, result: Clausura): Promise<Reply> {
  const { organo, data } = context
  const { sesion } = result
  switch (result.kind) {
    case "clausurada": {
      const acuerdos = (await data.read.acuerdos.bySesion(sesion.id)).length
      const ratificados = (await ratificacionDe(data.read, sesion.id))?.vigente === true
      return { card: sesionClausuradaCard(organo, { ...result, acuerdos, ratificados }), replaces: true }
    }
    case "por_confirmar":
      return { card: clausuraPorConfirmarCard(organo, sesion, result) }
    case "votacion_abierta":
      return { card: clausuraConVotacionCard(organo, sesion, result.votacionId) }
    case "otra_persona":
      return enCursoReply(
        context,
        sesion,
        "No se clausuró: otra persona acaba de actuar. Así está la sesión:",
      )
    case "fuera_de_estado":
      return { card: sesionFueraDeEstado(organo, sesion, "clausurar") }
  }
}
