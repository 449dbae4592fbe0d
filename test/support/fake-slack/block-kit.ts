import { allWellFormed } from "../well-formed.ts"

/** Block Kit as Slack takes it (docs.slack.dev, Block Kit reference) and as a person then reads it. */

type Json = Readonly<Record<string, unknown>>

export interface ReadMessage {
  readonly text: string
  readonly blocks: number
  readonly buttons: readonly { readonly id: string; readonly label: string; readonly url?: string }[]
  readonly live: readonly string[]
}

const MAX = {
  blocks: 50,
  header: 150,
  text: 3_000,
  elements: 25,
  contextElements: 10,
  label: 75,
  id: 255,
  url: 3_000,
}
/** Not published: about where Slack answers `msg_blocks_too_long`, counted here more strictly than Slack does. */
const MAX_MESSAGE_BYTES = 13_000

/** The error code that Slack would answer with, or `null` when it takes the blocks. */
export function blocksError(blocks: unknown): string | null {
  if (!Array.isArray(blocks) || !allWellFormed(blocks)) return "invalid_blocks_format"
  if (blocks.length > MAX.blocks) return "invalid_blocks"
  for (const block of blocks) if (!isValid(block)) return "invalid_blocks"
  return Buffer.byteLength(JSON.stringify(blocks)) > MAX_MESSAGE_BYTES ? "msg_blocks_too_long" : null
}

/** What views.publish would answer, or `null` when Slack shows the page: 100 blocks and 250 kB. */
export function homeError(view: unknown): string | null {
  const { type, blocks } = Object(view)
  if (type !== "home" || !Array.isArray(blocks) || !allWellFormed(blocks)) return "invalid_arguments"
  if (blocks.length > 100 || !blocks.every(isValid)) return "invalid_arguments"
  return Buffer.byteLength(JSON.stringify(view)) > 250_000 ? "view_too_large" : null
}

function isValid(block: Json): boolean {
  switch (block.type) {
    case "header":
      return isPlainText(block.text, MAX.header)
    case "divider":
      return true
    case "context": {
      const elements = listOf(block.elements)
      return fits(elements, MAX.contextElements) && elements.every((element) => isTextObject(element))
    }
    case "rich_text":
      return fits(listOf(block.elements), Number.POSITIVE_INFINITY) && listOf(block.elements).every(isRich)
    case "actions": {
      const elements = listOf(block.elements)
      const ids = new Set(elements.map(({ action_id }) => action_id))
      return fits(elements, MAX.elements) && ids.size === elements.length && elements.every(isButton)
    }
    default:
      return false
  }
}

const fits = (elements: readonly Json[], max: number) => elements.length > 0 && elements.length <= max

function isRich(element: Json): boolean {
  const inner = listOf(element.elements)
  if (element.type === "rich_text_section") return inner.length > 0 && inner.every(isInline)
  if (element.type !== "rich_text_list" || !["ordered", "bullet"].includes(String(element.style)))
    return false
  return inner.length > 0 && inner.every((item) => item.type === "rich_text_section" && isRich(item))
}

function isInline(element: Json): boolean {
  if (element.type === "text") return lengthIn(element.text, 1, MAX.text)
  if (element.type === "link")
    return (
      lengthIn(element.url, 1, MAX.url) && (element.text === undefined || lengthIn(element.text, 1, MAX.text))
    )
  return element.type === "user" && /^[UW][A-Z0-9]+$/.test(String(element.user_id))
}

function isButton(button: Json): boolean {
  const style = button.style === undefined || button.style === "primary" || button.style === "danger"
  const url = button.url === undefined || lengthIn(button.url, 1, MAX.url)
  const id = lengthIn(button.action_id, 1, MAX.id)
  return button.type === "button" && style && url && id && isPlainText(button.text, MAX.label)
}

const isTextObject = (text: unknown) =>
  isPlainText(text, MAX.text) || (Object(text).type === "mrkdwn" && lengthIn(Object(text).text, 1, MAX.text))
const isPlainText = (text: unknown, max: number) =>
  Object(text).type === "plain_text" && lengthIn(Object(text).text, 1, max)
export const lengthIn = (text: unknown, min: number, max: number) =>
  typeof text === "string" && text.length >= min && text.length <= max
export const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : [])

/** A message as it stands on the screen: `text` alone when there are no blocks. */
export function readMessage(payload: unknown): ReadMessage {
  const { blocks, text } = Object(payload)
  const list = listOf(blocks)
  if (list.length === 0) return { ...readMrkdwn(String(text ?? "")), blocks: 0, buttons: [] }
  const live: string[] = []
  const lines = list.map((block) => readBlock(block, live)).filter((line) => line !== "")
  const buttons = list
    .filter(({ type }) => type === "actions")
    .flatMap(({ elements }) => listOf(elements))
    .map(({ action_id, text: label, url }) => ({
      id: String(action_id),
      label: String(Object(label).text),
      ...(url ? { url: String(url) } : {}),
    }))
  return { text: lines.join("\n"), blocks: list.length, buttons, live }
}

function readBlock(block: Json, live: string[]): string {
  if (block.type === "header") return String(Object(block.text).text)
  if (block.type === "actions" || block.type === "divider") return ""
  return listOf(block.elements)
    .map((element) => readElement(element, live))
    .join("\n")
}

function readElement(element: Json, live: string[]): string {
  switch (element.type) {
    case "plain_text":
    case "text":
      return String(element.text)
    case "mrkdwn": {
      const read = readMrkdwn(String(element.text))
      live.push(...read.live)
      return read.text
    }
    case "rich_text_section":
      return listOf(element.elements)
        .map((inner) => readElement(inner, live))
        .join("")
    case "rich_text_list":
      return listOf(element.elements)
        .map((inner) => readElement(inner, live))
        .join("\n")
    case "link":
      live.push(`link:${String(element.url)}`)
      return String(element.text ?? element.url)
    case "user":
      live.push(`mention:${String(element.user_id)}`)
      return `@${String(element.user_id)}`
    default:
      live.push(`mention:${JSON.stringify(element)}`)
      return ""
  }
}

/** The markup of a mrkdwn text that Slack would act on. */
export function readMrkdwn(text: string): { readonly text: string; readonly live: readonly string[] } {
  const live = [...text.matchAll(/<([@#!][^>]*|[a-z]+:[^>]*)>/g)].map(([, inside]) => `mention:${inside}`)
  const plain = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&")
  return { text: plain, live }
}
