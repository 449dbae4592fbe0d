import { z } from "zod"
import { corregirPersona, registrarPersona } from "../../app/directorio/persona.ts"
import { tocayaCard } from "../../cards/directorio/pregunta.ts"
import { personaCard } from "../../cards/directorio/registrada.ts"
import { type CommandContext, defineCommand, type FormStart, type Reply } from "../definition/definition.ts"
import { enSuNombre, problemasDe } from "./acto.ts"
import { personaDe } from "./encontrar.ts"
import { cargoOption, nombreOption, personaNombrada, tituloOption } from "./opciones.ts"

export const directorioPersonaAgregarCommand = defineCommand({
  name: "directorio",
  subcommand: "persona-agregar",
  synonyms: ["agregar persona", "nueva persona"],

  frases: ["agrega*|registra*|alta persona|a_la_persona|directorio"],
  summary: "Agrega a una persona servidora pública al directorio",
  audience: "secretaria_tecnica",
  options: z.object({
    nombre: nombreOption("nombre completo, sin título"),
    titulo: tituloOption.optional(),
    cargo: cargoOption.optional(),
  }),
  form: {
    title: "Agregar a una persona",
    submit: "Agregar",
    fields: ["nombre", "titulo", "cargo"],
    prepare: async () => ({
      values: {},
      intro:
        "Solo datos de su cargo público. Después se registra su designación y se vincula su cuenta de chat.",
    }),
  },
  async run(context, { nombre, titulo = null, cargo = null }): Promise<Reply> {
    const result = await enSuNombre(context, (registro) =>
      registrarPersona(registro, { nombre, titulo, cargo, esOtra: context.confirmed }),
    )
    if (result.kind === "hecho") return { card: personaCard(result.valor, true) }
    const { reparo } = result
    if (reparo.campo !== "nombre" || reparo.kind !== "ocupado") return problemasDe(reparo)
    const answers = [{ label: "Es otra persona", values: {}, confirms: true }]
    return { question: { card: tocayaCard(nombre, reparo.de), answers } }
  },
})

export const directorioPersonaEditarCommand = defineCommand({
  name: "directorio",
  subcommand: "persona-editar",
  synonyms: ["editar persona", "corregir persona"],
  summary: "Corrige el nombre, el título o el cargo de una persona",
  audience: "secretaria_tecnica",
  options: z.object({
    persona: personaNombrada("de quién son los datos: nombre o clave"),
    nombre: nombreOption("nombre completo, sin título").optional(),
    titulo: tituloOption.optional(),
    cargo: cargoOption.optional(),
  }),
  form: {
    title: "Corregir los datos",
    submit: "Guardar",
    fields: ["persona", "nombre", "titulo", "cargo"],
    prepare: (context, given) => comoConsta(context, given.persona ?? ""),
  },
  async run(context, { persona: typed, nombre, titulo, cargo }) {
    const found = await personaDe(context, "persona", typed)
    if (found.kind === "problema") return found
    const { item } = found
    // What is left empty in the form is taken away; what is not written stays.
    const left = (value: string | null) => (context.filledIn ? null : value)
    const cambios = {
      nombre: nombre ?? item.nombre,
      titulo: titulo ?? left(item.titulo),
      cargo: cargo ?? left(item.cargo),
    }
    const result = await enSuNombre(context, (registro) => corregirPersona(registro, item, cambios))
    return result.kind === "reparo" ? problemasDe(result.reparo) : { card: personaCard(result.valor, false) }
  },
})

async function comoConsta(context: CommandContext, typed: string): Promise<FormStart> {
  const intro =
    "Lo que ya se registró con su nombre se mostrará con el corregido. Deje vacío lo que no conste."
  const found = typed === "" ? null : await personaDe(context, "persona", typed)
  if (found?.kind !== "una") return { values: {}, intro }
  const { clave, nombre, titulo, cargo } = found.item
  return { values: { persona: clave, nombre, titulo: titulo ?? "", cargo: cargo ?? "" }, intro }
}
