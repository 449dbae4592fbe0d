import { z } from "zod"
import { listarAcuerdos } from "../../app/acuerdo/listar.ts"
import { listaAcuerdos } from "../../cards/acuerdo/lista.ts"
import { paginar } from "../../cards/respuesta.ts"
import { veCompromiso } from "../../domain/visibilidad/visibilidad.ts"
import { defineCommand } from "../definition/definition.ts"
import { paginaOption } from "../opciones/pagina.ts"

export const acuerdoListaCommand = defineCommand({
  name: "acuerdo",
  subcommand: "lista",
  synonyms: ["listar", "listado", "ver todos"],

  frases: [
    "acuerdos !sobre !acerca !busca* !hable* !relacionad* !tema",
    "cuales|que|lista|listado|todos|ver|muestra*|cuantos acuerdos",
    "acuerdos pendientes|vigentes|siguen|faltan|abiertos|cumplir|quedan|sin_cumplir|hay",
  ],
  summary: "Acuerdos pendientes, o todos, por urgencia",
  audience: "todas",
  acts: false,
  options: z.object({
    estado: z
      .enum(["pendientes", "todos"])
      .optional()
      .meta({
        summary: "cuáles acuerdos mostrar",
        labels: { pendientes: "Pendientes", todos: "Todos" },
        synonyms: { pendientes: ["por cumplir", "en curso", "abiertos"] },
      }),
    pagina: paginaOption,
  }),
  async run(context, options) {
    const filtro = options.estado ?? "pendientes"
    const { actor, organo, hoy, data } = context
    const todos = await listarAcuerdos({ read: data.read, actor, organo, hoy }, filtro)
    const { filas, pagina } = paginar(todos, options.pagina ?? 1)
    const soloPublicos = !veCompromiso(actor, organo.id)
    return {
      card: listaAcuerdos({ filtro, organo: organo.nombreCorto, hoy, filas, todos, pagina, soloPublicos }),
      replaces: options.pagina !== undefined,
    }
  },
})
