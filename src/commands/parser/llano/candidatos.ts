import type { MotivoFuera } from "../../../cards/lenguaje/fuera.ts"
import type { Command } from "../../definition/definition.ts"
import type { Values } from "../values.ts"
import { compilar, type FraseCompilada } from "./compilar.ts"
import type { Encaje } from "./encajar.ts"
import { FUERA } from "./fuera.ts"

/** A command that a phrase may ask for. */
export interface Candidato {
  readonly command: Command
  /** What the phrase that fits best says of its options. */
  readonly con: Values
  readonly puntos: number
  /** The words by which it was found. */
  readonly en: ReadonlySet<number>
  readonly frase: FraseCompilada
}

const compiladas = new WeakMap<Command, readonly FraseCompilada[]>()

export function frasesDe(command: Command): readonly FraseCompilada[] {
  const found = compiladas.get(command)
  if (found !== undefined) return found
  const frases = (command.frases ?? []).map(compilar)
  compiladas.set(command, frases)
  return frases
}

/** The best phrase of each command that fits; of equals that fill different options, each. The best first. */
export function candidatosDe(commands: readonly Command[], encaje: Encaje): readonly Candidato[] {
  return commands
    .filter(({ hidden }) => !hidden)
    .flatMap((command) => mejores(frasesDe(command), encaje).map((una) => ({ ...una, command })))
    .sort((a, b) => b.puntos - a.puntos)
}

function mejores(frases: readonly FraseCompilada[], encaje: Encaje): readonly Omit<Candidato, "command">[] {
  const fits = frases.flatMap((frase) => {
    const una = encaje.de(frase)
    return una === null ? [] : [{ ...una, frase, con: frase.con }]
  })
  const mas = Math.max(0, ...fits.map(({ puntos }) => puntos))
  const vistas = new Set<string>()
  const iguales = fits.filter(({ puntos }) => puntos === mas)
  return iguales
    .filter(({ con }) => !iguales.some((otra) => dicenMas(otra.con, con)))
    .filter(({ con }) => {
      const clave = JSON.stringify(con)
      const nueva = !vistas.has(clave)
      vistas.add(clave)
      return nueva
    })
}

/** The one fills all that the other fills, and more. */
const dicenMas = (una: Values, otra: Values): boolean =>
  Object.keys(una).length > Object.keys(otra).length &&
  Object.entries(otra).every(([name, value]) => una[name] === value)

const fuera = (Object.entries(FUERA) as [MotivoFuera, (typeof FUERA)[MotivoFuera]][]).map(
  ([motivo, frases]) => ({ motivo, frases: frases.map(compilar) }),
)

/** What the bot is asked for and does not do, and how clearly. */
export function fueraDe(encaje: Encaje): { readonly motivo: MotivoFuera; readonly puntos: number } | null {
  const found = fuera.flatMap(({ motivo, frases }) =>
    mejores(frases, encaje).map(({ puntos }) => ({ motivo, puntos })),
  )
  const [mejor] = found.sort((a, b) => b.puntos - a.puntos)
  return mejor ?? null
}
