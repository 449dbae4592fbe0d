import { legible, legibleUrl } from "../domain/texto/legible.ts"
import type { Action, Block, Card, Inline, RichText } from "./card.ts"
import { legibleCard } from "./legible-card.ts"

/** Printed under the title of every message that shows demonstration data. */
export const DEMO_LABEL = "DATOS DE DEMOSTRACIÓN"

/** The whole message as text: for the terminal, push notices and screen readers. Nothing is left out. */
export function renderPlainText(written: Card): string {
  const card = legibleCard(written)
  const head = card.demo ? `${card.title}\n${DEMO_LABEL}` : card.title
  const actions = card.actions.map(actionLine).join("\n")
  const file = card.file === undefined ? "" : `Archivo adjunto: ${legible(card.file.name)}`
  return [head, ...card.blocks.map(blockText), file, actions].filter((part) => part !== "").join("\n\n")
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "text":
      return richToPlain(block.text)
    case "heading":
      return `${block.text}:`
    case "fields":
      return block.fields.map((field) => `${field.label}: ${richToPlain(field.value)}`).join("\n")
    case "list":
      return block.items
        .map((item, i) => listItem(block.ordered ? `${i + 1}. ` : "• ", richToPlain(item)))
        .join("\n")
    case "table":
      return tableText(block.columns, block.rows)
    case "divider":
      // A rule of dashes is read aloud dash by dash; the line between two blocks is there already.
      return ""
    case "note":
      return `Nota: ${richToPlain(block.text)}`
    case "image":
      return `Imagen: ${block.alt} (${block.url})`
  }
}

/** Further lines of an item stand under its first word. */
function listItem(bullet: string, text: string): string {
  return bullet + text.replaceAll("\n", `\n${" ".repeat(bullet.length)}`)
}

/** Each cell by its column's name, as it is heard; columns drawn with spaces and dashes are read as noise. */
function tableText(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return columns.map(oneLine).filter(Boolean).join(", ")
  const line = (cell: string, column: string) => (column === "" ? cell : `${column}: ${cell}`)
  return rows
    .map((row) =>
      row
        .map((cell, i) => [oneLine(cell), oneLine(columns[i] ?? "")] as const)
        .filter(([cell]) => cell !== "")
        .map(([cell, column]) => line(cell, column))
        .join("\n"),
    )
    .filter(Boolean)
    .join("\n\n")
}

/** `→ Ver el orden del día: /sesion agenda SO-22`: what a button does, as something one can type. */
function actionLine(action: Action): string {
  return `→ ${action.label}: ${action.url ?? commandOfAction(action.id)}`
}

/** `sesion.agenda:SO-22` → `/sesion agenda SO-22`. */
export function commandOfAction(id: string): string {
  const colon = id.indexOf(":")
  const [target, arg] = colon < 0 ? [id, ""] : [id.slice(0, colon), id.slice(colon + 1)]
  return `/${target.replace(".", " ")} ${arg}`.trimEnd()
}

/** The text of the leaves; a link keeps its address. */
export function richToPlain(text: RichText): string {
  if (typeof text === "string") return legible(text)
  return text.map(inlineText).join("")
}

function inlineText(inline: Inline): string {
  if (typeof inline === "string") return legible(inline)
  const text = legible(inline.text)
  if (inline.kind !== "link") return text
  const url = legibleUrl(inline.url)
  return text === url ? url : `${text} (${url})`
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, " ").trim()
