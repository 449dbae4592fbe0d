import { z } from "zod"
import { acusarConvocatoria, puedeAcusar } from "../../app/convocatoria/acusar.ts"
import { reglasDeSesion } from "../../app/sesion/reglas.ts"
import { acuseCard } from "../../cards/convocatoria/acuse.ts"
import { sinConvocatoria } from "../../cards/convocatoria/respuesta.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { defineCommand } from "../definition/definition.ts"
import { institucionOption, porInstitucion, sesionClave } from "../opciones/institucion.ts"
import { actuacionOf } from "../router/actuacion.ts"

export const sesionAcuseCommand = defineCommand({
  name: "sesion",
  subcommand: "acuse",
  synonyms: ["acusar", "recibido", "acuso recibo"],
  summary: "Acusa recibo de la convocatoria en nombre de su institución",
  audience: "por_institucion",
  limit: "never",
  options: z.object({ sesion: sesionClave, institucion: institucionOption }),
  run: (context, options) =>
    porInstitucion(context, options, "sesion.acuse", async (sesion, institucion) => {
      const { organo, plataformas, data, hoy } = context
      if (!puedeAcusar(sesion))
        return sesionFueraDeEstado(organo, sesion, "acusar recibo de la convocatoria de")
      const result = await acusarConvocatoria(actuacionOf(context), sesion, institucion)
      if (result.kind === "sin_convocatoria") return sinConvocatoria(organo, sesion)
      const { suplencia } = await reglasDeSesion({ read: data.read, organo, hoy }, sesion)
      const admiteSuplencia = suplencia.permitida
      return acuseCard({ organo, plataformas, sesion, institucion, ...result, admiteSuplencia })
    }),
})
