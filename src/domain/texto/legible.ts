/**
 * What no reader sees and what can deceive one: controls, direction marks (an override lets «pagar» read «ragap», and
 * hides the end of a name), zero-width characters (two names that look alike and are not), tags and fillers. All are
 * taken out. Only what belongs to an emoji stays: the joiner between two pictures and the sign of how to draw one. Free
 * text is stored as it was typed, so this is done where it is shown.
 */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{DI}\ufff9-\ufffb]/u

/** A joiner between two pictures, or the sign of how to draw one: an emoji's own. */
const OF_AN_EMOJI = /(?<=\p{ExtPict}[\ufe0f\p{EMod}]?)\u200d(?=\p{ExtPict})|(?<=\p{Emoji})[\ufe0e\ufe0f]/uy

/** A text as it may be shown to anybody: only what can be seen, spaces and line ends, and no half of a character. */
export function legible(text: string): string {
  if (!UNSEEN.test(text)) return text
  return wellFormed(text).replaceAll(
    /\r\n?|[\p{Cc}\p{Zl}\p{Zp}\p{DI}\ufff9-\ufffb]/gu,
    (found, at: number, whole: string) => {
      if (LINE_ENDS.has(found)) return "\n"
      if (SPACES.has(found)) return " "
      OF_AN_EMOJI.lastIndex = at
      return OF_AN_EMOJI.test(whole) ? found : ""
    },
  )
}

const LINE_ENDS = new Set(["\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085"])
const SPACES = new Set(["\t", "\v", "\f"])

/** As it was typed but for half of a character, which no platform takes: for a field that is typed in again. */
export const wellFormed = (text: string): string => text.toWellFormed()

/** The same address, in which what cannot be seen is written out. */
export const legibleUrl = (url: string): string =>
  UNSEEN.test(url)
    ? wellFormed(url).replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{DI}\ufff9-\ufffb]/gu, encodeURIComponent)
    : url
