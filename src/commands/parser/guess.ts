import { ordinalesANumero } from "../../domain/texto/ordinal.ts"
import { masParecido } from "../../domain/texto/texto.ts"
import type { Command, CommandName } from "../definition/definition.ts"
import { type OptionInfo, optionsOf } from "../definition/options.ts"
import { exactElsewhere, formsOf, matchAt, nearestCommand } from "./command.ts"
import { ELSEWHERE } from "./names.ts"
import { ask, find, from, guess, offer, type Parsed, run, type Typed, typedOf } from "./parsed.ts"
import { listedAt } from "./values.ts"
import type { Word } from "./words.ts"

/** What is meant where no subcommand comes first. */

const SHORTEST_PREFIX = 2

/** The first of these that says something of it; `own` has only the commands of one name. */
export function guessAmong(own: Typed, all: readonly Command[], name: CommandName): Parsed {
  return (
    byElsewhere({ ...own, commands: all }, name) ??
    (namesASession(own.words) ? byClave(own) : null) ??
    byOrder(own) ??
    byValue(own) ??
    byClave(own) ??
    byLikeness(own, all, name)
  )
}

/** A word that calls something under another name, or that is no command and stands for one. */
export function byElsewhere(typed: Typed, name: CommandName | null): Parsed | null {
  const [first] = typed.words
  if (!first || first.quoted || first.named !== null) return null
  const found = ELSEWHERE.find(({ under, words }) => under.includes(name) && words.includes(first.plain))
  const command = found && find(typed.commands, found.name, found.subcommand)
  if (!command) return null
  const left = from(typed, found.isValue ? 0 : 1)
  return found.offered ? offer(command, left, name, first.raw) : run(command, left)
}

/** "/sesion 21 resumen": the subcommand stands later. */
function byOrder(own: Typed): Parsed | null {
  const { commands, words } = own
  const found = words.flatMap((_, i) => {
    const match = i === 0 ? null : matchAt(commands, words, i)
    return match ? [{ ...match, at: i }] : []
  })
  const [match] = found
  if (!match || found.some((other) => other.command !== match.command)) return null
  const propias = formsOf(match.command).flatMap((form) => form.split(" "))
  // «reporto avance»: the word before it is one of the command's, said otherwise.
  const again = (word: Word, i: number) => i < match.at && masParecido(word.plain, propias) !== null
  const left = words.filter((word, i) => (i < match.at || i >= match.at + match.length) && !again(word, i))
  return guess(match.command, { ...own, words: left })
}

/** "/acuerdo pendientes", "/acuerdo me abstengo": a value without its subcommand. */
function byValue(own: Typed): Parsed | null {
  return bySaid(own, (option) => listedAt(option, own.words, 0) !== null)
}

/** "no asistiré", "me abstengo": nothing but a value, without any name. */
export function byWholeValue(typed: Typed): Parsed | null {
  const { words } = typed
  return bySaid(typed, (option) => listedAt(option, words, 0)?.length === words.length)
}

function bySaid(own: Typed, says: (option: OptionInfo) => boolean): Parsed | null {
  const listed = own.commands.filter((command) => optionsOf(command).some(says))
  // Of several, the one that needs nothing else.
  const whole = listed.filter((command) =>
    optionsOf(command).every((option) => !option.required || says(option)),
  )
  const [only, ...others] = listed.length === 1 ? listed : whole
  return only && others.length === 0 ? guess(only, own) : null
}

/** "/acuerdo so 21 3", "/sesion 22", "/sesion vigésima segunda": what it is about, and not what is asked of it. */
function byClave(own: Typed): Parsed | null {
  const { commands, words, source } = own
  const [first] = words
  const ordinal = namesASession(words)
  if (!first || !(ordinal || words.some((word) => /\d/u.test(word.plain)))) return null
  // "vr so 21 3" starts with a misspelt subcommand: ask before taking it for part of a clave.
  if (!ordinal && !/\d/u.test(first.plain) && nearestCommand(commands, first.plain)) return null
  const candidates = commands.filter(isAboutAClave)
  const [only] = candidates
  if (!only) return null
  const said = source.slice(first.at).trim()
  // In one piece: «segunda» is no word of another option.
  const whole = ordinal ? typedOf(commands, `"${said}"`, own.nombres) : own
  return candidates.length === 1 ? run(only, own) : ask(candidates, whole, only.name, said)
}

function isAboutAClave(command: Command): boolean {
  const { acts, audience } = command
  if (acts !== false || audience === "secretaria_tecnica" || audience === "conducen") return false
  const completes = optionsOf(command)[0]?.completes ?? null
  return completes !== null && completes !== "institucion"
}

/** "vigésima segunda", "vigésima segunda ordinaria": nothing but the number of a session. */
function namesASession(words: readonly Word[]): boolean {
  const said = ordinalesANumero(words.map(({ plain }) => plain).join(" "))
  return /^\d+(?: (?:sesion|ordinaria|extraordinaria))*$/u.test(said)
}

/** An unfinished or misspelt subcommand. */
function byLikeness(own: Typed, all: readonly Command[], name: CommandName): Parsed {
  const [first] = own.words
  const typed = first?.plain ?? ""
  const said = first?.raw ?? ""
  const left = from(own, 1)
  const started =
    typed.length < SHORTEST_PREFIX
      ? []
      : own.commands.filter((command) => formsOf(command).some((form) => form.startsWith(typed)))
  if (started.length > 1) return ask(started, left, name, said)
  return offer(
    started[0] ?? nearestCommand(own.commands, typed) ?? exactElsewhere(all, typed),
    left,
    name,
    said,
  )
}
