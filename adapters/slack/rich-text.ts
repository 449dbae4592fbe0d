import type { Inline, RichText } from "../../src/cards/card.ts"
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
  return chunks(visible(text)).map((chunk) =>
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
    case "mention":
      return /^[UW][A-Z0-9]{2,}$/.test(inline.user)
        ? [{ type: "user", user_id: inline.user }]
        : literal(inline.text)
  }
}

/** Only addresses that open a page or a mail; Slack takes up to 3,000 characters of them. */
export const isSafeUrl = (url: string) => /^(https?|mailto):/i.test(url) && url.length <= 3_000

export function link(text: string, url: string): readonly Element[] {
  if (!isSafeUrl(url)) return literal(text)
  const words = chunks(visible(text))
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
  return chunks(visible(text)).map((chunk) =>
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
    const [head = [], ...rest] = pack(item)
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

/** Pieces no longer than a block: cut after a line, else after a word, and never inside a character. */
export function chunks(text: string): readonly string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > limits.blockText) {
    const cut = cutOf(rest, limits.blockText)
    pieces.push(rest.slice(0, cut))
    rest = rest.slice(cut)
  }
  return rest === "" ? pieces : [...pieces, rest]
}

function cutOf(text: string, max: number): number {
  const line = text.lastIndexOf("\n", max - 1)
  if (line > max / 2) return line + 1
  const word = text.lastIndexOf(" ", max - 1)
  if (word > max / 2) return word + 1
  const last = text.charCodeAt(max - 1)
  return last >= 0xd800 && last <= 0xdbff ? max - 1 : max
}

/** Control characters are not text, and bidirectional overrides could make words read in another order. */
export function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what must not pass.
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "")
}
