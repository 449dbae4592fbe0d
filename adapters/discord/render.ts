import type { Action, Block, Card, Inline, RichText, Tone } from "../../src/cards/card.ts"
import { DEMO_LABEL, renderPlainText } from "../../src/cards/plain-text.ts"
import type { Rendered } from "../../src/ports/chat-adapter.ts"
import { limits } from "./limits.ts"

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
}
interface DiscordRow {
  readonly type: 1
  readonly components: readonly Readonly<Record<string, unknown>>[]
}

const COLOR: Readonly<Record<Tone, number>> = {
  aviso: 0x1f5c4b,
  atencion: 0xb0831f,
  vencido: 0xa11b1b,
  logro: 0x2e7d32,
  error: 0xa11b1b,
}
const STYLE: Readonly<Record<Action["style"], number>> = { primary: 1, normal: 2, danger: 4 }
const LINK_STYLE = 5

/** One embed a message; a long card goes in as many messages as it needs, its buttons under the last one. */
export function render(card: Card): Rendered {
  const findings: string[] = []
  const title = escapeMarkdown(card.title.replaceAll(/\s+/g, " "))
  const fits = title.length <= limits.title - TITLE_COUNTER
  const label = card.demo ? `**${DEMO_LABEL}**\n` : ""
  const texts = fill(
    [...(fits ? [] : pieces(card.title).map(bold)), ...card.blocks.flatMap(blockLines)],
    ROOM - label.length,
  )
  const rows = buttonRows(card.actions, findings)
  const parts = texts.map((text, i): DiscordPayload => {
    const counter = texts.length > 1 ? ` (${i + 1}/${texts.length})` : ""
    const description = `${label}${text}`.trimEnd()
    return {
      embeds: [
        {
          title: `${fits ? title : "Plenaria"}${counter}`,
          color: COLOR[card.tone],
          ...(description === "" ? {} : { description }),
        },
      ],
      components: i === texts.length - 1 ? rows : [],
    }
  })
  return { parts, text: renderPlainText(card), findings }
}

const TITLE_COUNTER = 12
const bold = (text: string) => `**${text}**`

/** Every character with which Discord's markdown, mentions, links or emoji could start, behind a backslash: shown as typed. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\*_~`|>#\-+[\]()<:/.@]/g, "\\$&")
}

function blockLines(block: Block): readonly string[] {
  switch (block.kind) {
    case "text":
      return richLines(block.text)
    case "heading":
      return ["", ...pieces(block.text).map(bold)]
    case "fields":
      return block.fields.flatMap(({ label, value }) => richLines(value, `**${escapeMarkdown(label)}:** `))
    case "list":
      return block.items.flatMap((item, i) => richLines(item, block.ordered ? `${i + 1}\\. ` : "• "))
    case "table":
      return [
        ...pieces(block.columns.join(" · ")).map((piece) => `*${piece}*`),
        ...block.rows.flatMap((row) => richLines(row.join(" · "), "• ")),
      ]
    case "divider":
      return ["———"]
    case "note":
      return richLines(block.text, "-# ")
    case "image":
      return richLines(block.alt)
  }
}

/** Lines of at most half a message, the first with a prefix. */
function richLines(text: RichText, prefix = ""): readonly string[] {
  const inlines: readonly Inline[] = typeof text === "string" ? [text] : text
  const small = prefix === "-# "
  const lines = [""]
  for (const token of inlines.flatMap(inlineTokens)) {
    if (token === "\n") lines.push("")
    else if ((lines.at(-1) ?? "").length + token.length > LONGEST_LINE) lines.push(token)
    else lines[lines.length - 1] = `${lines.at(-1)}${token}`
  }
  return lines.map((line, i) => (i === 0 || small ? `${prefix}${line}` : line))
}

const LONGEST_LINE = 1_800
const LONGEST_PIECE = LONGEST_LINE - 10

function inlineTokens(inline: Inline): readonly string[] {
  const split = (text: string, wrap: (piece: string) => string) =>
    text.split(/(\n)/).flatMap((line) => (line === "\n" ? ["\n"] : line === "" ? [] : pieces(line).map(wrap)))
  if (typeof inline === "string") return split(inline, (piece) => piece)
  switch (inline.kind) {
    case "bold":
      return split(inline.text, (piece) => `**${piece}**`)
    case "italic":
      return split(inline.text, (piece) => `*${piece}*`)
    case "code":
      return split(inline.text, (piece) => piece)
    case "link":
      return /^https?:\/\/[^\s()<>]+$/i.test(inline.url)
        ? [`[${escapeMarkdown(inline.text)}](<${inline.url}>)`]
        : split(inline.text, (piece) => piece)
    case "date":
      return split(inline.text, (piece) => piece)
    case "mention":
      return [`<@${inline.user.replace(/\D/g, "")}>`]
  }
}

/** Escaped pieces that fit in a line, cut between words; only an endless word is cut, between characters. */
function pieces(text: string): readonly string[] {
  const result: string[] = []
  const add = (escaped: string) => {
    const last = result.at(-1)
    if (last === undefined || last.length + escaped.length > LONGEST_PIECE) result.push(escaped)
    else result[result.length - 1] = last + escaped
  }
  for (const word of text.match(/\S+\s*|\s+/g) ?? []) {
    const escaped = escapeMarkdown(word)
    if (escaped.length <= LONGEST_PIECE) add(escaped)
    else for (const character of word) add(escapeMarkdown(character))
  }
  return result
}

/** Room for the text of one embed: its own limit, and what the title and the reference leave of the total. */
const ROOM = Math.min(limits.textLength, limits.embedTotal - limits.title - 100)

function fill(lines: readonly string[], room: number): readonly string[] {
  const texts: string[] = [""]
  for (const line of lines) {
    const current = texts.at(-1) ?? ""
    if (current !== "" && current.length + 1 + line.length > room) texts.push(line)
    else texts[texts.length - 1] = current === "" ? line : `${current}\n${line}`
  }
  return texts
}

function buttonRows(actions: readonly Action[], findings: string[]): readonly DiscordRow[] {
  const usable = actions
    .filter(({ id }) => id.length <= limits.actionIdLength)
    .slice(0, limits.actionsPerMessage)
  if (usable.length < actions.length)
    findings.push(`Se muestran ${usable.length} de ${actions.length} botones.`)
  const buttons = usable.map(({ id, label, style, url }) => ({
    type: 2,
    label:
      label.length <= limits.actionLabelLength ? label : `${label.slice(0, limits.actionLabelLength - 1)}…`,
    ...(url ? { style: LINK_STYLE, url } : { style: STYLE[style], custom_id: id }),
  }))
  const rows: DiscordRow[] = []
  for (let i = 0; i < buttons.length && rows.length < limits.rows; i += limits.buttonsPerRow) {
    rows.push({ type: 1, components: buttons.slice(i, i + limits.buttonsPerRow) })
  }
  return rows
}
