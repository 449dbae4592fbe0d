import { masParecido } from "../../domain/texto/texto.ts"
import type { Command, CommandName } from "./definition.ts"
import { assignOptions, takesListed, type Values } from "./parser-options.ts"
import { asTyped, comparable, splitWords, type Word } from "./parser-words.ts"
import { optionsOf } from "./registry-options.ts"

/** Longest text that is read, in UTF-16 units. Nothing that can be asked for needs more. */
export const MAX_TYPED = 1000

export type Parsed =
  | { readonly kind: "run"; readonly command: Command; readonly values: Values }
  /** The command is clear and some words are not its own. */
  | {
      readonly kind: "extra_words"
      readonly command: Command
      readonly values: Values
      readonly extra: string
    }
  /** `name` is `null` when not even the first word is known. */
  | {
      readonly kind: "unknown"
      readonly name: CommandName | null
      readonly typed: string
      readonly nearest: { readonly command: Command; readonly values: Values } | null
    }
  /** Several commands fit: ask which. */
  | {
      readonly kind: "ambiguous"
      readonly name: CommandName | null
      readonly typed: string
      readonly candidates: readonly { readonly command: Command; readonly values: Values }[]
    }
  | { readonly kind: "too_long"; readonly length: number; readonly limit: number }

/** What people type after the slash, besides the four names, and the subcommand it means by itself. */
const NAMES: Readonly<Record<string, { readonly name: CommandName; readonly alone: string }>> = {
  sesion: { name: "sesion", alone: "proxima" },
  sesiones: { name: "sesion", alone: "lista" },
  acuerdo: { name: "acuerdo", alone: "lista" },
  acuerdos: { name: "acuerdo", alone: "lista" },
  compromiso: { name: "compromiso", alone: "mios" },
  compromisos: { name: "compromiso", alone: "mios" },
  plenaria: { name: "plenaria", alone: "ayuda" },
}

/** Subcommands that people look for under another name: to them "mis acuerdos" are commitments. */
const ELSEWHERE: readonly {
  readonly from: CommandName
  readonly word: string
  readonly name: CommandName
  readonly subcommand: string
  /** The word is also an option's value: "vencidos". */
  readonly isValue: boolean
}[] = [
  { from: "acuerdo", word: "mios", name: "compromiso", subcommand: "mios", isValue: false },
  { from: "acuerdo", word: "vencidos", name: "compromiso", subcommand: "lista", isValue: true },
  { from: "sesion", word: "ayuda", name: "plenaria", subcommand: "ayuda", isValue: false },
  { from: "acuerdo", word: "ayuda", name: "plenaria", subcommand: "ayuda", isValue: false },
  { from: "compromiso", word: "ayuda", name: "plenaria", subcommand: "ayuda", isValue: false },
]

const LONGEST_PHRASE = 4
const SHORTEST_PREFIX = 2

/**
 * Reads what a person typed: `name` is the word after the slash (a platform's own command or free text), `text` the
 * rest. Pure, and never throws, whatever the text.
 */
export function parseTyped(commands: readonly Command[], name: string, text: string): Parsed {
  const length = name.length + text.length
  if (length > MAX_TYPED) return { kind: "too_long", length, limit: MAX_TYPED }
  const visible = commands.filter((command) => !command.hidden)
  const words = splitWords(`${name.replace(/^[\s/]+/u, "")} ${text.replace(/^[\s/]+/u, "")}`)
  const [first, ...rest] = words
  if (!first) return runAlone(visible, "plenaria", "ayuda")
  const alias = NAMES[first.plain]
  if (!alias) return parseWithoutName(visible, words)
  // Some people repeat the name inside a platform's own command: `/sesion` + "sesion proxima".
  const again = rest[0] && !rest[0].quoted && NAMES[rest[0].plain]?.name === alias.name
  return parseSubcommand(visible, alias, again ? rest.slice(1) : rest)
}

function runAlone(commands: readonly Command[], name: CommandName, subcommand: string): Parsed {
  const command = find(commands, name, subcommand)
  return command
    ? { kind: "run", command, values: {} }
    : { kind: "unknown", name, typed: subcommand, nearest: null }
}

function find(commands: readonly Command[], name: string, subcommand: string): Command | undefined {
  return commands.find((command) => command.name === name && command.subcommand === subcommand)
}

function parseSubcommand(
  commands: readonly Command[],
  alias: { readonly name: CommandName; readonly alone: string },
  words: readonly Word[],
): Parsed {
  if (words.every((word) => word.plain === "")) return runAlone(commands, alias.name, alias.alone)
  const own = commands.filter((command) => command.name === alias.name)
  const first = matchAt(own, words, 0)
  if (first) return withOptions(first.command, without(words, 0, first.length))
  const elsewhere = ELSEWHERE.find(({ from, word }) => from === alias.name && word === words[0]?.plain)
  const foreign = elsewhere && find(commands, elsewhere.name, elsewhere.subcommand)
  if (foreign) return withOptions(foreign, elsewhere.isValue ? words : words.slice(1))
  return parseByOrder(own, words) ?? parseByValue(own, words) ?? parseNear(commands, alias.name, words)
}

/** "/sesion 21 resumen": the subcommand stands later. */
function parseByOrder(own: readonly Command[], words: readonly Word[]): Parsed | null {
  const found = words.flatMap((_, i) => {
    const match = i === 0 ? null : matchAt(own, words, i)
    return match ? [{ ...match, at: i }] : []
  })
  const [match] = found
  if (!match || found.some((other) => other.command !== match.command)) return null
  return withOptions(match.command, without(words, match.at, match.length))
}

/** "/acuerdo pendientes", "/acuerdo so 21 3", "/sesion 22": a value without its subcommand. */
function parseByValue(own: readonly Command[], words: readonly Word[]): Parsed | null {
  const [first] = words
  const listed = first ? own.filter((command) => takesListed(command, first)) : []
  const [only] = listed
  if (only && listed.length === 1) return withOptions(only, words)
  if (!words.some((word) => /\d/u.test(word.plain))) return null
  // "vr so 21 3" starts with a misspelt subcommand: ask before taking it for part of a clave.
  if (first && !/\d/u.test(first.plain) && nearestCommand(own, first.plain)) return null
  const byClave = own.filter((command) => {
    // What changes something is never guessed from a bare clave.
    if (command.acts || command.form || command.audience === "secretaria_tecnica") return false
    const completes = optionsOf(command)[0]?.completes
    return completes !== null && completes !== undefined && completes !== "institucion"
  })
  return oneOf(byClave, words)
}

function oneOf(candidates: readonly Command[], words: readonly Word[]): Parsed | null {
  const [only] = candidates
  if (!only) return null
  if (candidates.length === 1) return withOptions(only, words)
  return {
    kind: "ambiguous",
    name: only.name,
    typed: typedText(words),
    candidates: candidates.map((command) => ({ command, values: assignOptions(command, words).values })),
  }
}

/** An unfinished or misspelt subcommand. */
function parseNear(commands: readonly Command[], name: CommandName, words: readonly Word[]): Parsed {
  const own = commands.filter((command) => command.name === name)
  const [first, ...rest] = words
  const typed = first?.plain ?? ""
  const started =
    typed.length < SHORTEST_PREFIX
      ? []
      : own.filter((command) => formsOf(command).some((form) => form.startsWith(typed)))
  if (started.length > 1) {
    return {
      kind: "ambiguous",
      name,
      typed: first?.raw ?? "",
      candidates: started.map((command) => ({ command, values: assignOptions(command, rest).values })),
    }
  }
  const command = started[0] ?? nearestCommand(own, typed) ?? exactElsewhere(commands, typed)
  const nearest = command ? { command, values: assignOptions(command, rest).values } : null
  return { kind: "unknown", name, typed: first?.raw ?? "", nearest }
}

function nearestCommand(commands: readonly Command[], typed: string): Command | null {
  const form = masParecido(typed, commands.flatMap(formsOf))
  return commands.find((command) => form !== null && formsOf(command).includes(form)) ?? null
}

function exactElsewhere(commands: readonly Command[], typed: string): Command | null {
  const found = commands.filter((command) => formsOf(command).includes(typed))
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Free text that starts with no name: "orden SO-22", "próxima sesión", "resumen de la sesión 21". */
function parseWithoutName(commands: readonly Command[], words: readonly Word[]): Parsed {
  const typed = words[0]?.raw ?? ""
  const found = commands.flatMap((command) => {
    const match = matchAt([command], words, 0)
    return match ? [match] : []
  })
  const longest = Math.max(0, ...found.map(({ length }) => length))
  const fitting = found.filter(({ length }) => length === longest)
  const nameAt = words.findIndex(
    (word) => word.named === null && !word.quoted && Object.hasOwn(NAMES, word.plain),
  )
  const said = nameAt < 0 ? null : NAMES[words[nameAt]?.plain ?? ""]
  const chosen = said ? fitting.filter(({ command }) => command.name === said.name) : fitting
  const [only] = chosen
  if (only && chosen.length === 1) {
    const left = words.filter((_, i) => i >= only.length && (!said || i !== nameAt))
    return withOptions(only.command, left)
  }
  if (only) {
    const rest = words.slice(longest)
    const candidates = chosen.map(({ command }) => ({ command, values: assignOptions(command, rest).values }))
    return { kind: "ambiguous", name: null, typed, candidates }
  }
  return parseNearName(commands, words, typed)
}

function parseNearName(commands: readonly Command[], words: readonly Word[], typed: string): Parsed {
  const near = masParecido(words[0]?.plain ?? "", Object.keys(NAMES))
  const alias = near === null ? undefined : NAMES[near]
  if (alias) {
    const meant = parseSubcommand(commands, alias, words.slice(1))
    const command = meant.kind === "run" || meant.kind === "extra_words" ? meant : null
    const fallback = find(commands, alias.name, alias.alone)
    const nearest = command
      ? { command: command.command, values: command.values }
      : fallback
        ? { command: fallback, values: {} }
        : null
    return { kind: "unknown", name: null, typed, nearest }
  }
  const command = nearestCommand(commands, words[0]?.plain ?? "")
  const nearest = command ? { command, values: assignOptions(command, words.slice(1)).values } : null
  return { kind: "unknown", name: null, typed, nearest }
}

function withOptions(command: Command, words: readonly Word[]): Parsed {
  const { values, extra } = assignOptions(command, words)
  return extra.length === 0
    ? { kind: "run", command, values }
    : { kind: "extra_words", command, values, extra: extra.join(" ") }
}

/** The longest subcommand or synonym that starts at a word: "orden del dia" before "orden". */
function matchAt(commands: readonly Command[], words: readonly Word[], at: number) {
  for (let length = LONGEST_PHRASE; length > 0; length -= 1) {
    const phrase = words.slice(at, at + length)
    if (phrase.length < length || phrase.some((word) => word.named !== null || word.quoted)) continue
    const typed = phrase.map((word) => word.plain).join(" ")
    const command = commands.find((candidate) => formsOf(candidate).includes(typed))
    if (command) return { command, length }
  }
  return null
}

/** Every word that calls a command, in its compared form. */
export function formsOf(command: Command): readonly string[] {
  return [command.subcommand, ...command.synonyms].map(comparable)
}

function without(words: readonly Word[], at: number, length: number): readonly Word[] {
  return words.filter((_, i) => i < at || i >= at + length)
}

const typedText = (words: readonly Word[]) => words.map(asTyped).join(" ")
