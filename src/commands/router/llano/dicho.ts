import type { Answer, Command } from "../../definition/definition.ts"
import { optionsOf } from "../../definition/options.ts"
import { matchAt } from "../../parser/command.ts"
import type { Lectura } from "../../parser/llano/lectura.ts"
import { nameOf } from "../../parser/names.ts"
import type { Parsed } from "../../parser/parsed.ts"
import type { Request } from "../../parser/request.ts"
import { splitWords } from "../../parser/words.ts"
import { type Llano, leerEn, responderLectura } from "./responder.ts"

export type { Llano }

/**
 * What was written without a slash: an order that begins with its name is that order, and anything else is read as a
 * phrase. Either way what acts is only proposed.
 */
export async function responderDicho(
  { texto, orden }: Extract<Request, { readonly kind: "dicho" }>,
  llano: Llano,
): Promise<Answer> {
  if (orden.kind === "run" && esOrden(texto, orden.command))
    return responderLectura(llano, { kind: "orden", command: orden.command, values: orden.values })
  const lectura = await leerEn(llano, texto, null)
  if (lectura.kind === "nada" && orden.kind === "run")
    return responderLectura(llano, { kind: "pregunta", opciones: [orden], reserva: null })
  return responderLectura(llano, conLoBuscado(lectura, orden))
}

/** «ayuda quórum»: the phrase says the command, and the order what is looked for with it. */
function conLoBuscado(lectura: Lectura, orden: Parsed): Lectura {
  if (lectura.kind !== "orden" || orden.kind !== "run" || orden.command !== lectura.command) return lectura
  const busca = optionsOf(orden.command).some(({ name, literal }) => literal && name in orden.values)
  return busca ? { ...lectura, values: { ...orden.values, ...lectura.values } } : lectura
}

/** `sesion agenda 22`: its name and its subcommand come first. */
function esOrden(texto: string, command: Command): boolean {
  const [primera, ...otras] = splitWords(texto)
  return (
    primera !== undefined &&
    nameOf(primera.plain)?.name === command.name &&
    matchAt([command], otras, 0) !== null
  )
}

/** What came after a slash and was no order may be a phrase about what its name says; `null`: it is none that is clear. */
export async function trasLaDiagonal(
  escrito: string | undefined,
  name: string | null,
  llano: Llano,
): Promise<Answer | null> {
  if (escrito === undefined || escrito.trim() === "") return null
  const lectura = await leerEn(llano, escrito, name)
  return lectura.kind === "orden" ? responderLectura(llano, lectura) : null
}
