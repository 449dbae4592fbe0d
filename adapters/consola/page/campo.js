import { element } from "./dom.js"

/** @import { FormProblem } from "../../../src/cards/form.ts" */
/** @import { PageField } from "../page-data.ts" */

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} FieldControl */

/**
 * The id of a field's control; those of what is said about it begin with it.
 *
 * @param {string} name
 */
export const idOf = (name) => `campo-${name}`

/**
 * @param {HTMLElement} node
 * @returns {node is FieldControl}
 */
export const isControl = (node) =>
  node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement

/**
 * A field with its label, its help and what was wrong with it.
 *
 * @param {PageField} field
 * @param {readonly FormProblem[]} problems
 */
export function fieldElement(field, problems) {
  const { name, label, hint, required } = field
  const id = idOf(name)
  const messages = problems.filter((problem) => problem.field === name).map(({ message }) => message)
  const input = controlElement(field)
  input.id = id
  input.setAttribute("aria-describedby", `${id}-problema ${id}-ayuda`)
  if (required) input.setAttribute("aria-required", "true")
  if (messages.length > 0) input.setAttribute("aria-invalid", "true")
  return element(
    "div",
    { className: "campo" },
    element(
      "label",
      { htmlFor: id },
      label,
      element("span", { className: "condicion" }, required ? " (obligatorio)" : " (opcional)"),
    ),
    element(
      "p",
      { id: `${id}-problema`, className: "problema", hidden: messages.length === 0 },
      messages.join(" "),
    ),
    input,
    element("p", { id: `${id}-ayuda`, className: "ayuda-campo", hidden: !hint }, hint ?? ""),
  )
}

/** @type {Partial<Record<PageField["control"], string>>} */
const PICKER = { fecha: "date", hora: "time" }

/**
 * What a field is filled in with, holding its value; a picker that cannot show it gives way to text.
 *
 * @param {PageField} field
 * @returns {FieldControl}
 */
function controlElement({ control, value, choices, required }) {
  if (control === "lista" && (value === "" || choices.some((choice) => choice.value === value))) {
    const options = choices.map((choice) => element("option", { value: choice.value }, choice.label))
    const none =
      required && value !== "" ? [] : [element("option", { value: "" }, required ? "Elija…" : "Sin elegir")]
    const select = element("select", {}, ...none, ...options)
    select.value = value
    return select
  }
  // An input of one line would drop what comes after the first.
  if (control === "parrafo" || value.includes("\n")) {
    const area = element("textarea", { rows: 4 })
    area.value = value
    return area
  }
  const input = element("input", { type: PICKER[control] ?? "text" })
  input.value = value
  if (input.value !== value) {
    input.type = "text"
    input.value = value
  }
  return input
}
