import { buttonLabels } from "../../src/cards/button-labels.ts"
import type { Action, Block, Card, CommandMention, Inline, RichText, Tone } from "../../src/cards/card.ts"
import { legibleCard } from "../../src/cards/legible-card.ts"
import { DEMO_LABEL, renderPlainText } from "../../src/cards/plain-text.ts"
import { charactersOf, chunks, wordsOf } from "../../src/domain/texto/cut.ts"
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
  readonly image?: { readonly url: string }
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
export function render(written: Card): Rendered {
  const card = legibleCard(written)
  const findings: string[] = []
  const title = escapeMarkdown(card.title.replaceAll(/\s+/g, " ").trim())
  const fits = title !== "" && title.length <= limits.title - TITLE_COUNTER
  const label = card.demo ? `**${DEMO_LABEL}**\n` : ""
  const texts = fill(
    [...(fits ? [] : pieces(card.title).map(bold)), ...card.blocks.flatMap(blockLines)],
    ROOM - label.length,
  )
  const rows = buttonRows(card.actions, findings)
  const image = imageOf(card.blocks, findings)
  const parts = texts.map((text, i): DiscordPayload => {
    const last = i === texts.length - 1
    const counter = texts.length > 1 ? ` (${i + 1}/${texts.length})` : ""
    const description = `${label}${text}`.trimEnd()
    return {
      embeds: [
        {
          title: `${fits ? title : "Plenaria"}${counter}`,
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

/** An embed has one image; the words for it stand in the text. */
function imageOf(blocks: readonly Block[], findings: string[]): { readonly url: string } | null {
  const urls = blocks.flatMap((block) => (block.kind === "image" ? [block.url] : []))
  const shown = urls.filter(safeUrl)
  if (urls.length > Math.min(shown.length, 1))
    findings.push(`Se muestran ${Math.min(shown.length, 1)} de ${urls.length} imágenes.`)
  return shown[0] ? { url: shown[0] } : null
}

const safeUrl = (url: string) => url.length <= limits.url && /^https?:\/\/[^\s()<>]+$/i.test(url)

/** Too long for a link here, or a mail's: its address is written out. One that would run something is not. */
const opensSomething = (url: string) => /^(https?|mailto):/i.test(url)

const TITLE_COUNTER = 12

/** Marks of style around a text, not around the spaces at its ends: Discord would show the marks themselves. */
function marked(mark: string, text: string): string {
  const core = text.trim()
  return core === "" ? text : text.replace(core, () => `${mark}${core}${mark}`)
}
const bold = (text: string) => marked("**", text)
const italic = (text: string) => marked("*", text)

/** Every character with which Discord's markdown, mentions, links or emoji could start, behind a backslash: shown as typed. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\*_~`|>#\-+[\]()<:/.@]/g, "\\$&")
}

function blockLines(block: Block): readonly string[] {
  switch (block.kind) {
    case "text":
      return richLines(block.text)
    case "heading":
      return ["", ...pieces(block.text).map(bold)]
    case "fields":
      return block.fields.flatMap(({ label, value }) =>
        richLines([{ kind: "bold", text: `${label}:` }, " ", ...inlinesOf(value)]),
      )
    case "list":
      return block.items.flatMap((item, i) => richLines(item, block.ordered ? `${i + 1}\\. ` : "• "))
    case "table":
      return [
        ...pieces(block.columns.join(" · ")).map(italic),
        ...block.rows.flatMap((row) => richLines(row.join(" · "), "• ")),
      ]
    case "divider":
      return [""]
    case "note":
      return richLines(block.text, "-# ")
    case "image":
      return richLines(block.alt)
  }
}

const inlinesOf = (text: RichText): readonly Inline[] => (typeof text === "string" ? [text] : text)

/** Lines of at most half a message, the first with a prefix. */
function richLines(text: RichText, prefix = ""): readonly string[] {
  const small = prefix === "-# "
  const lines = [""]
  for (const token of inlinesOf(text).flatMap(inlineTokens)) {
    const line = lines.at(-1) ?? ""
    if (token === "\n") lines.push("")
    else if (line.length + token.length >= LONGEST_LINE) lines.push(token)
    else lines[lines.length - 1] = `${line}${marksMeet(line, token) ? ZERO_WIDTH_SPACE : ""}${token}`
  }
  return lines.map((line, i) => (i === 0 || small ? `${prefix}${line}` : line))
}

/** Two runs of asterisks side by side would be read as one. */
const marksMeet = (line: string, token: string) => line.endsWith("*") && token.startsWith("*")
const ZERO_WIDTH_SPACE = "\u200b"
const LONGEST_LINE = 1_800
const LONGEST_PIECE = LONGEST_LINE - 10

function inlineTokens(inline: Inline): readonly string[] {
  const split = (text: string, wrap: (piece: string) => string, room = LONGEST_PIECE) =>
    text
      .split(/(\n)/)
      .flatMap((line) => (line === "\n" ? ["\n"] : line === "" ? [] : pieces(line, room).map(wrap)))
  const plain = (text: string) => split(text, (piece) => piece)
  if (typeof inline === "string") return plain(inline)
  switch (inline.kind) {
    case "bold":
      return split(inline.text, bold)
    case "italic":
      return split(inline.text, italic)
    case "link": {
      const { text, url } = inline
      return safeUrl(url)
        ? split(text, (piece) => `[${piece}](<${url}>)`, LONGEST_PIECE - url.length)
        : plain(text === url || !opensSomething(url) ? text : `${text} (${url})`)
    }
    case "command":
      return commandTokens(inline, plain)
    case "mention":
      return /^\d+$/.test(inline.user) ? [`<@${inline.user}>`] : plain(inline.text)
    case "code":
    case "date":
      return plain(inline.text)
  }
}

/** What opens it, where Discord has told its id, and what is written after it; otherwise how it is called. */
function commandTokens(
  { text, native = "" }: CommandMention,
  plain: (text: string) => readonly string[],
): readonly string[] {
  const [, path] = COMMAND_LINK.exec(native) ?? []
  return path !== undefined && text.startsWith(`/${path}`)
    ? [native, ...plain(text.slice(path.length + 1))]
    : plain(text)
}

const COMMAND_LINK = /^<\/([a-z0-9-]+(?: [a-z0-9-]+){0,2}):\d{1,20}>$/

/** Escaped pieces that fit in a line, cut between words; only an endless word is cut, between characters as people see them. */
function pieces(text: string, room = LONGEST_PIECE): readonly string[] {
  const whole = escapeMarkdown(text)
  if (whole !== "" && whole.length <= room) return [whole]
  const result: string[] = []
  const add = (escaped: string) => {
    const last = result.at(-1)
    if (last === undefined || last.length + escaped.length > room) result.push(escaped)
    else result[result.length - 1] = last + escaped
  }
  for (const word of wordsOf(text)) {
    const escaped = escapeMarkdown(word)
    if (escaped.length <= room) add(escaped)
    else for (const character of charactersOf(word)) for (const part of marksOf(character, room)) add(part)
  }
  return result
}

/** A character of marks upon marks may be longer than a line. None of them is escaped. */
function marksOf(character: string, room: number): readonly string[] {
  return character.length <= room / 2 ? [escapeMarkdown(character)] : chunks(character, room)
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
  const usable = actions.filter(takes).slice(0, limits.actionsPerMessage)
  if (usable.length < actions.length)
    findings.push(`Se muestran ${usable.length} de ${actions.length} botones.`)
  const labels = buttonLabels(usable, limits.actionLabelLength)
  const buttons = usable.map(({ id, style, url }, i) => ({
    type: 2,
    label: labels[i],
    ...(url ? { style: LINK_STYLE, url } : { style: STYLE[style], custom_id: id }),
  }))
  const rows: DiscordRow[] = []
  for (let i = 0; i < buttons.length && rows.length < limits.rows; i += limits.buttonsPerRow) {
    rows.push({ type: 1, components: buttons.slice(i, i + limits.buttonsPerRow) })
  }
  return rows
}

/** One button that Discord does not take would cost the whole message: too long an id, or an id twice. */
function takes({ id, url }: Action, at: number, actions: readonly Action[]): boolean {
  if (url) return safeUrl(url)
  const first = actions.findIndex((action) => !action.url && action.id === id)
  return id.trim() !== "" && id.length <= limits.actionIdLength && first === at
}
