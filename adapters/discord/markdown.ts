import type { Block, CommandMention, Inline, RichText } from "../../src/cards/card.ts"
import { charactersOf, chunks, wordsOf } from "../../src/domain/texto/cut.ts"
import { limits } from "./limits.ts"

/** Whether Discord opens it. */
export const safeUrl = (url: string) => url.length <= limits.url && /^https?:\/\/[^\s()<>]+$/i.test(url)

/** Too long for a link here, or a mail's: its address is written out. One that would run something is not. */
const opensSomething = (url: string) => /^(https?|mailto):/i.test(url)

/** Marks of style around a text, not around the spaces at its ends: Discord would show the marks themselves. */
function marked(mark: string, text: string): string {
  const core = text.trim()
  return core === "" ? text : text.replace(core, () => `${mark}${core}${mark}`)
}
export const bold = (text: string) => marked("**", text)
const italic = (text: string) => marked("*", text)

/** Every character with which Discord's markdown, mentions, links or emoji could start, behind a backslash: shown as typed. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\*_~`|>#\-+[\]()<:/.@]/g, "\\$&")
}

/** A block as lines of a message. */
export function blockLines(block: Block): readonly string[] {
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
      return itemsLines(block).flat()
    case "table":
      return [...columnLines(block), ...itemsLines(block).flat()]
    case "divider":
      return [""]
    case "note":
      return richLines(block.text, "-# ")
    case "image":
      return richLines(block.alt)
  }
}

type ListBlock = Extract<Block, { readonly kind: "list" }>
type TableBlock = Extract<Block, { readonly kind: "table" }>

/** Of each item of a list, or row of a table, its lines. */
export function itemsLines(block: ListBlock | TableBlock): readonly (readonly string[])[] {
  return block.kind === "list"
    ? block.items.map((item, i) => richLines(item, block.ordered ? `${i + 1}\\. ` : "• "))
    : block.rows.map((row) => richLines(row.join(" · "), "• "))
}

export const columnLines = ({ columns }: TableBlock): readonly string[] =>
  pieces(columns.join(" · ")).map(italic)

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
export function pieces(text: string, room = LONGEST_PIECE): readonly string[] {
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

/** Lines in as few texts as hold them. */
export function fill(lines: readonly string[], room: number): readonly string[] {
  const texts: string[] = [""]
  for (const line of lines) {
    const current = texts.at(-1) ?? ""
    if (current !== "" && current.length + 1 + line.length > room) texts.push(line)
    else texts[texts.length - 1] = current === "" ? line : `${current}\n${line}`
  }
  return texts
}
