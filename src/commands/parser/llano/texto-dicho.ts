import { fonetica } from "../../../domain/lenguaje/fonetica.ts"
import type { Mundo } from "../../../domain/lenguaje/mundo.ts"
import { normalizar, palabrasDe } from "../../../domain/texto/texto.ts"
import type { Command } from "../../definition/definition.ts"
import { type OptionInfo, optionsOf } from "../../definition/options.ts"
import type { Leido } from "./leido.ts"

/** After these begins what is looked for, or what is said. */
const ANTES_DE_TEMA =
  /\b(?:sobre|acerca de|respecto (?:a|de)|en materia de|en torno a|relacionad[oa]s? con|que (?:hable|hablen|mencione|mencionen) de|lo (?:de|del)|(?:el )?tema (?:de(?:l| la| los| las)?|sobre)|busca(?:r|me)?(?: acuerdos?)?(?: de)?|encuentra(?:me)?|dice de|acuerdos? de)\s+/giu
const RAZONES =
  /\b(?:porque|xq|ya que|debido a(?: que)?|por motivo de|en virtud de que|puesto que|dado que|pues|por falta de|por)\s+/iu
const ARTICULO = /^(?:el|la|los|las|lo|un|una|del|de|al)\s+/iu
const FIN = /[\s?!.,;:¿¡]+$/u

/** Whose text may be all that was written: what is said of a commitment is the report on it. */
const TODO = new Set(["compromiso.avance", "compromiso.cumplido"])

export function textoDicho(
  option: OptionInfo,
  command: Command,
  { dicho, dichas, mundo }: Leido,
): string | null {
  const orden = `${command.name}.${command.subcommand}`
  if (orden === "acuerdo.buscar") return comoSeEscribe(trasElTema(dicho.texto) ?? suelto(dicho.texto), mundo)
  const [principal] = optionsOf(command).filter(({ kind, required }) => kind === "texto" && required)
  if (principal?.name !== option.name) return null
  const trasDosPuntos = /:\s+(.+)$/su.exec(dicho.texto)?.[1] ?? null
  if (trasDosPuntos !== null) return limpio(trasDosPuntos)
  if (["nombre", "cargo", "siglas", "oficial", "corto", "fuente", "constancia", "dias"].includes(option.name))
    return null
  if (orden === "sesion.proponer" || orden === "sesion.punto-agregar") return trasElTema(dicho.texto)
  if (option.name === "razones" || option.name === "motivo") return tras(RAZONES, dicho.texto)
  if (option.name === "observaciones")
    return /,\s*(.+)$/su.exec(dicho.texto)?.[1]?.trim() ?? tras(RAZONES, dicho.texto)
  return TODO.has(orden) && dichas.ocupadas.size < dicho.palabras.length && dicho.palabras.length > 5
    ? limpio(dicho.texto)
    : null
}

/** «buscar capacitación», with nothing between. */
const suelto = (texto: string): string | null =>
  limpio(texto.replace(/^\s*(?:busca\p{L}*|encuentra\p{L}*)\s+/iu, "").replace(FIN, "")) ?? null

/** Words that are misspelt by ear, as the agreements write them. */
function comoSeEscribe(texto: string | null, { acuerdos }: Mundo): string | null {
  if (texto === null) return null
  const conocidas = new Map(
    acuerdos.flatMap((uno) => palabrasDe(uno.texto).map((una) => [fonetica(una), una])),
  )
  return texto.replace(/\p{L}{6,}/gu, (palabra) => {
    const plain = normalizar(palabra)
    const escrita = conocidas.get(fonetica(plain))
    return escrita === undefined || escrita === plain ? palabra : escrita
  })
}

const limpio = (texto: string): string | null => {
  const suyo = texto.trim()
  return suyo === "" ? null : suyo
}

const tras = (regla: RegExp, texto: string): string | null => {
  const found = regla.exec(texto)
  return found ? limpio(texto.slice(found.index + found[0].length)) : null
}

function trasElTema(texto: string): string | null {
  const plain = normalizarLargo(texto)
  const found = [...plain.matchAll(ANTES_DE_TEMA)].at(-1)
  if (found === undefined) return null
  const resto = texto
    .slice(found.index + found[0].length)
    .trim()
    .replace(FIN, "")
    .replace(ARTICULO, "")
  return resto.length > 1 ? resto : null
}

/** Without accents, each letter in its place. */
const normalizarLargo = (texto: string) =>
  [...texto]
    .map((letra) => (letra.length === 1 && normalizar(letra).length === 1 ? normalizar(letra) : letra))
    .join("")
