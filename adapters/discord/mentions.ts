import type { Block, Card, RichText } from "../../src/cards/card.ts"
import { limits } from "./limits.ts"

/**
 * The people whom a card addresses. Discord tells somebody only when the mention stands in the message's text, outside
 * of its embeds, and is allowed by id: what a person typed is in neither.
 */
export function mentionedUsers({ blocks }: Card): readonly string[] {
  const users = blocks
    .flatMap(textsOf)
    .flatMap((text) =>
      typeof text === "string"
        ? []
        : text.flatMap((inline) =>
            typeof inline === "object" && inline.kind === "mention" && /^\d{1,20}$/.test(inline.user)
              ? [inline.user]
              : [],
          ),
    )
  return [...new Set(users)].slice(0, limits.mentions)
}

function textsOf(block: Block): readonly RichText[] {
  switch (block.kind) {
    case "text":
    case "note":
      return [block.text]
    case "list":
      return block.items
    case "fields":
      return block.fields.map(({ value }) => value)
    default:
      return []
  }
}
