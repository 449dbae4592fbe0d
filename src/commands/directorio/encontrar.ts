import { personasConocidas } from "../../app/directorio/ajena.ts"
import type { FormProblem } from "../../cards/form.ts"
import { buscarInstitucion } from "../../domain/directorio/institucion.ts"
import { buscarPersona } from "../../domain/directorio/persona.ts"
import { type Busqueda, soloExacta } from "../../domain/texto/busqueda.ts"
import type { Institucion, Persona } from "../../domain/tipos/directorio.ts"
import { enumerar } from "../../texts/plurales.ts"
import type { CommandContext } from "../definition/definition.ts"

/** What an option names, or the problem of its field. */
export type Encontrada<T> =
  | { readonly kind: "una"; readonly item: T }
  | { readonly kind: "problema"; readonly problems: readonly FormProblem[] }

/** One of all that are on record, by its siglas or by a name of any time. */
export async function institucionDe(
  { data }: CommandContext,
  field: string,
  typed: string,
): Promise<Encontrada<Institucion>> {
  const found = soloExacta(buscarInstitucion(typed, await data.read.instituciones.all()))
  return resuelta(found, field, {
    ninguna: "No corresponde a ninguna institución del directorio.",
    llamada: ({ siglas, nombre }) => `${siglas} (${nombre})`,
  })
}

/** Somebody on record, by clave or name. Who is only of another body is found when named exactly, and never suggested. */
export async function personaDe(
  { data, organo, actor }: CommandContext,
  field: string,
  typed: string,
): Promise<Encontrada<Persona>> {
  const conocida = soloExacta(buscarPersona(typed, await personasConocidas(data.read, organo, actor)))
  const nombrada =
    conocida.kind === "una" ? conocida : buscarPersona(typed, await data.read.directorioWriter.personas())
  const found = nombrada.kind === "una" && nombrada.exacta ? nombrada : conocida
  return resuelta(found, field, {
    ninguna: "Nadie del directorio se llama así.",
    llamada: ({ nombre, clave }) => `${nombre} (${clave})`,
  })
}

function resuelta<T>(
  found: Busqueda<T>,
  field: string,
  { ninguna, llamada }: { readonly ninguna: string; readonly llamada: (item: T) => string },
): Encontrada<T> {
  if (found.kind === "una") return { kind: "una", item: found.item }
  const opciones = (found.kind === "varias" ? found.items : found.parecidas).slice(0, 5).map(llamada)
  const message =
    found.kind === "varias"
      ? `No es claro cuál es. Escríbala exactamente: ${enumerar(opciones)}.`
      : [ninguna, ...(opciones.length > 0 ? [`¿Quiso decir ${opciones.join(", o ")}?`] : [])].join(" ")
  return { kind: "problema", problems: [{ field, message }] }
}
