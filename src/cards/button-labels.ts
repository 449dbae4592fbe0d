import { shorten } from "../domain/texto/cut.ts"
import { legible } from "../domain/texto/legible.ts"

/** A button, or a choice of a list, by what it says and by what it does. */
interface Labelled {
  readonly id: string
  readonly label: string
}

const WITHOUT_WORDS = "Abrir"

/**
 * What each of several buttons says, in at most `max` UTF-16 units and no two alike: who hears them read, or sees a long
 * name cut, must be able to tell them apart. Twins say also the clave that they act on, or else their number.
 */
export function buttonLabels(buttons: readonly Labelled[], max: number): readonly string[] {
  const words = buttons.map(({ label }) => legible(label).trim() || WITHOUT_WORDS)
  const short = words.map((label) => shorten(label, max))
  const isTwin = (i: number) => short.indexOf(short[i] ?? "") !== short.lastIndexOf(short[i] ?? "")
  const taken = new Set(short.filter((_, i) => !isTwin(i)))
  const claves = buttons.map(({ id }) => claveIn(id))
  return short.map((label, i) => {
    if (!isTwin(i)) return label
    const clave = claves[i] ?? ""
    const named = clave !== "" && claves.filter((other) => other === clave).length === 1
    const told = firstFree(words[i] ?? label, named ? ` · ${clave}` : null, max, taken)
    taken.add(told)
    return told
  })
}

function firstFree(words: string, suffix: string | null, max: number, taken: ReadonlySet<string>): string {
  const ending = (end: string) => `${shorten(words, max - end.length)}${end}`
  if (suffix !== null && !taken.has(ending(suffix))) return ending(suffix)
  let number = 1
  while (taken.has(ending(` (${number})`))) number += 1
  return ending(` (${number})`)
}

/** `acuerdo.ver:CI/SO-21/03/2024@9f2c` acts on `CI/SO-21/03/2024`; an id of the database is no name for anybody. */
function claveIn(id: string): string {
  const [clave = ""] = id.slice(id.indexOf(":") + 1).split("@")
  const isClave = id.includes(":") && /^[\p{L}\p{N}][\p{L}\p{N}/.-]{0,29}$/u.test(clave)
  return isClave && !/[0-9a-f]{8}/.test(clave) ? clave : ""
}
