import { masParecido } from "../../domain/texto/texto.ts"
import type { Command } from "../definition/definition.ts"
import { matchAt, nearestOfAll } from "./command.ts"
import { byElsewhere, byWholeValue, guessAmong } from "./guess.ts"
import { type Name, nameOf, typedNames } from "./names.ts"
import { isIdle } from "./naming.ts"
import { type Nombres, SIN_NOMBRES } from "./nombres.ts"
import { ask, find, from, offer, type Parsed, run, type Typed, typedOf } from "./parsed.ts"

/** Longest text that is read, in UTF-16 units. Nothing that can be asked for needs more. */
export const MAX_TYPED = 1000

/**
 * Reads what a person typed: `name` is the word after the slash (a platform's own command or free text), `text` the
 * rest. Pure, and never throws, whatever the text. GRAMMAR.md, beside the commands, says how it is read.
 */
export function parseTyped(
  commands: readonly Command[],
  name: string,
  text: string,
  nombres: Nombres = SIN_NOMBRES,
): Parsed {
  const length = name.length + text.length
  if (length > MAX_TYPED) return { kind: "too_long", length, limit: MAX_TYPED }
  const source = `${name.replace(/^[\s/]+/u, "")} ${text.replace(/^[\s/]+/u, "")}`
  const visible = commands.filter((command) => !command.hidden)
  const typed = typedOf(visible, source, nombres)
  const [first, second] = typed.words
  if (!first) return runAlone(visible, { name: "plenaria", alone: "ayuda" })
  const named = nameOf(first.plain)
  if (named === null) return parseWithoutName(typed)
  // Some people repeat the name inside a platform's own command: `/sesion` + "sesion proxima".
  const again = second && !second.quoted && nameOf(second.plain)?.name === named.name
  return parseSubcommand(from(typed, again ? 2 : 1), named)
}

function runAlone(commands: readonly Command[], { name, alone, aloneOf = name }: Name): Parsed {
  const command = find(commands, aloneOf, alone)
  return command
    ? { kind: "run", command, values: {} }
    : { kind: "unknown", name, typed: alone, nearest: null }
}

function parseSubcommand(typed: Typed, alias: Name): Parsed {
  const { commands, words } = typed
  if (words.every((word) => word.plain === "")) return runAlone(commands, alias)
  const own = { ...typed, commands: commands.filter((command) => command.name === alias.name) }
  const first = matchAt(own.commands, words, 0)
  return first ? run(first.command, from(typed, first.length)) : guessAmong(own, commands, alias.name)
}

/** Free text that starts with no name: "orden SO-22", "próxima sesión", "resumen de la sesión 21". */
function parseWithoutName(typed: Typed): Parsed {
  const { commands, words } = typed
  const found = commands.flatMap((command) => matchAt([command], words, 0) ?? [])
  const longest = Math.max(0, ...found.map(({ length }) => length))
  const fitting = found.filter(({ length }) => length === longest)
  const nameAt = words.findIndex(
    (word, i) => i >= longest && word.named === null && !word.quoted && nameOf(word.plain) !== null,
  )
  const said = nameOf(words[nameAt]?.plain ?? "")
  const chosen = fitting.map(({ command }) => command).filter(({ name }) => !said || name === said.name)
  const [only] = chosen
  if (!only) return byElsewhere(typed, null) ?? byWholeValue(typed) ?? parseNearName(typed)
  if (chosen.length > 1) return ask(chosen, from(typed, longest), null, words[0]?.raw ?? "")
  // «cancelar la sesión»: the article goes with the name.
  const ofName = (i: number) => i <= nameAt && words.slice(i, nameAt).every(isIdle)
  const left = words.filter((_, i) => i >= longest && !(said && ofName(i)))
  return run(only, { ...typed, words: left })
}

function parseNearName(typed: Typed): Parsed {
  const { commands, words } = typed
  const [first] = words
  const said = first?.raw ?? ""
  const near = nameOf(masParecido(first?.plain ?? "", typedNames) ?? "")
  if (near === null) return offer(nearestOfThose(typed), from(typed, 1), null, said)
  const meant = parseSubcommand(from(typed, 1), near)
  const clear = meant.kind === "run" || meant.kind === "extra_words" ? meant : null
  const alone = find(commands, near.aloneOf ?? near.name, near.alone)
  const nearest = clear ?? (alone ? { command: alone, values: {} } : null)
  return { kind: "unknown", name: null, typed: said, nearest }
}

/** «abro la votación», «valido el compromiso CI/…»: the first two words tell more than one, and so does a name. */
function nearestOfThose({ commands, words }: Typed): Command | null {
  const [first, ...rest] = words
  const second = rest.find((word) => !isIdle(word))
  const both = second && nearestOfAll(commands, `${first?.plain} ${second.plain}`)
  if (both) return both
  const names = rest.map(({ plain }) => nameOf(plain)?.name).filter((name) => name !== undefined)
  const own = commands.filter(({ name }) => names.includes(name))
  return nearestOfAll(own, first?.plain ?? "") ?? nearestOfAll(commands, first?.plain ?? "")
}
