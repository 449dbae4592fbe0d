import type { Action, Block, Card, Inline, RichText } from "../../src/cards/card.ts"
import { DEMO_LABEL, renderPlainText, richToPlain } from "../../src/cards/plain-text.ts"
import type { Rendered } from "../../src/ports/chat-adapter.ts"
import { limits } from "./limits.ts"

/** Block Kit, as plain JSON. */
export type SlackBlock = Readonly<Record<string, unknown>> & { readonly type: string }

export interface SlackPayload {
  readonly text: string
  readonly blocks: readonly SlackBlock[]
}

/**
 * Text goes into rich_text and plain_text elements, which Slack shows literally: mentions, links and markup typed by a
 * person stay inert without any escaping. Only the fallback text is mrkdwn and is escaped.
 */
export function render(card: Card): Rendered {
  const findings: string[] = []
  const sized = [
    ...(card.demo ? [sizedBlock(context(DEMO_LABEL), DEMO_LABEL.length)] : []),
    ...card.blocks.flatMap(renderBlock),
  ]
  const actions = renderActions(card.actions, findings)
  const groups = group(sized, actions.length)
  const plain = renderPlainText(card)
  const parts = groups.map((blocks, i): SlackPayload => {
    const title = groups.length > 1 ? `${card.title} (${i + 1}/${groups.length})` : card.title
    const last = i === groups.length - 1
    return {
      text: fallback(i === 0 ? plain : title),
      blocks: [...heading(title), ...blocks.map(({ block }) => block), ...(last ? actions : [])],
    }
  })
  return { parts, text: plain, findings }
}

/** For the one field that Slack reads as mrkdwn (docs.slack.dev: "Escaping text"). */
export const escapeMrkdwn = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

function fallback(text: string): string {
  const escaped = escapeMrkdwn(text)
  return escaped.length <= limits.fallbackText
    ? escaped
    : `${escaped.slice(0, limits.fallbackText - 1).replace(/&[a-z]{0,3}$/, "")}…`
}

interface Sized {
  readonly block: SlackBlock
  readonly size: number
}
const sizedBlock = (block: SlackBlock, size: number): Sized => ({ block, size })

function heading(title: string): readonly SlackBlock[] {
  if (title.length <= limits.header)
    return [{ type: "header", text: { type: "plain_text", text: title || " ", emoji: false } }]
  return chunks(title).map((text) => richText([section([{ type: "text", text, style: { bold: true } }])]))
}

/** Blocks in order, as many to a message as fit; room is kept for the title and the buttons. */
function group(blocks: readonly Sized[], actionBlocks: number): readonly (readonly Sized[])[] {
  const groups: Sized[][] = [[]]
  let size = 0
  const most = limits.blocksPerMessage - 2 - actionBlocks
  for (const item of blocks) {
    const current = groups.at(-1) ?? []
    if (current.length > 0 && (size + item.size > limits.textLength || current.length >= most)) {
      groups.push([item])
      size = item.size
    } else {
      current.push(item)
      size += item.size
    }
  }
  return groups
}

type Element = Readonly<Record<string, unknown>>
const section = (elements: readonly Element[]): Element => ({ type: "rich_text_section", elements })
const richText = (elements: readonly Element[]): SlackBlock => ({ type: "rich_text", elements })
const context = (text: string): SlackBlock => ({
  type: "context",
  elements: [{ type: "plain_text", text, emoji: false }],
})
const literal = (text: string, style?: "bold" | "italic" | "code"): Element =>
  style ? { type: "text", text, style: { [style]: true } } : { type: "text", text }

function renderBlock(block: Block): readonly Sized[] {
  switch (block.kind) {
    case "text":
      return paragraphs([toElements(block.text)])
    case "heading":
      return paragraphs([[literal(block.text, "bold")]])
    case "fields":
      return paragraphs(
        block.fields.map(({ label, value }) => [
          literal(`${label}: `, "bold"),
          ...toElements(value),
          literal("\n"),
        ]),
      )
    case "list":
      return lists(block.items.map(toElements), block.ordered ? "ordered" : "bullet")
    case "table":
      return [
        ...paragraphs([[literal(block.columns.join(" · "), "italic")]]),
        ...lists(
          block.rows.map((row) => [literal(row.join(" · "))]),
          "bullet",
        ),
      ]
    case "divider":
      return [sizedBlock({ type: "divider" }, 0)]
    case "note":
      return chunks(richToPlain(block.text)).map((text) => sizedBlock(context(text), text.length))
    case "image":
      return [sizedBlock(context(block.alt), block.alt.length)]
  }
}

function toElements(text: RichText): readonly Element[] {
  const inlines: readonly Inline[] = typeof text === "string" ? [text] : text
  return inlines.flatMap(inlineElements)
}

function inlineElements(inline: Inline): readonly Element[] {
  if (typeof inline === "string") return chunks(inline).map((chunk) => literal(chunk))
  switch (inline.kind) {
    case "bold":
    case "italic":
    case "code":
      return chunks(inline.text).map((chunk) => literal(chunk, inline.kind))
    case "link":
      return /^(https?|mailto):/i.test(inline.url)
        ? [{ type: "link", url: inline.url, text: inline.text }]
        : [literal(inline.text)]
    case "date":
      return [literal(inline.text)]
    case "mention":
      return [{ type: "user", user_id: inline.user }]
  }
}

const sizeOf = (elements: readonly Element[]) =>
  elements.reduce((sum, { text }) => sum + (typeof text === "string" ? text.length : 20), 0)

/** Lines into as few rich_text blocks as their limit allows. Elements are already no longer than a block. */
function paragraphs(lines: readonly (readonly Element[])[]): readonly Sized[] {
  return pack(lines.flat().map((element) => [element])).map((elements) =>
    sizedBlock(richText([section(elements.flat())]), sizeOf(elements.flat())),
  )
}

function lists(items: readonly (readonly Element[])[], style: "ordered" | "bullet"): readonly Sized[] {
  const fitting = items.flatMap((item) =>
    sizeOf(item) <= limits.blockText ? [item] : item.map((element) => [element]),
  )
  let offset = 0
  return pack(fitting).map((group) => {
    const list = {
      type: "rich_text_list",
      style,
      elements: group.map(section),
      ...(style === "ordered" && offset > 0 ? { offset } : {}),
    }
    offset += group.length
    return sizedBlock(richText([list]), sizeOf(group.flat()))
  })
}

/** Neighbours together while they fit in one block. */
function pack(items: readonly (readonly Element[])[]): readonly (readonly (readonly Element[])[])[] {
  const packs: (readonly Element[])[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const item of items) {
    const own = sizeOf(item)
    if (size + own > limits.blockText) {
      packs.push([item])
      size = own
    } else {
      packs.at(-1)?.push(item)
      size += own
    }
  }
  return packs
}

/** Pieces no longer than a block, never cutting a character in two. */
function chunks(text: string): readonly string[] {
  if (text.length <= limits.blockText) return text === "" ? [] : [text]
  return text.match(new RegExp(`[^]{1,${Math.floor(limits.blockText / 2)}}`, "gu")) ?? []
}

function renderActions(actions: readonly Action[], findings: string[]): readonly SlackBlock[] {
  const usable = actions
    .filter(({ id }) => id.length <= limits.actionIdLength)
    .slice(0, limits.actionsPerMessage)
  if (usable.length < actions.length)
    findings.push(`Se muestran ${usable.length} de ${actions.length} botones.`)
  if (usable.length === 0) return []
  const elements = usable.map(({ id, label, style, url }) => ({
    type: "button",
    action_id: id,
    text: {
      type: "plain_text",
      text:
        label.length <= limits.actionLabelLength ? label : `${label.slice(0, limits.actionLabelLength - 1)}…`,
      emoji: false,
    },
    ...(style === "normal" ? {} : { style }),
    ...(url ? { url } : {}),
  }))
  return [{ type: "actions", elements }]
}
