import { buttonLabels } from "../../src/cards/button-labels.ts"
import type { Block, Card, Inline, RichText } from "../../src/cards/card.ts"
import { fittingFile } from "../../src/cards/card-file.ts"
import { legibleCard } from "../../src/cards/legible-card.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { chunks } from "../../src/domain/texto/cut.ts"
import type { Rendered } from "../../src/ports/chat-adapter.ts"
import { limits, MAX_FILE } from "./limits.ts"

/**
 * The console's payload is the card itself, in parts: the page writes every leaf as text, so nothing in it can become
 * markup. Only addresses need care, because a link runs what it points to.
 */
export function render(whole: Card): Rendered & { readonly parts: readonly Card[] } {
  const { file, ...card } = legibleCard(fittingFile(whole, MAX_FILE))
  const findings: string[] = []
  const usable = card.actions
    .filter((action) => action.url === undefined || isSafeUrl(action.url))
    .slice(0, limits.actionsPerMessage)
  const labels = buttonLabels(usable, limits.actionLabelLength)
  const actions = usable.map((action, i) => ({ ...action, label: labels[i] ?? action.label }))
  if (actions.length < card.actions.length)
    findings.push(`Se muestran ${actions.length} de ${card.actions.length} botones.`)
  const groups = groupBlocks(card.blocks.flatMap(splitBlock).map(safeBlock))
  const total = groups.length
  const parts = groups.map(
    (blocks, i): Card => ({
      ...card,
      title: total > 1 ? `${card.title} (${i + 1}/${total})` : card.title,
      blocks,
      actions: i === total - 1 ? actions : [],
      ...(file && i === total - 1 ? { file } : {}),
    }),
  )
  return { parts, text: renderPlainText(whole), findings }
}

const isSafeUrl = (url: string) => /^(https?|mailto):/i.test(url)
const sizeOf = (block: Block) => JSON.stringify(block).length

/** Blocks in order, as many to a message as fit. */
function groupBlocks(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const groups: Block[][] = [[]]
  let size = 0
  for (const block of blocks) {
    const current = groups.at(-1) ?? []
    const own = sizeOf(block)
    const full = size + own > limits.textLength || current.length >= limits.blocksPerMessage
    if (full && current.length > 0) {
      groups.push([block])
      size = own
    } else {
      current.push(block)
      size += own
    }
  }
  return groups
}

/** JSON doubles some characters, so a piece is well below a message. */
const PIECE = Math.floor(limits.textLength / 4)

/** A block that is too long for one message becomes several; no text is lost. */
function splitBlock(block: Block): readonly Block[] {
  if (sizeOf(block) <= limits.textLength) return [block]
  switch (block.kind) {
    case "text":
    case "note":
      return splitText(block.text).map((text) => ({ kind: block.kind, text }))
    case "list":
      return block.items.flatMap((item) => splitText(item)).map((item) => ({ ...block, items: [item] }))
    case "fields":
      return block.fields.flatMap(({ label, value }) =>
        splitText(value).map((piece): Block => ({ kind: "fields", fields: [{ label, value: piece }] })),
      )
    case "table":
      return block.rows.flatMap((row) => splitRow(block.columns, row))
    default:
      return [block]
  }
}

/** Pieces of at most half a message, cut between words; only an endless word is cut, between characters. */
function splitText(text: RichText): readonly RichText[] {
  const inlines: readonly Inline[] = typeof text === "string" ? [text] : text
  const pieces = inlines.flatMap(splitInline)
  const groups: Inline[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const piece of pieces) {
    const own = contentOf(piece).length
    if (size + own > PIECE) {
      groups.push([piece])
      size = own
    } else {
      groups.at(-1)?.push(piece)
      size += own
    }
  }
  return groups
}

/** A row that fits stays a table; one that does not is told column by column. */
function splitRow(columns: readonly string[], row: readonly string[]): readonly Block[] {
  const table: Block = { kind: "table", columns, rows: [row] }
  if (sizeOf(table) <= limits.textLength) return [table]
  return columns.flatMap((label, i) =>
    splitText(row[i] ?? "").map((value): Block => ({ kind: "fields", fields: [{ label, value }] })),
  )
}

const contentOf = (inline: Inline) => (typeof inline === "string" ? inline : inline.text)

function splitInline(inline: Inline): readonly Inline[] {
  const pieces = chunks(contentOf(inline), PIECE)
  if (pieces.length <= 1) return [inline]
  return pieces.map((piece) => (typeof inline === "string" ? piece : { ...inline, text: piece }))
}

function safeBlock(block: Block): Block {
  switch (block.kind) {
    case "text":
    case "note":
      return { ...block, text: safeText(block.text) }
    case "list":
      return { ...block, items: block.items.map(safeText) }
    case "fields":
      return { ...block, fields: block.fields.map((field) => ({ ...field, value: safeText(field.value) })) }
    case "image":
      return isSafeUrl(block.url) ? block : { kind: "note", text: block.alt }
    default:
      return block
  }
}

function safeText(text: RichText): RichText {
  if (typeof text === "string") return text
  return text.map((inline) =>
    typeof inline === "object" && inline.kind === "link" && !isSafeUrl(inline.url) ? inline.text : inline,
  )
}
