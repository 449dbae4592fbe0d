import { type Form, type FormField, fitsPicker, offersItsValue } from "../../src/cards/form.ts"

/** How the page asks for a field: the browser's own picker only where it can show what the field holds. */
type Control = "texto" | "parrafo" | "fecha" | "hora" | "lista"

/** The console's payload is the form itself; the page writes every text of it as text. */
export function renderForm(form: Form) {
  return { ...form, fields: form.fields.map((field) => ({ ...field, control: controlOf(field) })) }
}

function controlOf(field: FormField): Control {
  if (field.input === "opcion") return offersItsValue(field) ? "lista" : "texto"
  if (field.input === "parrafo") return "parrafo"
  return fitsPicker(field) && field.input !== "texto" ? field.input : "texto"
}
