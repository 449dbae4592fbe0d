import type { Inline, RichText } from "../../src/cards/card.ts"
import { chunks } from "../../src/domain/texto/cut.ts"
import { limits } from "./limits.ts"

/** Block Kit, as plain JSON. */
export type SlackBlock = Readonly<Record<string, unknown>> & { readonly type: string }

export type Element = Readonly<Record<string, unknown>>

/** A block and its bytes as JSON, which count against the message's limit. */
export interface Sized {
  readonly block: SlackBlock
  readonly size: number
}

export const sized = (block: SlackBlock): Sized => ({
  block,
  size: Buffer.byteLength(JSON.stringify(block)) + 1,
})

type Style = "bold" | "italic" | "code"

/** One or more text elements, each no longer than a block. Slack shows them literally and refuses empty ones. */
export function literal(text: string, style?: Style): readonly Element[] {
  return chunks(text, limits.blockText).map((chunk) =>
    style ? { type: "text", text: chunk, style: { [style]: true } } : { type: "text", text: chunk },
  )
}

export function toElements(text: RichText): readonly Element[] {
  const inlines: readonly Inline[] = typeof text === "string" ? [text] : text
  return inlines.flatMap(inlineElements)
}

function inlineElements(inline: Inline): readonly Element[] {
  if (typeof inline === "string") return literal(inline)
  switch (inline.kind) {
    case "bold":
    case "italic":
    case "code":
      return literal(inline.text, inline.kind)
    case "link":
      return link(inline.text, inline.url)
    case "date":
      return literal(inline.text)
    case "command":
      return literal(inline.text, "code")
    case "mention":
      return /^[UW][A-Z0-9]{2,}$/.test(inline.user)
        ? [{ type: "user", user_id: inline.user }]
        : literal(inline.text)
  }
}

/** Only addresses that open a page or a mail; Slack takes up to 3,000 characters of them. */
export const isSafeUrl = (url: string) => opensSomething(url) && url.length <= 3_000

const opensSomething = (url: string) => /^(https?|mailto):/i.test(url)

/** An address that is too long for a link is written out; one that would run something is not. */
export function link(text: string, url: string): readonly Element[] {
  if (!isSafeUrl(url)) return literal(text === url || !opensSomething(url) ? text : `${text} (${url})`)
  const words = chunks(text, limits.blockText)
  return words.length === 0
    ? [{ type: "link", url }]
    : words.map((chunk) => ({ type: "link", url, text: chunk }))
}

/** Lines into as few blocks as their limit allows. */
export function paragraphs(lines: readonly (readonly Element[])[]): readonly Sized[] {
  return pack(lines.flat()).map(paragraph)
}

function paragraph(elements: readonly Element[]): Sized {
  return sized({ type: "rich_text", elements: [section(elements)] })
}

/** Small print. */
export function context(text: string): readonly Sized[] {
  if (text.trim() === "") return []
  return chunks(text, limits.blockText).map((chunk) =>
    sized({ type: "context", elements: [{ type: "plain_text", text: chunk, emoji: false }] }),
  )
}

/**
 * Slack refuses (`block_mismatch`) to put blocks without rich text in the place of blocks with it. What has small print
 * only says it in italics instead.
 */
export function withRichText(blocks: readonly SlackBlock[]): readonly SlackBlock[] {
  if (blocks.some(({ type }) => type === "rich_text")) return blocks
  return blocks.map((block) => {
    if (block.type !== "context") return block
    const texts = (block.elements as readonly Element[]).map(({ text }) => String(text))
    return paragraph(texts.flatMap((text) => literal(text, "italic"))).block
  })
}

/** Items into as few lists as fit; what is left of an item too long for a block follows it as a paragraph. */
export function lists(items: readonly (readonly Element[])[], style: "ordered" | "bullet"): readonly Sized[] {
  const blocks: Sized[] = []
  let run: (readonly Element[])[] = []
  const flush = (next: number) => {
    if (run.length > 0) blocks.push(list(run, style, next - run.length))
    run = []
  }
  for (const [i, item] of items.entries()) {
    if (sizeOf(run.flat()) + sizeOf(item) > limits.blockText) flush(i)
    const [head = NOTHING, ...rest] = pack(item)
    run.push(head)
    if (rest.length > 0) {
      flush(i + 1)
      blocks.push(...rest.map(paragraph))
    }
  }
  flush(items.length)
  return blocks
}

function list(items: readonly (readonly Element[])[], style: "ordered" | "bullet", offset: number): Sized {
  const numbering = style === "ordered" && offset > 0 ? { offset } : {}
  const element = { type: "rich_text_list", style, elements: items.map(section), ...numbering }
  return sized({ type: "rich_text", elements: [element] })
}

/** Slack refuses a section without elements; an item that says nothing keeps its place, and its number. */
const NOTHING: readonly Element[] = [{ type: "text", text: "—" }]

const section = (elements: readonly Element[]): Element => ({ type: "rich_text_section", elements })

/** A mention or an address without words counts as a name. */
const sizeOf = (elements: readonly Element[]) =>
  elements.reduce((sum, { text }) => sum + (typeof text === "string" ? text.length : 20), 0)

/** Neighbours together while they fit in one block. */
function pack(elements: readonly Element[]): readonly (readonly Element[])[] {
  const packs: Element[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const element of elements) {
    const own = sizeOf([element])
    if (size + own > limits.blockText) {
      packs.push([element])
      size = own
    } else {
      packs.at(-1)?.push(element)
      size += own
    }
  }
  return packs
}
