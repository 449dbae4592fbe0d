import { z } from "zod"
import { inicioDe, organosDe } from "../../app/inicio/asuntos.ts"
import { inicioCard } from "../../cards/inicio/inicio.ts"
import { defineCommand } from "../definition/definition.ts"
import { paginaOption } from "../opciones/pagina.ts"

export const plenariaInicioCommand = defineCommand({
  name: "plenaria",
  subcommand: "inicio",
  synonyms: ["inicia", "que me espera", "que tengo pendiente", "que tengo que hacer", "bandeja"],

  frases: [
    "menu",
    "inicio !$sesion !hora !punto",
    "bandeja|novedades",
    "que hay_para_mi|me_espera|nos_espera|sigue_para|tengo_hoy|tenemos_hoy|hay_hoy|hay_de_nuevo|hay_pendiente|tengo_para_hoy|urge|es_lo_urgente|toca_hoy !entregar",
    "por_donde empiezo|empezamos|comienzo",
    "que_hay|que_hay_de|que_novedades|alguna_novedad|algo_nuevo|hay_algo nuevo|para_mi|novedad|pendiente?",
    "ponme|pongame al_dia|al_corriente|al_tanto",
  ],
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
