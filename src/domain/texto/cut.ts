/**
 * Where a text may be cut: never inside a character as people see it, be it a letter with its accents, an emoji of
 * several code points, or a pair of surrogates, half of which makes a platform refuse the whole message.
 * Lengths are in UTF-16 units, as the platforms count.
 */
const CHARACTERS = new Intl.Segmenter("es", { granularity: "grapheme" })

/** From U+0300 on a code unit may belong to the character before it. */
const FIRST_COMBINING = 0x300

/**
 * The longest beginning of a text, up to `max` units, that ends between two characters. A single character longer than
 * all the room (marks upon marks) is cut between its marks; 0 when not even its first code point fits.
 */
export function cutAt(text: string, max: number): number {
  if (text.length <= max) return text.length
  if (max <= 0) return 0
  const [before, after] = [text.charCodeAt(max - 1), text.charCodeAt(max)]
  if (before < FIRST_COMBINING && after < FIRST_COMBINING && !(before === CR && after === LF)) return max
  // What stands later does not change where the character at `max` begins.
  const start = CHARACTERS.segment(text.slice(0, max + 2)).containing(max)?.index ?? max
  if (start > 0) return start
  return isLow(after) && isHigh(before) ? max - 1 : max
}

const CR = 0x0d
const LF = 0x0a
const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/** The text, or its beginning and "…", in at most `max` units. */
export function shorten(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, cutAt(text, max - 1))}…`
}

/** The same on one line, and cut at a word's end where that leaves more than half of the room filled. */
export function shortenAtWord(text: string, max: number): string {
  const line = text.replaceAll(/\s+/gu, " ").trim()
  if (line.length <= max) return line
  const cut = line.slice(0, cutAt(line, max - 1))
  const space = cut.lastIndexOf(" ")
  const words = space > max / 2 ? cut.slice(0, space) : cut
  return `${words.replace(/[\s,;:.]+$/u, "")}…`
}

/** All of a text in pieces of at most `max` units (2 or more): cut after a line, else after a word, else between characters. */
export function chunks(text: string, max: number): readonly string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > max) {
    const at = pieceEnd(rest, max)
    pieces.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return rest === "" ? pieces : [...pieces, rest]
}

/** A line or a word is worth a piece that is at least half full. */
function pieceEnd(text: string, max: number): number {
  const line = text.lastIndexOf("\n", max - 1) + 1
  if (line > max / 2) return line
  const word = text.lastIndexOf(" ", max - 1) + 1
  if (word > max / 2 && cutAt(text, word) === word) return word
  return cutAt(text, max)
}

/** The words of a text, each with the spaces after it. A mark upon a space belongs to it. */
export const wordsOf = (text: string): readonly string[] =>
  text.match(/(?:\S|\s(?=[\p{M}\p{EMod}]))+(?:\s(?![\p{M}\p{EMod}]))*|\s+/gu) ?? []

/** The characters of a text as people see them, however many code points each has. */
export const charactersOf = (text: string): readonly string[] =>
  Array.from(CHARACTERS.segment(text), ({ segment }) => segment)
