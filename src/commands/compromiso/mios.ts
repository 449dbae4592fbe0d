import { z } from "zod"
import { compromisosPropios } from "../../app/compromiso/listar.ts"
import { comando, frase } from "../../cards/comando.ts"
import { listaCompromisos, sinInstitucion } from "../../cards/compromiso/lista.ts"
import { paginar } from "../../cards/respuesta.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import { defineCommand } from "../definition/definition.ts"
import { paginaOption } from "../opciones/pagina.ts"

export const compromisoMiosCommand = defineCommand({
  name: "compromiso",
  subcommand: "mios",
  synonyms: [
    "mis",
    "mio",
    "propios",
    "mis compromisos",
    "mis pendientes",
    "mis tareas",
    "mis acuerdos",
    "mis asuntos",
    "que me toca",
    "que debo",
  ],
  summary: "Compromisos de su institución, por urgencia",
  audience: "del_organo",
  acts: false,
  options: z.object({ pagina: paginaOption }),
  async run({ actor, organo, hoy, data }, options) {
    const own = await compromisosPropios({ read: data.read, actor, organo, hoy })
    if (own.instituciones.length === 0) return { card: sinInstitucion() }
    const siglas = enumerar(own.instituciones.map((institucion) => institucion.siglas))
    const { filas, pagina } = paginar(own.compromisos, options.pagina ?? 1)
    const concluidos = plural(own.concluidos, "compromiso ya está atendido", "compromisos ya están atendidos")
    return {
      card: listaCompromisos({
        title: `Mis compromisos: ${siglas}`,
        hoy,
        filas,
        todos: own.compromisos,
        pagina,
        command: "compromiso.mios",
        arg: "",
        vacia: frase`${siglas} no tiene compromisos por atender. Vea los de las demás instituciones con ${comando("compromiso.lista")}.`,
        notas: own.concluidos > 0 ? [`${concluidos}.`] : [],
      }),
      replaces: options.pagina !== undefined,
    }
  },
})
