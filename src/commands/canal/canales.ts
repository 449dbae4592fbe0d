import { z } from "zod"
import { canalesEnUso } from "../../app/canal/canales.ts"
import { buscarCanal, listarCanales } from "../../app/canal/organo.ts"
import { probarCanal } from "../../app/canal/probar.ts"
import { sinRecepcion } from "../../app/canal/recepcion.ts"
import {
  canalInactivoCard,
  elegirCanalCard,
  listaCanalesCard,
  pruebaEncoladaCard,
  pruebaSinPlataformaCard,
} from "../../cards/canal/canales.ts"
import type { Card } from "../../cards/card.ts"
import { paginar } from "../../cards/respuesta.ts"
import { soloExacta } from "../../domain/texto/busqueda.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"
import { paginaOption } from "../opciones/pagina.ts"
import { referencia } from "../opciones/referencia.ts"
import { actuacionOf } from "../router/actuacion.ts"

export const plenariaCanalesCommand = defineCommand({
  name: "plenaria",
  subcommand: "canales",
  synonyms: ["canal", "lista de canales"],

  frases: [
    "canales !llegaron !llegado !avisos !mensajes",
    "canal|canales registrad*|lista|cuales|que|configurad*|tenemos",
    "donde|que_canal publicas|avisas|mandas|publica|llegan avisos|mensajes?",
  ],
  summary: "Canales del órgano: institución, plataforma y si reciben los mensajes",
  audience: "ven_entregas",
  acts: false,
  options: z.object({ pagina: paginaOption }),
  async run({ data, organo, plataformas, conexiones }, { pagina: asked }) {
    const todos = await listarCanales(data.read, conexiones, organo)
    return {
      card: listaCanalesCard({ organo, plataformas, todos, ...paginar(todos, asked ?? 1) }),
      replaces: asked !== undefined,
    }
  },
})

export const plenariaCanalProbarCommand = defineCommand({
  name: "plenaria",
  subcommand: "canal-probar",
  synonyms: ["probar", "probar canal", "probar el canal", "prueba"],

  frases: ["prueba|probar|proba canal|canales|mensaje"],
  summary: "Envía un mensaje de prueba a un canal, por el mismo camino que los reales",
  audience: "atienden_entregas",
  options: z.object({
    canal: referencia({
      summary: "clave del canal o siglas de la institución; si falta, el canal donde se escribe",
      completes: "institucion",
      rest: true,
    }).optional(),
  }),
  async run(context, { canal: typed }) {
    const { data, organo, canal } = context
    if (typed === undefined) {
      const canales = await canalesEnUso(data.read, organo)
      const aqui = canales.find(({ id }) => id === canal?.id)
      return { card: aqui ? await probar(context, aqui) : elegirCanalCard("", canales) }
    }
    const found = soloExacta(await buscarCanal(data.read, organo, typed))
    if (found.kind === "una") return { card: await probar(context, found.item) }
    return { card: elegirCanalCard(typed, found.kind === "varias" ? found.items : found.parecidas) }
  },
})

async function probar(context: CommandContext, canal: Canal): Promise<Card> {
  const { organo, plataformas, data } = context
  const motivo = (await sinRecepcion(data.read, context.conexiones, [canal])).get(canal.id)
  if (motivo?.kind === "apagada" || motivo?.kind === "no_conectado")
    return pruebaSinPlataformaCard({ organo, plataformas, canal, motivo })
  const result = await probarCanal(actuacionOf(context), canal)
  return result.kind === "inactivo"
    ? canalInactivoCard(canal)
    : pruebaEncoladaCard({ organo, plataformas, canal, ...result })
}
