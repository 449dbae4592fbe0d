import type { DiscordPayload } from "../../../adapters/discord/render.ts"
import type { PartAsRead } from "../../contract/adapter-contract.ts"
import { isOnlyComponents, list } from "./published-limits.ts"

interface Read {
  readonly text: string
  readonly live: readonly string[]
}

/** The rules of Discord's own client for bold and italics: what does not match stands in the text as it was written. */
const STRONG = /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/
const EM = /^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/
const ESCAPED = /^\\([^0-9A-Za-z\s])/
const LINK = /^\[((?:\\.|[^\]\\])*)\]\(<(https?:[^>]*)>\)/
const MENTION = /^<(?:@[!&]?|#|a?:\w+:|t:|\/)[^>]*>/
/** Shown as the command that it opens. */
const COMMAND = /^<(\/[^:>]+):\d+>$/
const LINE_MARKUP = /^(?:#{1,3} |> |- |\d+\. )/
const OTHER_MARKUP = /^(?:__|~~|\|\||`|https?:\/\/|@everyone|@here)/
/** With none of these, and not at the beginning of a line, nothing above begins. */
const PLAIN = /[^*\\[<_~|`h@\n]+/y

/** What a Discord client makes of text: escapes undone, markup applied, and whatever is alive in it. */
export function readMarkdown(markdown: string): Read {
  const live: string[] = []
  let text = ""
  let i = 0
  const inner = (content: string) => {
    const read = readMarkdown(content)
    live.push(...read.live)
    text += read.text
  }
  while (i < markdown.length) {
    const lineStart = i === 0 || markdown[i - 1] === "\n"
    PLAIN.lastIndex = i
    const plain = lineStart ? null : PLAIN.exec(markdown)
    if (plain) {
      text += plain[0]
      i += plain[0].length
      continue
    }
    const rest = markdown.slice(i, i + 8_000)
    const styled = STRONG.exec(rest) ?? EM.exec(rest)
    const escaped = ESCAPED.exec(rest)
    const link = LINK.exec(rest)
    const mention = MENTION.exec(rest)
    const markup = (lineStart ? LINE_MARKUP.exec(rest) : null) ?? OTHER_MARKUP.exec(rest)
    if (escaped) {
      text += escaped[1]
      i += 2
    } else if (link) {
      live.push(`link:${link[2]}`)
      inner(link[1] ?? "")
      i += link[0].length
    } else if (mention) {
      live.push(`mention:${mention[0]}`)
      text += COMMAND.exec(mention[0])?.[1] ?? ""
      i += mention[0].length
    } else if (styled) {
      inner(styled[1] ?? "")
      i += styled[0].length
    } else if (lineStart && (rest.startsWith("-# ") || rest.startsWith("• "))) i += rest.indexOf(" ") + 1
    else if (markup) {
      live.push(`markup:${markup[0]}`)
      i += 1
    } else {
      text += markdown[i]
      i += 1
    }
  }
  return { text, live }
}

export function readPart(part: unknown): PartAsRead {
  if (isOnlyComponents(Object(part))) return readComponents(Object(part).components)
  const { embeds, components } = part as DiscordPayload
  const [embed] = embeds
  const title = readMarkdown(embed.title)
  const body = readMarkdown(embed.description ?? "")
  const buttons = components.flatMap((row) => row.components).map(readButton)
  return {
    text: `${title.text}\n${body.text}`,
    blocks: embeds.length,
    buttons,
    live: [...title.live, ...body.live],
  }
}

const readButton = ({ custom_id: id, label, url }: Readonly<Record<string, unknown>>) => ({
  id: String(id ?? ""),
  label: String(label),
  ...(url ? { url: String(url) } : {}),
})

/** From top to bottom, each button after what it stands beside; the heading is a title. */
function readComponents(components: unknown): PartAsRead {
  const all = list(components).flatMap(({ components: inside }) => list(inside))
  const texts = all
    .flatMap((one) => (one.type === 9 ? list(one.components) : [one]))
    .flatMap(({ type, content }) => (type === 10 ? [String(content).replace(/^### /, "")] : []))
    .map(readMarkdown)
  const buttons = all.flatMap((one) =>
    one.type === 1 ? list(one.components) : one.accessory ? [Object(one.accessory)] : [],
  )
  return {
    text: texts.map(({ text }) => text).join("\n"),
    blocks: list(components).length,
    buttons: buttons.map(readButton),
    live: texts.flatMap(({ live }) => live),
  }
}
