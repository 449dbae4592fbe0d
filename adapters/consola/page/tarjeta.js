import { element } from "./dom.js"

/** @import { Block, Card, CardFile, Inline, RichText } from "../../../src/cards/card.ts" */

/** @param {string} url */
const external = (url) => ({ href: url, rel: "noopener noreferrer", target: "_blank" })

/** @param {Inline} part */
function inline(part) {
  if (typeof part === "string") return part
  switch (part.kind) {
    case "bold":
      return element("strong", {}, part.text)
    case "italic":
      return element("em", {}, part.text)
    case "code":
    case "command":
      return element("code", {}, part.text)
    case "link":
      return element("a", external(part.url), part.text)
    case "date":
      return part.instant ? element("time", { dateTime: part.instant }, part.text) : part.text
    case "mention":
      return element("strong", {}, `@${part.text}`)
    default:
      return ""
  }
}

/**
 * @param {RichText} text
 * @returns {readonly (Node | string)[]}
 */
const rich = (text) => (typeof text === "string" ? [text] : text.map(inline))

/** @param {Block} part */
function block(part) {
  switch (part.kind) {
    case "text":
      return element("p", {}, ...rich(part.text))
    case "heading":
      return element("h4", {}, part.text)
    case "note":
      return element("p", { className: "nota" }, ...rich(part.text))
    case "divider":
      return element("hr")
    case "image":
      // The page loads nothing from elsewhere (receive.ts): the image is opened, not shown.
      return element("p", {}, element("a", external(part.url), part.alt))
    case "list":
      return element(
        part.ordered ? "ol" : "ul",
        { className: "lista" },
        ...part.items.map((item) => element("li", {}, ...rich(item))),
      )
    case "fields":
      return element(
        "dl",
        {},
        ...part.fields.flatMap(({ label, value }) => [
          element("dt", {}, label),
          element("dd", {}, ...rich(value)),
        ]),
      )
    case "table":
      return table(part)
    default:
      return ""
  }
}

/** @param {Extract<Block, { kind: "table" }>} part */
function table({ columns, rows }) {
  const head = element("tr", {}, ...columns.map((name) => element("th", { scope: "col" }, name)))
  const body = rows.map((row) => element("tr", {}, ...row.map((cell) => element("td", {}, cell))))
  return element(
    "div",
    { className: "tabla", tabIndex: 0, role: "region", "aria-label": "Tabla" },
    element("table", {}, element("thead", {}, head), element("tbody", {}, ...body)),
  )
}

/**
 * The file came with the card: it is saved without asking the server again.
 *
 * @param {CardFile} file
 */
const fileLink = (file) =>
  element("a", { href: addressOf(file), download: file.name }, `${file.label} (${file.name})`)

/** @param {CardFile} file */
function addressOf({ mediaType, content, encoding }) {
  const data = encoding === undefined ? `,${encodeURIComponent(content)}` : `;${encoding},${content}`
  return `data:${mediaType}${data}`
}

/**
 * What it shows is written in the card too, so its title is all that a reader of the screen needs.
 *
 * @param {Card} card
 * @returns {readonly Node[]}
 */
function picture({ title, file }) {
  if (file?.mediaType !== "image/png") return []
  return [element("img", { className: "grafica", src: addressOf(file), alt: `Gráfica. ${title}` })]
}

/**
 * Every text of a card goes in as text: nothing that a person typed can become markup.
 *
 * @param {Card} card
 * @param {(id: string, button: HTMLButtonElement) => void} press Runs when a button is pressed.
 */
export function cardElement(card, press) {
  const actions = card.actions.map((action) => {
    if (action.url) return element("a", external(action.url), action.label)
    const button = element(
      "button",
      { type: "button", className: action.style, "data-accion": action.id },
      action.label,
    )
    button.addEventListener("click", () => press(action.id, button))
    return button
  })
  if (card.file) actions.push(fileLink(card.file))
  return element(
    "article",
    { className: `tarjeta ${card.tone}`, tabIndex: -1 },
    element("h3", {}, card.title),
    ...(card.demo ? [element("p", { className: "etiqueta-demo" }, "DATOS DE DEMOSTRACIÓN")] : []),
    ...card.blocks.map(block),
    ...picture(card),
    ...(actions.length > 0 ? [element("div", { className: "acciones" }, ...actions)] : []),
  )
}
