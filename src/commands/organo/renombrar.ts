import { z } from "zod"
import { corregirOrgano } from "../../app/directorio/organo.ts"
import { organoRenombradoCard } from "../../cards/organo/creado.ts"
import { type CommandContext, defineCommand, type FormStart } from "../definition/definition.ts"
import { enSuNombre, problemasDe } from "../directorio/acto.ts"
import { cortoOption, oficialOption, subOrganoDe, subOrganoOption } from "./opciones.ts"

export const directorioOrganoRenombrarCommand = defineCommand({
  name: "directorio",
  subcommand: "organo-renombrar",
  synonyms: ["renombrar organo", "renombrar subcomision"],
  summary: "Registra el nuevo nombre del órgano, o de uno que depende de él",
  audience: "secretaria_tecnica",
  options: z.object({
    oficial: oficialOption,
    corto: cortoOption,
    suborgano: subOrganoOption("cuál de los que dependen de él; si falta, el órgano mismo").optional(),
  }),
  form: {
    title: "Nuevo nombre del órgano",
    submit: "Registrar",
    fields: ["suborgano", "oficial", "corto"],
    prepare: (context, { suborgano = "" }) => comoSeLlama(context, suborgano),
  },
  async run(context, { oficial, corto, suborgano = "" }) {
    const found = await cual(context, suborgano)
    if ("problems" in found) return found
    const { organo } = found
    if (organo.nombreOficial === oficial && organo.nombreCorto === corto)
      return { problems: [{ field: "corto", message: "Así se llama ya: escriba el nuevo nombre." }] }
    const result = await enSuNombre(context, (registro) =>
      corregirOrgano(registro, organo, { nombreOficial: oficial, nombreCorto: corto }),
    )
    if (result.kind === "reparo") return problemasDe(result.reparo, { nombre: "oficial" })
    return { card: organoRenombradoCard(organo, result.valor) }
  },
})

const cual = async (context: CommandContext, typed: string) =>
  typed === "" ? { organo: context.organo } : subOrganoDe(context, "suborgano", typed)

/** What it is called now, to be written over. */
async function comoSeLlama(context: CommandContext, typed: string): Promise<FormStart> {
  const intro = `Deje vacío el primer campo para renombrar ${context.organo.nombreCorto}. La clave no cambia.`
  const found = await cual(context, typed)
  if ("problems" in found) return { values: { suborgano: typed }, intro }
  const { nombreOficial, nombreCorto } = found.organo
  return { values: { suborgano: typed, oficial: nombreOficial, corto: nombreCorto }, intro }
}
