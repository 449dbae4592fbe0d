import type { Block, Card, RichText } from "../../../src/cards/card.ts"
import { withoutFile } from "../../../src/cards/card-file.ts"
import { DEMO_LABEL, renderPlainText } from "../../../src/cards/plain-text.ts"
import type { AdapterLimits, Rendered } from "../../../src/ports/chat-adapter.ts"
import type { EcoPayload } from "./platform.ts"

export const limits: AdapterLimits = {
  textLength: 2_000,
  blocksPerMessage: 50,
  actionsPerMessage: 6,
  actionLabelLength: 40,
  actionIdLength: 100,
  perChannelPerSecond: 1_000,
}

/** Eco shows plain text: nothing in it can become markup. A text that is too long is several messages. */
export function render(whole: Card): Rendered {
  const { title, demo, blocks, actions } = withoutFile(whole)
  const buttons = actions
    .filter(({ url }) => url === undefined || isSafe(url))
    .slice(0, limits.actionsPerMessage)
    .map(({ id, label, url }) => ({
      id,
      label: label.slice(0, limits.actionLabelLength),
      ...(url && { url }),
    }))
  const texts = cut(blocks.map(textOf).join("\n"), limits.textLength - title.length - DEMO_LABEL.length - 20)
  const parts = texts.map((text, i): EcoPayload => {
    const last = i === texts.length - 1
    const head = texts.length > 1 ? `${title} (${i + 1}/${texts.length})` : title
    return {
      text: [head, ...(demo ? [DEMO_LABEL] : []), text].join("\n"),
      links: last ? blocks.flatMap(linksOf).filter(isSafe) : [],
      buttons: last ? buttons : [],
    }
  })
  const missing = actions.length - buttons.length
  return { parts, text: renderPlainText(whole), findings: missing > 0 ? [`Faltan ${missing} botones.`] : [] }
}

const isSafe = (url: string) => /^https?:/i.test(url)

const plain = (text: RichText): string =>
  typeof text === "string" ? text : text.map((leaf) => (typeof leaf === "string" ? leaf : leaf.text)).join("")

function textOf(block: Block): string {
  switch (block.kind) {
    case "text":
    case "note":
      return plain(block.text)
    case "heading":
      return block.text
    case "fields":
      return block.fields.map(({ label, value }) => `${label}\n${plain(value)}`).join("\n")
    case "list":
      return block.items.map(plain).join("\n")
    case "table":
      return [block.columns, ...block.rows].map((row) => row.join(" | ")).join("\n")
    case "image":
      return block.alt
    case "divider":
      return ""
  }
}

const linksOf = (block: Block): readonly string[] =>
  block.kind === "text" && typeof block.text !== "string"
    ? block.text.flatMap((leaf) => (typeof leaf !== "string" && leaf.kind === "link" ? [leaf.url] : []))
    : []

/** At most `max` UTF-16 units each: between words where there are any, never inside a character. */
function cut(text: string, max: number): readonly string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > max) {
    const space = Math.max(...[" ", "\n"].map((blank) => rest.lastIndexOf(blank, max)))
    const inside = /[\ud800-\udbff]/.test(rest.charAt(max - 1)) ? max - 1 : max
    const at = space > 0 ? space : inside
    parts.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return [...parts, rest]
}
