import type { Card } from "./card.ts"
import { asTyped, type CommandNames, unida } from "./comando.ts"
import { type Form, sinSecretos } from "./form.ts"
import { richToPlain } from "./plain-text.ts"
import { boton, nota, recortar, texto } from "./respuesta.ts"

/** The parts of a form's conversation that a platform without them in its own forms tells as messages. */

const demoOf = ({ demo }: Form) => (demo ? { demo: true } : {})

/** The form was not ready in the time that the platform gives to show one. `open` is the id of the button that does. */
export function formularioPorAbrir(form: Form, open: string): Card {
  return {
    title: form.title,
    tone: "aviso",
    blocks: [
      ...(form.intro === null ? [] : [texto(form.intro)]),
      texto("El formulario está listo. Ábralo para llenarlo."),
    ],
    actions: boton(open, "", "Abrir el formulario", "primary"),
    ...demoOf(form),
  }
}

/** Between two steps; `step` counts from 1. */
export function formularioPorContinuar(form: Form, step: number, total: number, open: string): Card {
  return {
    title: form.title,
    tone: "aviso",
    blocks: [
      texto(`Falta la parte ${step} de ${total}. Lo que ya escribió está guardado; aún no se registra nada.`),
      nota("Puede continuar durante las próximas 24 horas."),
    ],
    actions: boton(open, "", `Continuar (${step} de ${total})`, "primary"),
    ...demoOf(form),
  }
}

/** What was wrong, and the way back to what was typed. `open`: `null` when it could not be kept; then it is shown. */
export function formularioPorCorregir(entera: Form, open: string | null): Card {
  const form = sinSecretos(entera)
  const labels = new Map(form.fields.map(({ name, label }) => [name, label]))
  const typed = form.fields.filter(({ value }) => value.trim() !== "")
  return {
    title: "Revise lo que escribió",
    tone: "error",
    blocks: [
      {
        kind: "list",
        ordered: false,
        items: form.problems.map(({ field, message }) => {
          const label = field === null ? undefined : labels.get(field)
          return label === undefined ? message : unida([{ kind: "bold", text: `${label}: ` }, message])
        }),
      },
      ...(open === null ? loEscrito(typed) : [nota("No se registró nada. Lo que escribió sigue ahí.")]),
    ],
    actions: open === null ? [] : boton(open, "", "Corregir", "primary"),
    ...demoOf(form),
  }
}

/** A refusal after a form was sent: its own words, and the way back to what was typed. */
export function conRegresoAlFormulario(card: Card, form: Form, open: string | null): Card {
  const typed = sinSecretos(form).fields.filter(({ value }) => value.trim() !== "")
  return open === null
    ? { ...card, blocks: [...card.blocks, ...loEscrito(typed)] }
    : { ...card, actions: [...boton(open, "", "Volver a lo que escribió"), ...card.actions] }
}

const loEscrito = (typed: Form["fields"]): Card["blocks"] =>
  typed.length === 0
    ? []
    : [
        { kind: "heading", text: "Lo que escribió" },
        { kind: "fields", fields: typed.map(({ label, value }) => ({ label, value })) },
      ]

/** The same where a form has room for one text: everything that was wrong, in lines. */
export function problemasEnTexto(form: Form, names: CommandNames = asTyped): string {
  const labels = new Map(form.fields.map(({ name, label }) => [name, label]))
  return form.problems
    .map(({ field, message }) => {
      const label = field === null ? undefined : labels.get(field)
      const said = richToPlain(message, names)
      return recortar(label === undefined ? said : `${label}: ${said}`, 500)
    })
    .join("\n")
}
