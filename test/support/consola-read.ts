import type { Block, Card, Inline, RichText } from "../../src/cards/card.ts"
import { DEMO_LABEL } from "../../src/cards/plain-text.ts"
import type { PartAsRead } from "../contract/adapter-contract.ts"

/** The page writes every leaf with textContent: only a link node is more than text. */
export function readPart(part: unknown): PartAsRead {
  const card = part as Card
  const live: string[] = []
  const read = (text: RichText): string => {
    const inlines: readonly Inline[] = typeof text === "string" ? [text] : text
    return inlines
      .map((inline) => {
        if (typeof inline === "string") return inline
        if (inline.kind === "link") live.push(`link:${inline.url}`)
        if (inline.kind === "mention") live.push(`mention:${inline.user}`)
        return inline.text
      })
      .join("")
  }
  const blockText = (block: Block): string => {
    switch (block.kind) {
      case "text":
      case "note":
        return read(block.text)
      case "heading":
        return block.text
      case "fields":
        return block.fields.map(({ label, value }) => `${label} ${read(value)}`).join("\n")
      case "list":
        return block.items.map(read).join("\n")
      case "table":
        return [block.columns, ...block.rows].map((row) => row.join(" ")).join("\n")
      case "image":
        return block.alt
      case "divider":
        return ""
    }
  }
  const texts = card.blocks.map(blockText)
  return {
    text: [card.title, ...(card.demo ? [DEMO_LABEL] : []), ...texts].join("\n"),
    blocks: card.blocks.length,
    buttons: card.actions.map(({ id, label, url }) => ({ id, label, ...(url ? { url } : {}) })),
    live,
  }
}
