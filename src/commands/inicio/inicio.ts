import { z } from "zod"
import { inicioDe, organosDe } from "../../app/inicio/asuntos.ts"
import { inicioCard } from "../../cards/inicio/inicio.ts"
import { defineCommand } from "../definition/definition.ts"
import { paginaOption } from "../opciones/pagina.ts"

export const plenariaInicioCommand = defineCommand({
  name: "plenaria",
  subcommand: "inicio",
  synonyms: ["inicia", "que me espera", "que tengo pendiente", "que tengo que hacer", "bandeja"],
  summary: "Lo que espera por usted, por urgencia, cada cosa con su botón",
  audience: "cualquiera",
  acts: false,
  sinElegir: true,
  options: z.object({ pagina: paginaOption }),
  async run(context, { pagina: asked }) {
    const { actor, organo, organos: posibles, data, puede, now, plataformas, conexiones } = context
    if (actor.kind === "sin_vincular")
      return {
        again: {
          command: "plenaria.quien-soy",
          values: {},
          filledIn: false,
          confirmed: false,
          dispensados: [],
          asForm: false,
        },
      }
    const { read } = data
    const organos = organosDe(actor, await read.organos.all(), now)
    const inicio = await inicioDe({ read, actor, now, plataformas, conexiones, puede }, organos)
    return {
      card: inicioCard({ ...inicio, organo, nombrar: posibles.length > 1, pagina: asked ?? 1 }),
      replaces: asked !== undefined,
    }
  },
})
