import { z } from "zod"
import { faltantesDe } from "../../app/comienzo/faltantes.ts"
import { registrarInstituciones } from "../../app/comienzo/registrar-listas.ts"
import { faltantesCard } from "../../cards/comienzo/faltantes.ts"
import { previaInstitucionesCard } from "../../cards/comienzo/listas.ts"
import { leerInstituciones } from "../../domain/comienzo/instituciones-pegadas.ts"
import { normalizar } from "../../domain/texto/texto.ts"
import { defineCommand } from "../definition/definition.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { LARGO_LISTA, problemasDeLista, renglonRechazado } from "./lista.ts"

/** The institutions of the body, many at once, shown before they are written. */
export const plenariaComenzarInstitucionesCommand = defineCommand({
  name: "plenaria",
  subcommand: "comenzar-instituciones",
  synonyms: [],
  summary: "Registra las instituciones del órgano, una por renglón",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({
    lista: textoLibre({
      summary: "una por renglón, o pegadas de una hoja de cálculo: siglas; nombre; con voto (sí o no)",
      label: "Instituciones",
      max: LARGO_LISTA,
      parrafo: true,
    }),
    preside: textoLibre({
      summary: "las siglas de la que preside el órgano, si está en la lista",
      label: "Preside",
      max: 40,
    }).optional(),
  }),
  form: {
    title: "Instituciones",
    submit: "Revisar la lista",
    fields: ["lista", "preside"],
    async prepare() {
      return {
        values: {},
        intro:
          "Sin siglas, se proponen. Sin decir si tiene voto, lo tiene. Se muestran antes de registrarse, y puede repetir este paso con las que falten.",
      }
    },
  },
  async run(context, { lista, preside }) {
    const { data, organo, hoy, confirmed } = context
    const instituciones = await data.fresh.instituciones.all()
    const sentadas = new Set(
      (await data.fresh.organos.integrantes(organo.id, hoy)).map(({ institucionId }) => institucionId),
    )
    const ocupadas = instituciones.filter(({ id }) => sentadas.has(id)).map(({ siglas }) => siglas)
    const { filas, problemas } = leerInstituciones(lista, ocupadas)
    const mal = problemasDeLista(filas, problemas)
    if (mal !== null) return mal
    const presidente = filas.find(({ siglas }) => normalizar(siglas) === normalizar(preside ?? ""))
    if (preside !== undefined && presidente === undefined)
      return {
        problems: [{ field: "preside", message: `«${preside}» no son las siglas de ninguna de la lista.` }],
      }
    if (!confirmed)
      return {
        question: {
          card: previaInstitucionesCard(filas, presidente?.siglas ?? null),
          answers: [{ label: "Registrarlas", values: {}, confirms: true }],
        },
      }
    const result = await registrarInstituciones(actuacionOf(context), filas, presidente?.siglas ?? null)
    if (result.kind === "renglon") return renglonRechazado(result)
    return { card: faltantesCard(organo, await faltantesDe(data.read, organo, hoy)) }
  },
})
