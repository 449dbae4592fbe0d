/**
 * What no reader sees and what can deceive one: controls, direction marks (an override lets «pagar» read «ragap», and
 * hides the end of a name), zero-width characters (two names that look alike and are not), tags and fillers. All are
 * taken out. Only what belongs to an emoji stays: the joiner between two pictures and the sign of how to draw one. Free
 * text is stored as it was typed, so this is done where it is shown.
 */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{DI}\ufff9-\ufffb]/u

/** Neither a joiner nor a variation of an emoji's own. */
const HIDDEN = new RegExp(
  // All of them are of this kind: of every other character no more is asked.
  `(?=[\\p{Cc}\\p{DI}\\ufff9-\\ufffb])(?:${[
    "(?![\\n\\u200d\\ufe0e\\ufe0f])[\\p{Cc}\\p{DI}\\ufff9-\\ufffb]",
    "(?<!\\p{ExtPict}[\\ufe0f\\p{EMod}]?)\\u200d",
    "\\u200d(?!\\p{ExtPict})",
    "(?<!\\p{Emoji})[\\ufe0e\\ufe0f]",
  ].join("|")})`,
  "gu",
)

/** A text as it may be shown to anybody: only what can be seen, spaces and line ends, and no half of a character. */
export function legible(text: string): string {
  if (!UNSEEN.test(text)) return text
  return wellFormed(text)
    .replaceAll(/\r\n?|[\p{Zl}\p{Zp}\u0085]/gu, "\n")
    .replaceAll(/[\t\v\f]/gu, " ")
    .replaceAll(HIDDEN, "")
}

/** As it was typed but for half of a character, which no platform takes: for a field that is typed in again. */
export const wellFormed = (text: string): string =>
  HALF.test(text) ? text.replaceAll(/\p{Cs}/gu, "\ufffd") : text

/** Of a whole character or not: where there is none, nothing has to be looked at character by character. */
const HALF = /[\ud800-\udfff]/

/** The same address, in which what cannot be seen is written out. */
export const legibleUrl = (url: string): string =>
  UNSEEN.test(url)
    ? wellFormed(url).replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{DI}\ufff9-\ufffb]/gu, encodeURIComponent)
    : url
