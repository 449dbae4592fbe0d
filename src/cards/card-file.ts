import type { Card } from "./card.ts"

/** For a platform, or a place in it, that takes no file: a button opens the same file where it has an address. */
export function withoutFile(card: Card): Card {
  const { file, ...rest } = card
  if (file === undefined || file.url === null) return rest
  const { label, url } = file
  return { ...rest, actions: [...card.actions, { id: "archivo", label, style: "normal", url }] }
}

/** The card as it is, unless its file has more octets than the platform takes. */
export function fittingFile(card: Card, maxBytes: number): Card {
  const size = card.file === undefined ? 0 : new TextEncoder().encode(card.file.content).length
  return size > maxBytes ? withoutFile(card) : card
}
