import { z } from "zod"
import { crearSubOrgano } from "../../app/organo/crear.ts"
import type { FormProblem } from "../../cards/form.ts"
import {
  confirmarOrganoCard,
  organoCreadoCard,
  type PorCrear,
  TIPO_SUBORGANO,
} from "../../cards/organo/creado.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"
import { problemasDe } from "../directorio/acto.ts"
import { institucionDe } from "../directorio/encontrar.ts"
import { fechaEscrita } from "../opciones/fecha.ts"
import { institucionNombrada } from "../opciones/institucion.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { cortoOption, oficialOption } from "./opciones.ts"

export const directorioOrganoCrearCommand = defineCommand({
  name: "directorio",
  subcommand: "organo-crear",
  synonyms: ["crear subcomision", "crear grupo", "nueva subcomision", "nuevo grupo de trabajo"],

  frases: ["crea*|crear|nueva|nuevo|alta subcomision|grupo_de_trabajo|grupo"],
  summary: "Crea una subcomisión o un grupo de trabajo que depende del órgano",
  audience: "secretaria_tecnica",
  options: z.object({
    tipo: z.enum(["subcomision", "grupo_de_trabajo"]).meta({
      summary: "qué clase de órgano es",
      label: "Clase",
      labels: TIPO_SUBORGANO,
      synonyms: { grupo_de_trabajo: ["grupo"] },
    }),
    oficial: oficialOption,
    corto: cortoOption,
    reglas: z.enum(["del_superior", "usuales"]).meta({
      summary: "de dónde se toman sus primeras reglas",
      label: "Reglas",
      labels: { del_superior: "Copiar las del órgano del que depende", usuales: "Las usuales del programa" },
    }),
    coordina: institucionNombrada("qué institución lo coordina, si ya se sabe").optional(),
    hasta: fechaEscrita({ summary: "último día de esa coordinación", label: "Coordina hasta" }).optional(),
  }),
  form: {
    title: "Nuevo órgano",
    submit: "Continuar",
    fields: ["tipo", "oficial", "corto", "reglas", "coordina", "hasta"],
    prepare: async ({ organo }) => ({
      values: { tipo: "subcomision", reglas: "del_superior" },
      intro: `Dependerá de ${organo.nombreCorto}, y usted será su Secretaría Técnica. Antes de registrarlo se le muestra todo.`,
    }),
  },
  async run(context, { tipo, oficial, corto, reglas, coordina, hasta }) {
    const coordinacion = await coordinacionDe(context, coordina ?? "", hasta ?? null)
    if (coordinacion !== null && "problems" in coordinacion) return coordinacion
    const { organo: superior } = context
    const datos = { tipo, nombreOficial: oficial, nombreCorto: corto, reglas, coordinacion }
    if (!context.confirmed)
      return {
        question: {
          card: confirmarOrganoCard({ ...datos, superior }),
          answers: [{ label: "Crear el órgano", values: {}, confirms: true }],
        },
      }
    const result = await crearSubOrgano(actuacionOf(context), datos)
    if (result.kind === "reparo") return problemasDe(result.reparo, { clave: "corto", nombre: "oficial" })
    return { card: organoCreadoCard({ ...datos, superior }, result.valor) }
  },
})

/** One that has a term: what is not said is not made up. */
async function coordinacionDe(
  context: CommandContext,
  typed: string,
  hasta: string | null,
): Promise<PorCrear["coordinacion"] | { readonly problems: readonly FormProblem[] }> {
  if (typed === "" && hasta === null) return null
  if (typed === "") return { problems: [{ field: "coordina", message: "Diga qué institución lo coordina." }] }
  const found = await institucionDe(context, "coordina", typed)
  if (found.kind === "problema") return found
  if (hasta === null)
    return { problems: [{ field: "hasta", message: "Diga hasta qué día lo coordina esa institución." }] }
  if (hasta < context.hoy)
    return { problems: [{ field: "hasta", message: "Ese día ya pasó: la coordinación comienza hoy." }] }
  return { institucion: found.item, hasta }
}
