import { buttonLabels } from "../../src/cards/button-labels.ts"
import type { Action, Block, Card } from "../../src/cards/card.ts"
import { withoutFile } from "../../src/cards/card-file.ts"
import { portadaCortada } from "../../src/cards/inicio/portada.ts"
import { legibleCard } from "../../src/cards/legible-card.ts"
import { DEMO_LABEL, renderPlainText, richToPlain } from "../../src/cards/plain-text.ts"
import { shorten } from "../../src/domain/texto/cut.ts"
import type { Rendered } from "../../src/ports/chat-adapter.ts"
import { homeLimits, limits } from "./limits.ts"
import {
  context,
  isSafeUrl,
  link,
  lists,
  literal,
  paragraphs,
  type Sized,
  type SlackBlock,
  sized,
  toElements,
} from "./rich-text.ts"

export interface SlackPayload {
  readonly text: string
  readonly blocks: readonly SlackBlock[]
}

/** Room for ` (99/99)` after a title. */
const SUFFIX = 8
/** The longest title as JSON, of letters that take two bytes. */
const HEADER_BYTES = 2 * limits.header + 80

/**
 * Text goes into rich_text and plain_text elements, which Slack shows literally: mentions, links and markup typed by a
 * person stay inert without any escaping. Only the fallback text is mrkdwn and is escaped.
 */
export function render(written: Card): Rendered {
  // Slack takes a file in several requests of its own, and a message is one.
  const card = legibleCard(withoutFile(written))
  const findings: string[] = []
  const title = titleOf(card)
  const label = card.demo ? context(DEMO_LABEL) : []
  const body = [...card.blocks.flatMap(renderBlock), ...renderActions(card.actions, findings)]
  const whole = title.length <= limits.header
  let groups = group(whole ? body : [...fullTitle(title), ...body], label)
  const numbered = groups.length > 1
  if (numbered && whole && title.length > limits.header - SUFFIX)
    groups = group([...fullTitle(title), ...body], label)

  const plain = renderPlainText(card)
  const parts = groups.map((blocks, i): SlackPayload => {
    const heading = header(title, numbered ? ` (${i + 1}/${groups.length})` : "")
    const shown = [heading, ...[...label, ...blocks].map(({ block }) => block)]
    return { text: fallback(numbered ? textOf(shown) : plain.trim() || title), blocks: shown }
  })
  return { parts, text: plain, findings }
}

/** A person's own page: one view, however long; what does not fit says so, and its buttons stay. */
export function renderHome(written: Card): { readonly blocks: readonly SlackBlock[] } {
  const card = legibleCard(withoutFile(written))
  const title = titleOf(card)
  const head = [
    sized(header(title, "")),
    ...(title.length > limits.header ? fullTitle(title) : []),
    ...(card.demo ? context(DEMO_LABEL) : []),
  ]
  const buttons = renderActions(card.actions, [])
  const body = card.blocks.flatMap(renderBlock)
  const cut = legibleCard({ ...card, blocks: [portadaCortada], actions: [] }).blocks.flatMap(renderBlock)
  const whole = [...head, ...body, ...buttons]
  const shown = fitsHome(whole)
    ? whole
    : [...asManyAsFit(head, body, [...cut, ...buttons]), ...cut, ...buttons]
  return { blocks: shown.map(({ block }) => block) }
}

const fitsHome = (blocks: readonly Sized[]) =>
  blocks.length <= homeLimits.blocks && blocks.reduce((sum, { size }) => sum + size, 0) <= homeLimits.bytes

function asManyAsFit(
  head: readonly Sized[],
  body: readonly Sized[],
  tail: readonly Sized[],
): readonly Sized[] {
  const taken = [...head]
  for (const item of body) {
    if (!fitsHome([...taken, item, ...tail])) break
    taken.push(item)
  }
  return taken
}

const titleOf = ({ title }: Card) => title.replaceAll(/\s+/g, " ").trim() || "Plenaria"

/** For the one field that Slack reads as mrkdwn (docs.slack.dev: "Escaping text"). */
export const escapeMrkdwn = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

function fallback(text: string): string {
  // An entity that was cut in two would be read as letters.
  return shorten(escapeMrkdwn(text), limits.fallbackText).replace(/&[a-z]{0,3}…$/, "…")
}

/** The text of a part's leaves, for screen readers and the notice that a phone shows. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join("\n")
  const { type, text, elements } = Object(value)
  if (typeof text === "string") return text
  if (type === "rich_text_section") return elements.map(textOf).join("")
  return textOf(text ?? elements ?? [])
}

function header(title: string, suffix: string): SlackBlock {
  const text = shorten(title, limits.header - suffix.length) + suffix
  return { type: "header", text: { type: "plain_text", text, emoji: false } }
}

/** A title that a header cannot hold is written out under its beginning: nothing of it is lost. */
const fullTitle = (title: string) => paragraphs([literal(title, "bold")])

/** Blocks in order, as many to a message as fit beside its title and its label. */
function group(blocks: readonly Sized[], label: readonly Sized[]): readonly (readonly Sized[])[] {
  const mostBlocks = limits.blocksPerMessage - 1 - label.length
  const mostBytes = limits.messageBytes - HEADER_BYTES - label.reduce((sum, { size }) => sum + size, 0)
  const groups: Sized[][] = [[]]
  let size = 0
  for (const item of blocks) {
    const current = groups.at(-1) ?? []
    if (current.length > 0 && (size + item.size > mostBytes || current.length >= mostBlocks)) {
      groups.push([item])
      size = item.size
    } else {
      current.push(item)
      size += item.size
    }
  }
  return groups
}

function renderBlock(block: Block): readonly Sized[] {
  switch (block.kind) {
    case "text":
      return paragraphs([toElements(block.text)])
    case "heading":
      return paragraphs([literal(block.text, "bold")])
    case "fields":
      return paragraphs(
        block.fields.map(({ label, value }, i) => [
          ...literal(i === 0 ? "" : "\n"),
          ...literal(`${label}: `, "bold"),
          ...toElements(value),
        ]),
      )
    case "list":
      return lists(block.items.map(toElements), block.ordered ? "ordered" : "bullet")
    case "table":
      return [
        ...paragraphs([literal(block.columns.join(" · "), "italic")]),
        ...lists(block.rows.map(tableRow), "bullet"),
      ]
    case "divider":
      return [sized({ type: "divider" })]
    case "note":
      return context(richToPlain(block.text))
    case "image":
      // Slack refuses the whole message when it cannot fetch an image: the address is given instead.
      return paragraphs([[...literal("Imagen: "), ...link(block.alt, block.url)]])
  }
}

/** Aligned columns do not fit a phone: a row is a line that begins with what it is about. */
function tableRow([first = "", ...rest]: readonly string[]) {
  return [...literal(first, "bold"), ...literal(rest.map((cell) => ` · ${cell}`).join(""))]
}

function renderActions(actions: readonly Action[], findings: string[]): readonly Sized[] {
  const ids = new Set<string>()
  const usable = actions
    .filter(({ id, url }) => {
      const fits = id.trim() !== "" && id.length <= limits.actionIdLength && (!url || isSafeUrl(url))
      // Slack refuses a block with the same id twice.
      return fits && !ids.has(id) && ids.add(id)
    })
    .slice(0, limits.actionsPerMessage)
  if (usable.length < actions.length)
    findings.push(`Se muestran ${usable.length} de ${actions.length} botones.`)
  if (usable.length === 0) return []
  const labels = buttonLabels(usable, limits.actionLabelLength)
  const elements = usable.map(({ id, style, url }, i) => ({
    type: "button",
    action_id: id,
    text: { type: "plain_text", text: labels[i], emoji: false },
    ...(style === "normal" ? {} : { style }),
    ...(url ? { url } : {}),
  }))
  return [sized({ type: "actions", elements })]
}
