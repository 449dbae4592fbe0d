import { z } from "zod"
import { sesionesVisibles } from "../../app/sesion/consultar.ts"
import { paginar } from "../../cards/respuesta.ts"
import { listaSesionesCard } from "../../cards/sesion/lista.ts"
import { defineCommand } from "../definition/definition.ts"
import { paginaOption } from "../opciones/pagina.ts"

export const sesionListaCommand = defineCommand({
  name: "sesion",
  subcommand: "lista",
  synonyms: ["listar", "listado", "todas", "calendario"],

  frases: [
    "cuantas sesiones|reuniones|juntas|veces|ordinarias|extraordinarias",
    "lista|listado|todas|historial|historico|relacion sesiones|reuniones",
    "sesiones|reuniones llevamos|hemos|ha_habido|han|hubo|tuvimos|tenido|celebrad*|anteriores|pasadas|ano|vienen|faltan|restan|programadas|quedan|son",
    "que|cuales sesiones|reuniones !compromiso* !acuerdo*",
    "calendario|fechas sesiones|reuniones",
    "sesiones",
  ],
  summary: "Sesiones registradas, de la más reciente a la más antigua",
  audience: "todas",
  acts: false,
  options: z.object({ pagina: paginaOption }),
  async run({ actor, organo, hoy, data }, options) {
    const visible = await sesionesVisibles({ read: data.read, actor, organo, hoy })
    const { filas, pagina } = paginar(visible, options.pagina ?? 1)
    return { card: listaSesionesCard({ organo, filas, pagina }), replaces: options.pagina !== undefined }
  },
})
