import { legible } from "../domain/texto/legible.ts"
import type { Action, Block, Card, Inline, RichText } from "./card.ts"
import { asTyped, type CommandNames, mencionDeAccion, unida } from "./comando.ts"
import { legibleCard, legibleRich } from "./legible-card.ts"

/** Printed under the title of every message that shows demonstration data. */
export const DEMO_LABEL = "DATOS DE DEMOSTRACIÓN"

/** The whole message as text: for the terminal, push notices and screen readers. Nothing is left out. */
export function renderPlainText(written: Card, names: CommandNames = asTyped): string {
  return inPlain(textOf(legibleCard(written, names)), names)
}

/** The same, in which the commands are still mentioned: for a message that shows another. */
export const cardAsText = (written: Card): RichText => textOf(legibleCard(written))

/** From here on everything is legible. */
function textOf(card: Card): RichText {
  const head = card.demo ? `${card.title}\n${DEMO_LABEL}` : card.title
  const actions = seguidas(card.actions.map(actionLine), "\n")
  const file = card.file === undefined ? "" : `Archivo adjunto: ${legible(card.file.name)}`
  const parts = [head, ...card.blocks.map(blockText), file, actions].filter((part) => part.length > 0)
  return seguidas(parts, "\n\n")
}

const seguidas = (texts: readonly RichText[], between: string): RichText =>
  unida(texts.flatMap((text, i) => (i === 0 ? [text] : [between, text])))

function blockText(block: Block): RichText {
  switch (block.kind) {
    case "text":
      return plainLeaves(block.text)
    case "heading":
      return `${block.text}:`
    case "fields":
      return seguidas(
        block.fields.map(({ label, value }) => unida([`${label}: `, plainLeaves(value)])),
        "\n",
      )
    case "list":
      return seguidas(
        block.items.map((item, i) => listItem(block.ordered ? `${i + 1}. ` : "• ", plainLeaves(item))),
        "\n",
      )
    case "table":
      return tableText(block.columns, block.rows)
    case "divider":
      // A rule of dashes is read aloud dash by dash; the line between two blocks is there already.
      return ""
    case "note":
      return unida(["Nota: ", plainLeaves(block.text)])
    case "image":
      return `Imagen: ${block.alt} (${block.url})`
  }
}

/** Further lines of an item stand under its first word. */
function listItem(bullet: string, text: RichText): RichText {
  const indent = (piece: string) => piece.replaceAll("\n", `\n${" ".repeat(bullet.length)}`)
  const leaves: readonly Inline[] = typeof text === "string" ? [text] : text
  return unida([bullet, ...leaves.map((leaf) => (typeof leaf === "string" ? indent(leaf) : leaf))])
}

/** Only text and commands. */
function plainLeaves(text: RichText): RichText {
  if (typeof text === "string") return text
  return unida(
    text.map((leaf) =>
      typeof leaf === "object" && leaf.kind === "command" ? leaf : leafText(leaf, asTyped),
    ),
  )
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
function actionLine({ id, label, url }: Action): RichText {
  return unida([`→ ${label}: `, url ?? mencionDeAccion(id)])
}

/** The text of the leaves; a link keeps its address. */
export const richToPlain = (text: RichText, names: CommandNames = asTyped): string =>
  inPlain(legibleRich(text, names), names)

const inPlain = (text: RichText, names: CommandNames): string =>
  typeof text === "string" ? text : text.map((leaf) => leafText(leaf, names)).join("")

function leafText(inline: Inline, names: CommandNames): string {
  if (typeof inline === "string") return inline
  if (inline.kind === "command") return legible(names(inline).text)
  const { text } = inline
  return inline.kind !== "link" || text === inline.url ? text : `${text} (${inline.url})`
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, " ").trim()
