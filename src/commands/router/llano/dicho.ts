import type { Answer, Command } from "../../definition/definition.ts"
import { matchAt } from "../../parser/command.ts"
import { nameOf } from "../../parser/names.ts"
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
  return responderLectura(llano, lectura)
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
