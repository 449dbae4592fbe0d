import { palabrasDe } from "../../domain/texto/texto.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { OptionInfo } from "../definition/options.ts"
import type { Word } from "./words.ts"

/** Names of several words that were typed without quotes: «llegó Secretaría de Gobernación a distancia». */

/** Names in their compared words, and how many the longest has. */
export interface Nombres {
  readonly formas: ReadonlySet<string>
  readonly longest: number
}

export const SIN_NOMBRES: Nombres = { formas: new Set(), longest: 0 }

const known = new WeakMap<readonly Institucion[], Nombres>()

/** Every name of several words that an institution has, or had. */
export function nombresDe(instituciones: readonly Institucion[]): Nombres {
  const found = known.get(instituciones)
  if (found !== undefined) return found
  const formas = instituciones
    .flatMap(({ siglas, nombre, alias }) => [siglas, nombre, ...alias.map(({ texto }) => texto)])
    .map(palabrasDe)
    .filter(({ length }) => length > 1)
  const nombres = {
    formas: new Set(formas.map((words) => words.join(" "))),
    longest: Math.max(0, ...formas.map(({ length }) => length)),
  }
  known.set(instituciones, nombres)
  return nombres
}

/** How many of the words, from the first on, are a name as a whole, the longest there is; 0: they are none. */
export function nameLength({ formas, longest }: Nombres, words: readonly Word[]): number {
  const end = words.findIndex(({ named, quoted }, i) => quoted || (i > 0 && named !== null))
  const own = words.slice(0, Math.min(end < 0 ? words.length : end, longest))
  for (let length = own.length; length > 1; length -= 1) {
    const said = palabrasDe(
      own
        .slice(0, length)
        .map(({ raw }) => raw)
        .join(" "),
    ).join(" ")
    if (formas.has(said)) return length
  }
  return 0
}

export const takesName = ({ completes }: OptionInfo): boolean => completes === "institucion"

/** The words, with those of each name as the one that they would be in quotes; of what an option names, only its own. */
export function withNamesJoined(
  options: readonly OptionInfo[],
  nombres: Nombres,
  words: readonly Word[],
  namedOption: (word: Word) => OptionInfo | undefined,
): readonly Word[] {
  if (nombres.longest === 0 || !options.some(takesName)) return words
  const joined: Word[] = []
  for (let i = 0; i < words.length; ) {
    const own = words.slice(i)
    const [first] = own
    const option = first && namedOption(first)
    const length = option === undefined || takesName(option) ? nameLength(nombres, own) : 0
    const last = own[length - 1]
    if (first !== undefined)
      joined.push(last === undefined ? first : inQuotes(first, own.slice(0, length), last.end))
    i += Math.max(1, length)
  }
  return joined
}

function inQuotes(first: Word, words: readonly Word[], end: number): Word {
  const joined = (part: "raw" | "plain") => words.map((word) => word[part]).join(" ")
  return { ...first, raw: joined("raw"), plain: joined("plain"), quoted: true, end }
}
