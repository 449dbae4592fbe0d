import type { RichText } from "../card.ts"

/** Where the evidence is: its address, and whose site it is, which a long address hides. The bot never opens it. */
export const evidencia = (url: string): RichText => [
  { kind: "link", text: url, url },
  ` (en ${new URL(url).hostname})`,
]
