import { z } from "zod"
import { adoptarPlantilla, reglasDePlantilla } from "../../app/comienzo/adoptar-plantilla.ts"
import { faltantesDe } from "../../app/comienzo/faltantes.ts"
import { reglasDeMuestra } from "../../app/comienzo/plantilla-vista.ts"
import { faltantesCard } from "../../cards/comienzo/faltantes.ts"
import { previaPlantillaCard, yaTieneReglasCard } from "../../cards/comienzo/plantilla.ts"
import { reparoEnPalabras } from "../../cards/directorio/reparos.ts"
import { siglasDeNombre } from "../../domain/comienzo/siglas.ts"
import { CLAVES_PLANTILLA, PLANTILLAS } from "../../domain/reglas/plantillas.ts"
import { defineCommand } from "../definition/definition.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"

/** The first rules of the body, from a template that is shown before it holds. */
export const plenariaComenzarReglasCommand = defineCommand({
  name: "plenaria",
  subcommand: "comenzar-reglas",
  synonyms: [],
  summary: "Registra las primeras reglas del órgano a partir de una plantilla",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({
    plantilla: z.enum(CLAVES_PLANTILLA).meta({
      summary: "la que más se parezca al órgano",
      label: "Plantilla",
      labels: Object.fromEntries(CLAVES_PLANTILLA.map((clave) => [clave, PLANTILLAS[clave].nombre])),
    }),
    prefijo: textoLibre({
      summary: "con qué comienza la clave de sus acuerdos",
      label: "Siglas del órgano",
      max: 20,
    }),
  }),
  form: {
    title: "Las reglas del órgano",
    submit: "Ver las reglas",
    fields: ["plantilla", "prefijo"],
    async prepare({ data, organo, hoy }) {
      if ((await data.fresh.organos.perfil(organo.id, hoy)) !== null) return { card: yaTieneReglasCard() }
      return {
        values: { prefijo: siglasDeNombre(organo.nombreCorto) },
        intro:
          "Cada plantilla es un punto de partida: verifíquela contra el reglamento del órgano. Se muestran antes de registrarse.",
      }
    },
  },
  async run(context, { plantilla, prefijo }) {
    const { data, organo, hoy, confirmed } = context
    if (!/^[\p{L}\p{N}._-]+$/u.test(prefijo))
      return {
        problems: [{ field: "prefijo", message: "Use letras, números, guion o punto, sin espacios." }],
      }
    const elegida = reglasDePlantilla(plantilla, prefijo)
    if (!confirmed)
      return {
        question: {
          card: previaPlantillaCard(elegida, reglasDeMuestra(elegida, hoy)),
          answers: [{ label: "Registrar estas reglas", values: {}, confirms: true }],
        },
      }
    const result = await adoptarPlantilla(actuacionOf(context), elegida)
    if (result.kind === "ya") return { card: yaTieneReglasCard() }
    if (result.kind === "reparo")
      return { problems: [{ field: null, message: reparoEnPalabras(result.reparo) }] }
    return { card: faltantesCard(organo, await faltantesDe(data.read, organo, hoy)) }
  },
})
