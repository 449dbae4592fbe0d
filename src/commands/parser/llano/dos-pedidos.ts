import { normalizar, palabrasDe } from "../../../domain/texto/texto.ts"
import type { Lectura, Orden } from "./lectura.ts"

/** Where one request ends and the next begins: «qué me toca y cuándo es la próxima». */
const UNION =
  /\s*[;.?]+\s+(?:[¿y]\s*)*|,?\s+¿?(?:y|e|ademas|además|tambien|también)\s+(?:tambien\s+|también\s+)?¿?/giu
/** What a request of its own begins with; anything else may be of the one before it. */
const COMIENZA =
  /^(?:a |en |de |con |por |para )?(?:que|q|k|cual|cuales|cuando|cuanto|cuantos|cuantas|donde|quien|quienes|como|dime|dame|diganme|pasame|mandame|quiero|necesito|acuso|confirmo)\b/u
/** Fewer words say nothing by themselves: «… y cuándo». */
const MIN_PALABRAS = 3

/** The parts of what was written that may each be a request; `null`: it is one, or a text follows. */
function partesDe(escrito: string): readonly string[] | null {
  if (/:\s/u.test(escrito)) return null
  const partes = escrito
    .split(UNION)
    .map((parte) => parte.trim())
    .filter((parte) => palabrasDe(parte).length > 0)
  const [primera, ...otras] = partes
  if (primera === undefined || otras.length === 0 || otras.length > 2) return null
  const propias = otras.every(
    (parte) =>
      COMIENZA.test(normalizar(parte).replace(/^[¿¡]/u, "")) && palabrasDe(parte).length >= MIN_PALABRAS,
  )
  return propias ? partes : null
}

/** Two requests that are each clear, of different commands: which goes first is asked. */
export function leerDosPedidos(
  escrito: string,
  leer: (parte: string) => Lectura,
): Extract<Lectura, { readonly kind: "pregunta" }> | null {
  const ordenes = (partesDe(escrito) ?? []).flatMap((parte): readonly Orden[] => {
    const lectura = leer(parte)
    return lectura.kind === "orden" ? [{ command: lectura.command, values: lectura.values }] : []
  })
  const distintas = new Map(ordenes.map((una) => [`${una.command.name} ${una.command.subcommand}`, una]))
  return distintas.size < 2
    ? null
    : { kind: "pregunta", opciones: [...distintas.values()], reserva: "varias" }
}
