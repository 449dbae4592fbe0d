import type { DiscordPayload } from "../../../adapters/discord/render.ts"
import type { PartAsRead } from "../../contract/adapter-contract.ts"

/** What a Discord client makes of text: escapes undone, markup applied, and whatever is alive in it. */
function readMarkdown(markdown: string): { readonly text: string; readonly live: readonly string[] } {
  const live: string[] = []
  let text = ""
  let i = 0
  while (i < markdown.length) {
    const rest = markdown.slice(i)
    const lineStart = i === 0 || markdown[i - 1] === "\n"
    const escaped = /^\\([^0-9A-Za-z\s])/.exec(rest)
    const link = /^\[((?:\\.|[^\]\\])*)\]\(<(https?:[^>]*)>\)/.exec(rest)
    const mention = /^<(?:@[!&]?|#|a?:\w+:|t:|\/)[^>]*>/.exec(rest)
    if (escaped) {
      text += escaped[1]
      i += 2
    } else if (link) {
      live.push(`link:${link[2]}`)
      text += readMarkdown(link[1] ?? "").text
      i += link[0].length
    } else if (mention) {
      live.push(`mention:${mention[0]}`)
      i += mention[0].length
    } else if (rest.startsWith("**")) i += 2
    else if (rest.startsWith("*")) i += 1
    else if (lineStart && rest.startsWith("-# ")) i += 3
    else if (lineStart && rest.startsWith("• ")) i += 2
    else if (lineStart && /^(?:#{1,3} |> |- |\d+\. )/.test(rest)) {
      live.push(`markup:${rest.slice(0, 3)}`)
      i += 1
    } else if (/^(?:__|~~|\|\||`|https?:\/\/|@everyone|@here)/.test(rest)) {
      live.push(`markup:${rest.slice(0, 8)}`)
      i += 1
    } else {
      text += markdown[i]
      i += 1
    }
  }
  return { text, live }
}

export function readPart(part: unknown): PartAsRead {
  const { embeds, components } = part as DiscordPayload
  const [embed] = embeds
  const title = readMarkdown(embed.title)
  const body = readMarkdown(embed.description ?? "")
  const buttons = components
    .flatMap((row) => row.components)
    .map((button) => ({ id: String(button.custom_id ?? ""), label: String(button.label) }))
  return {
    text: `${title.text}\n${body.text}`,
    blocks: embeds.length,
    buttons,
    live: [...title.live, ...body.live],
  }
}
