import { z } from "zod"
import { institucionesSentadas } from "../../app/canal/destinos.ts"
import { faltantesDe } from "../../app/comienzo/faltantes.ts"
import { registrarPersonas } from "../../app/comienzo/registrar-listas.ts"
import { faltantesCard } from "../../cards/comienzo/faltantes.ts"
import { previaPersonasCard } from "../../cards/comienzo/listas.ts"
import { leerPersonas } from "../../domain/comienzo/personas-pegadas.ts"
import { normalizar } from "../../domain/texto/texto.ts"
import { defineCommand } from "../definition/definition.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { LARGO_LISTA, problemasDeLista, renglonRechazado } from "./lista.ts"

/** The people of the body with their posts, many at once, shown before they are written. */
export const plenariaComenzarPersonasCommand = defineCommand({
  name: "plenaria",
  subcommand: "comenzar-personas",
  synonyms: [],
  summary: "Registra a las personas del órgano con su calidad, una por renglón",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({
    lista: textoLibre({
      summary: "una por renglón, o pegadas de una hoja de cálculo: nombre; cargo; institución; calidad",
      label: "Personas",
      max: LARGO_LISTA,
      parrafo: true,
    }),
  }),
  form: {
    title: "Personas",
    submit: "Revisar la lista",
    fields: ["lista"],
    async prepare({ data, organo, hoy }) {
      const sentadas = await institucionesSentadas(data.read, organo, hoy)
      return {
        values: {},
        intro: `La calidad es titular, suplente, enlace o participante; sin ella, enlace. Instituciones: ${sentadas.map(({ siglas }) => siglas).join(", ") || "aún ninguna"}. Se muestran antes de registrarse.`,
      }
    },
  },
  async run(context, { lista }) {
    const { data, organo, hoy, confirmed } = context
    const { filas, problemas } = leerPersonas(lista, await institucionesSentadas(data.fresh, organo, hoy))
    const mal = problemasDeLista(filas, problemas)
    if (mal !== null) return mal
    if (!confirmed) {
      const enDirectorio = await data.fresh.directorioWriter.personas()
      const nombres = new Set(enDirectorio.map(({ nombre }) => normalizar(nombre)))
      const conocidas = filas.map(({ nombre }) => nombre).filter((nombre) => nombres.has(normalizar(nombre)))
      return {
        question: {
          card: previaPersonasCard(filas, [...new Set(conocidas)]),
          answers: [{ label: "Registrarlas", values: {}, confirms: true }],
        },
      }
    }
    const result = await registrarPersonas(actuacionOf(context), filas)
    if (result.kind === "renglon") return renglonRechazado(result)
    return { card: faltantesCard(organo, await faltantesDe(data.read, organo, hoy)) }
  },
})
