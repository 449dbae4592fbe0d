import { buttonLabels } from "../../../src/cards/button-labels.ts"
import type { Block, Card, RichText } from "../../../src/cards/card.ts"
import { withoutFile } from "../../../src/cards/card-file.ts"
import { legibleCard } from "../../../src/cards/legible-card.ts"
import { DEMO_LABEL, renderPlainText } from "../../../src/cards/plain-text.ts"
import { chunks } from "../../../src/domain/texto/cut.ts"
import type { AdapterLimits, Rendered } from "../../../src/ports/chat-adapter.ts"
import type { EcoPayload } from "./platform.ts"

export const limits: AdapterLimits = {
  textLength: 2_000,
  blocksPerMessage: 50,
  actionsPerMessage: 6,
  actionLabelLength: 40,
  actionIdLength: 100,
  perChannelPerSecond: 1_000,
  budget: null,
}

/** Eco shows plain text: nothing in it can become markup. A text that is too long is several messages. */
export function render(whole: Card): Rendered {
  const { title, demo, blocks, actions } = legibleCard(withoutFile(whole))
  const usable = actions
    .filter(({ url }) => url === undefined || isSafe(url))
    .slice(0, limits.actionsPerMessage)
  const labels = buttonLabels(usable, limits.actionLabelLength)
  const buttons = usable.map(({ id, label, url }, i) => ({
    id,
    label: labels[i] ?? label,
    ...(url && { url }),
  }))
  const pieces = chunks(
    blocks.map(textOf).join("\n"),
    limits.textLength - title.length - DEMO_LABEL.length - 20,
  )
  const texts = pieces.length > 0 ? pieces : [""]
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
