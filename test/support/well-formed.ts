/** `false`: half of a pair of surrogates stands in the text, which platforms refuse together with all the rest. */
export const isWellFormed = (text: string): boolean => !HALF.test(text) || !/\p{Cs}/u.test(text)

/** Where there is none of them, whole or not, nothing has to be looked at character by character. */
const HALF = /[\ud800-\udfff]/

/** Every text of a payload, however deep, keys apart. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value]
  if (typeof value !== "object" || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

export const allWellFormed = (payload: unknown): boolean => textsIn(payload).every(isWellFormed)
