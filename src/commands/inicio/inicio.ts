import { z } from "zod"
import { inicioDe, organosDe } from "../../app/inicio/asuntos.ts"
import type { Card } from "../../cards/card.ts"
import { type InicioCard, inicioCard } from "../../cards/inicio/inicio.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"
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
    if (context.actor.kind === "sin_vincular")
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
    return { card: await inicioPara(context, { pagina: asked ?? 1 }), replaces: asked !== undefined }
  },
})

/** For somebody in the directory; what is asked, a person's own page and nobody else get it from here. */
export async function inicioPara(
  { actor, organo, organos: posibles, data: { read }, puede, now, plataformas, conexiones }: CommandContext,
  parte: Pick<InicioCard, "pagina" | "primeros">,
): Promise<Card> {
  const organos = organosDe(actor, await read.organos.all(), now)
  const inicio = await inicioDe({ read, actor, now, plataformas, conexiones, puede }, organos)
  return inicioCard({ ...inicio, organo, nombrar: posibles.length > 1, ...parte })
}
