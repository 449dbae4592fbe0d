import type { Block, Card, Tone } from "../../src/cards/card.ts"
import { legibleCard } from "../../src/cards/legible-card.ts"
import { DEMO_LABEL, renderPlainText } from "../../src/cards/plain-text.ts"
import type { Rendered } from "../../src/ports/chat-adapter.ts"
import { buttonsOf, type DiscordRow, rowsOf } from "./buttons.ts"
import { limits } from "./limits.ts"
import { blockLines, bold, escapeMarkdown, fill, pieces, safeUrl } from "./markdown.ts"

/** The body of a message, as Discord's API takes it. */
export interface DiscordPayload {
  readonly embeds: readonly [DiscordEmbed]
  readonly components: readonly DiscordRow[]
}

export interface DiscordEmbed {
  readonly title: string
  readonly description?: string
  readonly color: number
  readonly footer?: { readonly text: string }
  readonly image?: { readonly url: string }
}

export const COLOR: Readonly<Record<Tone, number>> = {
  aviso: 0x1f5c4b,
  atencion: 0xb0831f,
  vencido: 0xa11b1b,
  logro: 0x2e7d32,
  error: 0xa11b1b,
}

/** One embed a message; a long card goes in as many messages as it needs, its buttons under the last one. */
export function render(written: Card): Rendered {
  const card = legibleCard(written)
  const findings: string[] = []
  const { title, head } = titleOf(card)
  const label = card.demo ? `**${DEMO_LABEL}**\n` : ""
  const texts = fill([...head, ...card.blocks.flatMap(blockLines)], ROOM - label.length)
  const rows = rowsOf(buttonsOf(card.actions, findings))
  const image = imageOf(card.blocks, findings)
  const parts = texts.map((text, i): DiscordPayload => {
    const last = i === texts.length - 1
    const counter = texts.length > 1 ? ` (${i + 1}/${texts.length})` : ""
    const description = `${label}${text}`.trimEnd()
    return {
      embeds: [
        {
          title: `${title}${counter}`,
          color: COLOR[card.tone],
          ...(description === "" ? {} : { description }),
          ...(last && image ? { image } : {}),
        },
      ],
      components: last ? rows : [],
    }
  })
  return { parts, text: renderPlainText(card), findings }
}

/** One that is too long for a title stands before the text. */
export function titleOf(card: Card): { readonly title: string; readonly head: readonly string[] } {
  const title = escapeMarkdown(card.title.replaceAll(/\s+/g, " ").trim())
  const fits = title !== "" && title.length <= limits.title - TITLE_COUNTER
  return fits ? { title, head: [] } : { title: "Plenaria", head: pieces(card.title).map(bold) }
}

/** An embed has one image; the words for it stand in the text. */
export function imageOf(blocks: readonly Block[], findings: string[]): { readonly url: string } | null {
  const urls = blocks.flatMap((block) => (block.kind === "image" ? [block.url] : []))
  const shown = urls.filter(safeUrl)
  if (urls.length > Math.min(shown.length, 1))
    findings.push(`Se muestran ${Math.min(shown.length, 1)} de ${urls.length} imágenes.`)
  return shown[0] ? { url: shown[0] } : null
}

const TITLE_COUNTER = 12

/** Room for the text of one embed: its own limit, and what the title and the reference leave of the total. */
const ROOM = Math.min(limits.textLength, limits.embedTotal - limits.title - 100)
