import { z } from "zod"
import { novedadesDe } from "../../app/compromiso/novedades.ts"
import { novedadesCard } from "../../cards/compromiso/novedades.ts"
import { defineCommand } from "../definition/definition.ts"
import { paginaOption } from "../opciones/pagina.ts"

export const compromisoNovedadesCommand = defineCommand({
  name: "compromiso",
  subcommand: "novedades",
  synonyms: ["que cambio", "cambios", "seguimiento de acuerdos", "desde la ultima sesion"],
  frases: [
    "novedades^2",
    "que|cuales cambio|cambios|cambiaron|movio|movieron $compromiso|acuerdos|seguimiento|#ultima !sede !hora !fecha",
  ],
  summary: "Qué cambió en los compromisos desde la última sesión",
  audience: "del_organo",
  acts: false,
  options: z.object({ pagina: paginaOption }),
  async run({ actor, organo, hoy, data }, { pagina }) {
    const visto = await novedadesDe({ read: data.read, actor, organo, hoy })
    return { card: novedadesCard(organo, visto, pagina ?? 1), replaces: pagina !== undefined }
  },
})
