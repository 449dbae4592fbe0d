import { legible, legibleUrl } from "../domain/texto/legible.ts"
import type { Action, Block, Card, Inline, RichText } from "./card.ts"
import { withActions } from "./card-actions.ts"
import { asTyped, type CommandNames } from "./comando.ts"
import { recortar } from "./respuesta.ts"

/**
 * The same card with each of its texts as it may be shown, and its commands by the names that they have there: every
 * renderer begins here. Ids are data and stay.
 */
export function legibleCard(card: Card, names: CommandNames = asTyped): Card {
  const { file } = card
  const { blocks, ...rest } = withActions(card, (action) => legibleAction(action, names))
  return {
    ...rest,
    title: legible(card.title),
    blocks: blocks.map((block) => legibleBlock(block, names)),
    ...(file
      ? {
          file: {
            ...file,
            label: legible(file.label),
            ...(file.alt === undefined ? {} : { alt: legible(file.alt) }),
            url: file.url && legibleUrl(file.url),
          },
        }
      : {}),
  }
}

function legibleAction({ label, url, command, ...rest }: Action, names: CommandNames): Action {
  const named = command === undefined ? label : recortar(names(command).text, MAX_COMMAND_LABEL)
  return { ...rest, label: legible(named), ...(url === undefined ? {} : { url: legibleUrl(url) }) }
}

const MAX_COMMAND_LABEL = 40

function legibleBlock(block: Block, names: CommandNames): Block {
  const legibleText = (text: RichText): RichText => legibleRich(text, names)
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

export const legibleRich = (text: RichText, names: CommandNames = asTyped): RichText =>
  typeof text === "string" ? legible(text) : text.map((inline) => legibleInline(inline, names))

function legibleInline(inline: Inline, names: CommandNames): Inline {
  if (typeof inline === "string") return legible(inline)
  if (inline.kind === "command") return { ...inline, ...names(inline), text: legible(names(inline).text) }
  if (inline.kind === "link") return { ...inline, text: legible(inline.text), url: legibleUrl(inline.url) }
  return { ...inline, text: legible(inline.text) }
}
