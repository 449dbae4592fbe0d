import type { Action, Block, Card, Inline, RichText } from "./card.ts"

/** Printed under the title of every message that shows demonstration data. */
export const DEMO_LABEL = "DATOS DE DEMOSTRACIÓN"

/** The whole message as text: for the terminal, push notices and screen readers. Nothing is left out. */
export function renderPlainText(card: Card): string {
  const head = card.demo ? `${inert(card.title)}\n${DEMO_LABEL}` : inert(card.title)
  const actions = card.actions.map(actionLine).join("\n")
  const file = card.file === undefined ? "" : `Archivo adjunto: ${inert(card.file.name)}`
  return [head, ...card.blocks.map(blockText), file, actions].filter((part) => part !== "").join("\n\n")
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "text":
      return richToPlain(block.text)
    case "heading":
      return `${inert(block.text)}:`
    case "fields":
      return block.fields.map((field) => `${inert(field.label)}: ${richToPlain(field.value)}`).join("\n")
    case "list":
      return block.items
        .map((item, i) => listItem(block.ordered ? `${i + 1}. ` : "• ", richToPlain(item)))
        .join("\n")
    case "table":
      return tableText(block.columns, block.rows)
    case "divider":
      return "----------"
    case "note":
      return `Nota: ${richToPlain(block.text)}`
    case "image":
      return `Imagen: ${inert(block.alt)} (${block.url})`
  }
}

/** Further lines of an item stand under its first word. */
function listItem(bullet: string, text: string): string {
  return bullet + text.replaceAll("\n", `\n${" ".repeat(bullet.length)}`)
}

function tableText(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [columns, ...rows].map((row) => columns.map((_, i) => oneLine(row[i] ?? "")))
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => lengthOf(row[i] ?? ""))))
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => pad(cell, widths[i] ?? 0))
      .join("  ")
      .trimEnd()
  const [head = [], ...body] = cells
  return [line(head), widths.map((width) => "-".repeat(width)).join("  "), ...body.map(line)].join("\n")
}

/** `→ Ver el orden del día: /sesion agenda SO-22`: what a button does, as something one can type. */
function actionLine(action: Action): string {
  return `→ ${inert(action.label)}: ${action.url ?? commandOfAction(action.id)}`
}

/** `sesion.agenda:SO-22` → `/sesion agenda SO-22`. */
export function commandOfAction(id: string): string {
  const colon = id.indexOf(":")
  const [target, arg] = colon < 0 ? [id, ""] : [id.slice(0, colon), id.slice(colon + 1)]
  return `/${target.replace(".", " ")} ${arg}`.trimEnd()
}

/** The text of the leaves; a link keeps its address. */
export function richToPlain(text: RichText): string {
  if (typeof text === "string") return inert(text)
  return text.map(inlineText).join("")
}

function inlineText(inline: Inline): string {
  if (typeof inline === "string") return inert(inline)
  if (inline.kind !== "link") return inert(inline.text)
  return inline.text === inline.url ? inline.url : `${inert(inline.text)} (${inline.url})`
}

/** Control characters could move a terminal's cursor or colour it; bidirectional overrides could reorder words. */
function inert(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what must not reach a terminal.
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (c) =>
    c === "\t" ? " " : "",
  )
}

const oneLine = (text: string) => inert(text.replaceAll(/\s+/g, " ")).trim()
/** Code points without combining marks: near enough to columns for Spanish. */
const lengthOf = (text: string) => [...text.normalize("NFC").replaceAll(/\p{M}/gu, "")].length
const pad = (text: string, width: number) => text + " ".repeat(Math.max(0, width - lengthOf(text)))
