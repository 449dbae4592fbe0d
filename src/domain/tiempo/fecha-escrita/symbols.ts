import { distancia, normalizar } from "../../texto/texto.ts"
import { NUMEROS, SIN_VALOR, TERMINACIONES, VOCABULARIO } from "./vocabulario.ts"

/** Longest text that is read, in UTF-16 units: it bounds all the work that follows. */
export const MAX_ESCRITO = 120
/** Symbols of a line: no day with its hour takes as many. */
const MAX_SYMBOLS = 24
/** Signs and words that join two days or two hours; more of them are no question of which. */
const MAX_UNIONES = 3
/** Words of the longest phrase of the vocabulary. */
const MAX_FRASE = 5
/** Ways that are tried when a word may be two things. */
const MAX_VARIANTES = 4
/** A word of the vocabulary that is shorter has no misspelling: it would be another word. */
const MIN_CORREGIBLE = 4
/** Misspelt words of a line: with more of them it is another text. */
const MAX_CORREGIDAS = 2
const DESCONOCIDA = "?"

const SYMBOLS_OF = new Map<string, readonly string[]>()
for (const [symbol, phrases] of Object.entries(VOCABULARIO)) {
  for (const phrase of phrases.split("|")) SYMBOLS_OF.set(phrase, [...(SYMBOLS_OF.get(phrase) ?? []), symbol])
}
for (const phrase of SIN_VALOR) SYMBOLS_OF.set(phrase, [""])
for (const [word, n] of NUMEROS) SYMBOLS_OF.set(word, [String(n)])

const CORREGIBLES = [...SYMBOLS_OF.keys()].filter(
  (word) => word.length >= MIN_CORREGIBLE && !word.includes(" "),
)

interface Token {
  readonly text: string
  /** Nothing stands between it and the one before. */
  readonly joined: boolean
}

/**
 * What was written, as a line of symbols: `lunes, 14 de dic.` is `D1 14 M12`. More than one where a word may be two
 * things (`mar`) or is as near to two of them. Every symbol stands for a word of the vocabulary, a number as it was
 * typed, a sign between two numbers, or `?`, a word that is none.
 */
export function symbolsOf(texto: string): readonly string[] {
  if (texto.length > MAX_ESCRITO) return [DESCONOCIDA]
  let variantes: readonly (readonly string[])[] = [[]]
  const tokens = significant(tokensOf(texto))
  let corregidas = 0
  for (let at = 0; at < tokens.length; ) {
    const known = readAt(tokens, at)
    if (known === null && corregidas >= MAX_CORREGIDAS) return [DESCONOCIDA]
    if (known === null) corregidas += 1
    const { symbols, length } = known ?? { symbols: corrected(tokens[at]?.text ?? ""), length: 1 }
    variantes = variantes
      .flatMap((variante) => symbols.map((symbol) => [...variante, symbol]))
      .slice(0, MAX_VARIANTES)
    at += length
  }
  return variantes.map((variante) => bounded(compose(variante.filter((symbol) => symbol !== "").join(" "))))
}

/** What is read of a line grows fast with its alternatives, so there is an end to them. */
function bounded(line: string): string {
  const symbols = line.split(" ")
  const uniones = symbols.filter((symbol) => /^(?:A|ALAS|HASTA|ANTES|TRAS|O|Y)$/.test(symbol)).length
  const guiones = symbols.filter((symbol) => symbol === "-").length
  return symbols.length > MAX_SYMBOLS || uniones > MAX_UNIONES || guiones > MAX_UNIONES ? DESCONOCIDA : line
}

function tokensOf(texto: string): readonly Token[] {
  const plain = normalizar(texto)
    .replaceAll("°", "o")
    .replaceAll("\\", "/")
    // A letter O typed for a nought, and a number that is said again in words: 15 (quince).
    .replaceAll(/(?<=\d)o(?=[\d:])/g, "0")
    .replaceAll(/(\d) ?\(([a-z ]+)\)/g, (all, figure, words) => (esNumero(words) ? figure : all))
    .replaceAll(/(?<!\d)(\d{1,2}), ?(?=\d{1,2} [yeou] )/g, "$1 o ")
    .replaceAll(/(\d)p(?= |$)/g, "$1 pm")
    .replaceAll(/(\d);(\d)/g, "$1:$2")
    .replaceAll(/(?<![a-z])([ap])\.? ?m(?![a-z])\.?/g, " $1m ")
    .replaceAll(/(?<![a-z])d\. ?h(?![a-z])\.?/g, " dh ")
    .replaceAll(/(\d)t(\d)/g, "$1 $2")
    .replaceAll(/["'()[\]{}<>¿?¡!;_]/g, " ")
  return [...plain.matchAll(/\d+|[a-z]+|\S/g)].map((match) => ({
    text: match[0],
    joined: match.index > 0 && plain[match.index - 1] !== " ",
  }))
}

const esNumero = (words: string): boolean =>
  words.split(" ").every((word) => word === "y" || NUMEROS.has(word))

/** Without the signs that join no numbers, and without the ending of a figure (1o, 2a). */
function significant(tokens: readonly Token[]): readonly Token[] {
  const isNumber = (at: number) => /^\d/.test(tokens[at]?.text ?? "")
  return tokens.flatMap((token, i): readonly Token[] => {
    const { text, joined } = token
    const goesOn = isNumber(i + 1) && tokens[i + 1]?.joined
    if (TERMINACIONES.has(text) && joined && isNumber(i - 1) && !goesOn) return []
    if (!/^[/.,:-]$/.test(text)) return [token]
    if (!isNumber(i - 1) || !isNumber(i + 1)) return []
    if (text !== ",") return [token]
    return joined && tokens[i + 1]?.joined ? [{ text: ".", joined }] : []
  })
}

/** `null`: a word that is not known. */
function readAt(
  tokens: readonly Token[],
  at: number,
): { readonly symbols: readonly string[]; readonly length: number } | null {
  for (let length = Math.min(MAX_FRASE, tokens.length - at); length > 0; length -= 1) {
    const phrase = tokens
      .slice(at, at + length)
      .map(({ text }) => text)
      .join(" ")
    const symbols = SYMBOLS_OF.get(phrase)
    if (symbols) return { symbols, length }
  }
  const text = tokens[at]?.text ?? ""
  return /^[\d/.:-]/.test(text) ? { symbols: [text], length: 1 } : null
}

/** The symbols of the nearest words, at most one mistake away, two in a long one. */
function corrected(word: string): readonly string[] {
  if (word.length < MIN_CORREGIBLE || word.length > MAX_ESCRITO / 4) return [DESCONOCIDA]
  const allowed = word.length >= 7 ? 2 : 1
  const near = CORREGIBLES.filter((known) => Math.abs(known.length - word.length) <= allowed)
    .map((known) => ({ known, mistakes: distancia(word, known) }))
    .filter(({ mistakes }) => mistakes <= allowed)
  const best = Math.min(...near.map(({ mistakes }) => mistakes))
  const symbols = near
    .filter(({ mistakes }) => mistakes === best)
    .flatMap(({ known }) => SYMBOLS_OF.get(known) ?? [])
  return symbols.length === 0 ? [DESCONOCIDA] : [...new Set(symbols)]
}

/** Words that mean something together: numbers in parts, "próxima semana", "día 15", "mes de diciembre". */
const COMPUESTAS: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/\b([345]0) Y ([1-9])\b/g, (_all, tens, units) => String(Number(tens) + Number(units))],
  [/\b2 MIL(?: (\d{1,2})\b)?/g, (_all, rest) => String(2000 + Number(rest ?? 0))],
  [/\bPAS MANANA\b|(?<=\bO )PAS$/g, () => "PASADO"],
  [/\bMES(?:ACT)? (M\d+)/g, (_all, mes) => String(mes)],
  [/\bMESACT (PROX|PAS|ACT)\b/g, (_all, cual) => `MES${cual}`],
  [/\bANO (\d{4})/g, (_all, anio) => String(anio)],
  [/\b(?:DIA|TDIA) (?=\d|D\d)/g, () => ""],
  [/\b(PROX|ACT|PAS) (SEM|QNA|MES|ANO)\b/g, (_all, cual, que) => `${que}${cual}`],
  [/\b(SEM|QNA|MES|ANO) (PROX|ACT|PAS)\b/g, (_all, que, cual) => `${que}${cual}`],
]

const compose = (line: string): string =>
  COMPUESTAS.reduce((text, [shape, write]) => text.replaceAll(shape, write), line)
