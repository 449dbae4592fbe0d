import { z } from "zod"
import { destinosDeIntegrantes } from "../../app/canal/destinos.ts"
import { conexionesDelOrgano } from "../../app/conexion/consultar.ts"
import { conexionesCard } from "../../cards/conexion/conexiones.ts"
import { paginar } from "../../cards/respuesta.ts"
import { defineCommand } from "../definition/definition.ts"
import { paginaOption } from "../opciones/pagina.ts"

export const plenariaConexionesCommand = defineCommand({
  name: "plenaria",
  subcommand: "conexiones",
  synonyms: ["conexion", "espacios", "espacios de trabajo"],

  frases: ["conexiones|conexion|espacios_de_trabajo slack|discord? !reunion !zoom"],
  summary:
    "Espacios de trabajo del órgano: institución, plataforma, si se puede escribir en ellos y qué falta",
  audience: "ven_entregas",
  acts: false,
  options: z.object({ pagina: paginaOption }),
  async run({ data, organo, hoy, plataformas, conexiones, puede }, { pagina: asked }) {
    const todas = await conexionesDelOrgano(data.read, conexiones, organo, hoy)
    const { sinCanal } = await destinosDeIntegrantes(data.read, organo, hoy)
    return {
      card: conexionesCard({
        organo,
        plataformas,
        todas,
        sinCanal,
        confirma: puede("plenaria.conexion-confirmar"),
        ...paginar(todas, asked ?? 1),
      }),
      replaces: asked !== undefined,
    }
  },
})
