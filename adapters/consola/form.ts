import { buttonLabels } from "../../src/cards/button-labels.ts"
import { type Form, type FormField, fitsPicker, offersItsValue } from "../../src/cards/form.ts"
import { richToPlain } from "../../src/cards/plain-text.ts"
import { legible } from "../../src/domain/texto/legible.ts"
import { limits } from "./limits.ts"

/** How the page asks for a field: the browser's own picker only where it can show what the field holds. */
type Control = "texto" | "parrafo" | "fecha" | "hora" | "lista"

/** The console's payload is the form itself; the page writes every text of it as text. What was typed stays as it was. */
export function renderForm(form: Form) {
  return {
    ...form,
    title: legible(form.title),
    intro: form.intro && richToPlain(form.intro),
    fields: form.fields.map((field) => ({
      ...field,
      label: legible(field.label),
      hint: field.hint && legible(field.hint),
      choices: choicesOf(field),
      control: controlOf(field),
    })),
    problems: form.problems.map(({ field, message }) => ({ field, message: richToPlain(message) })),
  }
}

function choicesOf({ choices }: FormField): FormField["choices"] {
  const shown = choices.map(({ label, value }) => ({ id: value, label: legible(label).trim() || value }))
  const labels = buttonLabels(shown, limits.actionLabelLength)
  return choices.map(({ value }, i) => ({ value, label: labels[i] ?? value }))
}

function controlOf(field: FormField): Control {
  if (field.input === "opcion") return offersItsValue(field) ? "lista" : "texto"
  if (field.input === "parrafo") return "parrafo"
  return fitsPicker(field) && field.input !== "texto" ? field.input : "texto"
}
