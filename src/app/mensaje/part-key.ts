/** Each part of a split message is looked for on its own, so each one carries its own key. */
export function partKey(key: string, part: number): string {
  return part === 0 ? key : `${key}:${part}`
}
