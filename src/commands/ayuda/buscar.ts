import { dichoDe } from "../../domain/lenguaje/dicho.ts"
import type { Mundo } from "../../domain/lenguaje/mundo.ts"
import { masParecido, palabrasDe } from "../../domain/texto/texto.ts"
import type { Command } from "../definition/definition.ts"
import type { Frase } from "../definition/frases.ts"
import { optionsOf } from "../definition/options.ts"
import { leerFrase } from "../parser/llano/leer.ts"
import { TITULO_TEMA, temaDe } from "./temas.ts"

/** Words that say what is looked for of no command. */
const VACIAS = new Set(
  "a al ayuda como con cual cuando de del donde el en es favor gracias hacer hago hay la las lo los me mi mis o para pide pido plenaria por puedo que quien se si su sus un una y".split(
    " ",
  ),
)

/** Shorter ones are near to too many others. */
const MAS_CORTA = 5

/** What of a command a word may be found in, the weightiest first. */
function dondeBuscar(command: Command): readonly (readonly [number, string])[] {
  const { subcommand, synonyms, summary, frases = [] } = command
  const opciones = optionsOf(command).flatMap(({ label, labels }) => [label, ...Object.values(labels)])
  return [
    [4, subcommand.replaceAll("-", " ")],
    [4, synonyms.join(" ")],
    [3, summary],
    [1, opciones.join(" ")],
    [1, TITULO_TEMA[temaDe(command)]],
    [1, frases.map(dicha).join(" ")],
  ]
}

/** What has to be in a phrase, without what must not. */
const dicha = (frase: Frase): string =>
  (typeof frase === "string" ? frase : frase.di).replace(/![^\s]+/gu, " ").replaceAll("_", " ")

type Indice = readonly (readonly [number, readonly string[]])[]
const indices = new WeakMap<Command, Indice>()

function indiceDe(command: Command): Indice {
  const found = indices.get(command)
  if (found !== undefined) return found
  const indice = dondeBuscar(command).map(([peso, texto]) => [peso, palabrasDe(texto)] as const)
  indices.set(command, indice)
  return indice
}

/** «suplentes» looks for «suplente», and the other way round. */
const raiz = (palabra: string): string => (palabra.length > 4 ? palabra.replace(/(?:es|s)$/u, "") : palabra)

function pesoDe(palabra: string, indice: Indice): number {
  const buscada = raiz(palabra)
  for (const [peso, palabras] of indice)
    if (
      palabras.some(
        (una) => raiz(una) === buscada || (buscada.length >= MAS_CORTA && una.startsWith(buscada)),
      )
    )
      return peso
  return 0
}

/**
 * The commands that a word or a question is about, the nearest first: each word has to be somewhere in it, and what is
 * read as a phrase goes before what only has its words. A misspelt word is taken for the nearest that any of them has.
 */
export function buscarComandos(
  escrito: string,
  commands: readonly Command[],
  mundo: Mundo,
): readonly Command[] {
  const dichos = new Set(enFrase(escrito, commands, mundo))
  const palabras = palabrasDe(escrito).filter((una) => !VACIAS.has(una))
  const corregidas = palabras.map((una) => corregida(una, commands))
  const puntos = commands.map((command, lugar) => {
    const pesos = corregidas.map((una) => pesoDe(una, indiceDe(command)))
    const todas = pesos.length > 0 && pesos.every((peso) => peso > 0)
    return {
      command,
      lugar,
      puntos: (todas ? pesos.reduce((a, b) => a + b, 0) : 0) + (dichos.has(command) ? 100 : 0),
    }
  })
  return puntos
    .filter((uno) => uno.puntos > 0)
    .sort((a, b) => b.puntos - a.puntos || a.lugar - b.lugar)
    .map(({ command }) => command)
}

function enFrase(escrito: string, commands: readonly Command[], mundo: Mundo): readonly Command[] {
  if (dichoDe(escrito).palabras.length < 2) return []
  const lectura = leerFrase(escrito, { commands, usable: () => true, mundo, nombre: null })
  if (lectura.kind === "orden") return [lectura.command]
  return lectura.kind === "pregunta" ? lectura.opciones.map(({ command }) => command) : []
}

/** What phrases say is said in many ways: nothing is taken for a slip of them. */
function corregida(palabra: string, commands: readonly Command[]): string {
  const indices = commands.map(indiceDe)
  if (palabra.length < MAS_CORTA || indices.some((indice) => pesoDe(palabra, indice) > 0)) return palabra
  const conocidas = indices.flatMap((indice) => indice.slice(0, -1).flatMap(([, unas]) => unas))
  return (
    masParecido(
      palabra,
      conocidas.filter((una) => una.length >= MAS_CORTA),
    ) ?? palabra
  )
}

/** «por favor» looks for nothing. */
export const sinNadaQueBuscar = (escrito: string): boolean =>
  palabrasDe(escrito).every((una) => VACIAS.has(una))
