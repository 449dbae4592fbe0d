import { legible, legibleUrl } from "../domain/texto/legible.ts"
import type { Action, Block, Card, Inline, RichText } from "./card.ts"

/** The same card with each of its texts as it may be shown: every renderer begins here. Ids are data and stay. */
export function legibleCard(card: Card): Card {
  const { file } = card
  return {
    ...card,
    title: legible(card.title),
    blocks: card.blocks.map(legibleBlock),
    actions: card.actions.map(legibleAction),
    ...(file ? { file: { ...file, label: legible(file.label), url: file.url && legibleUrl(file.url) } } : {}),
  }
}

function legibleAction({ label, url, ...rest }: Action): Action {
  return { ...rest, label: legible(label), ...(url === undefined ? {} : { url: legibleUrl(url) }) }
}

function legibleBlock(block: Block): Block {
  switch (block.kind) {
    case "text":
    case "note":
      return { ...block, text: legibleText(block.text) }
    case "heading":
      return { ...block, text: legible(block.text) }
    case "fields":
      return {
        ...block,
        fields: block.fields.map(({ label, value }) => ({
          label: legible(label),
          value: legibleText(value),
        })),
      }
    case "list":
      return { ...block, items: block.items.map(legibleText) }
    case "table":
      return {
        ...block,
        columns: block.columns.map(legible),
        rows: block.rows.map((row) => row.map(legible)),
      }
    case "divider":
      return block
    case "image":
      return { ...block, url: legibleUrl(block.url), alt: legible(block.alt) }
  }
}

const legibleText = (text: RichText): RichText =>
  typeof text === "string" ? legible(text) : text.map(legibleInline)

function legibleInline(inline: Inline): Inline {
  if (typeof inline === "string") return legible(inline)
  if (inline.kind === "link") return { ...inline, text: legible(inline.text), url: legibleUrl(inline.url) }
  return { ...inline, text: legible(inline.text) }
}
