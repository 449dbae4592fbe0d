/** `false`: half of a pair of surrogates stands in the text, which platforms refuse together with all the rest. */
export const isWellFormed = (text: string): boolean => text.isWellFormed()

/** Every text of a payload, however deep, keys apart. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value]
  if (typeof value !== "object" || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

export const allWellFormed = (payload: unknown): boolean => textsIn(payload).every(isWellFormed)
