import type { Card, CardFile } from "./card.ts"

/** For a platform, or a place in it, that takes no file: a button opens the same file where it has an address. */
export function withoutFile(card: Card): Card {
  const { file, ...rest } = card
  if (file === undefined || file.url === null) return rest
  const { label, url } = file
  return { ...rest, actions: [...card.actions, { id: "archivo", label, style: "normal", url }] }
}

/** What the file holds, octet by octet. */
export function bytesOf({ content, encoding }: Pick<CardFile, "content" | "encoding">): Uint8Array {
  if (encoding === undefined) return new TextEncoder().encode(content)
  return Uint8Array.from(atob(content), (char) => char.charCodeAt(0))
}

/** The card as it is, unless its file has more octets than the platform takes. */
export function fittingFile(card: Card, maxBytes: number): Card {
  const size = card.file === undefined ? 0 : bytesOf(card.file).length
  return size > maxBytes ? withoutFile(card) : card
}
