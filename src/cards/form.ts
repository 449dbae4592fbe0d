import { Temporal } from "temporal-polyfill"
import type { Card, RichText } from "./card.ts"
import { frase, mencion, mencionDeAccion } from "./comando.ts"
import { nota, texto } from "./respuesta.ts"

/**
 * What a person fills in, independent of any platform: shown as a Slack modal, a Discord modal or a dialog of the
 * console. It is a view of a command's options; what comes back is validated like typed text.
 */
export interface Form {
  /** Comes back with the answers, like a button's id: `sesion.editar:SO-22`. At most 100 characters. */
  readonly id: string
  readonly title: string
  /** What it is for and what will happen, in a line or two. */
  readonly intro: RichText | null
  readonly fields: readonly FormField[]
  /** The button that sends it: a verb. */
  readonly submit: string
  /** What was wrong with the last answers, which are in the fields as they were typed. */
  readonly problems: readonly FormProblem[]
  readonly demo?: true
}

export interface FormProblem {
  /** `null`: it is about all of the form. */
  readonly field: string | null
  readonly message: RichText
}

/** `parrafo`: several lines. `fecha` and `hora`: a platform may offer a picker; what comes back is text in any case. */
export type FormInput = "texto" | "parrafo" | "fecha" | "hora" | "opcion"

export interface FormField {
  readonly name: string
  readonly label: string
  /** How to write it, with an example. */
  readonly hint: string | null
  readonly input: FormInput
  readonly required: boolean
  /** What it holds when shown. */
  readonly value: string
  /** Only for `opcion`. */
  readonly choices: readonly { readonly label: string; readonly value: string }[]
  /** In UTF-16 units. */
  readonly maxLength: number
  /** What is typed in it is kept nowhere: no draft holds it, and no message says it again. */
  readonly secreto?: true
}

/** The form as it may be kept or told: what is typed in a field that is kept nowhere has to be typed again. */
export function sinSecretos(form: Form): Form {
  return { ...form, fields: form.fields.map((field) => (field.secreto ? { ...field, value: "" } : field)) }
}

/** The form with nothing in it yet. */
export const withoutValues = (form: Form): Form => ({
  ...form,
  fields: form.fields.map((field) => ({ ...field, value: "" })),
})

/** The form with these values in its fields; a value that is no field's is nobody's. */
export function filledIn(form: Form, values: Readonly<Record<string, string>>): Form {
  return {
    ...form,
    fields: form.fields.map((field) => ({ ...field, value: values[field.name] ?? field.value })),
  }
}

/** What its fields hold, by name. */
export const valuesOf = ({ fields }: Form): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.map(({ name, value }) => [name, value]))

/** A choice that is not among those offered is kept as text: a list would lose it. */
export const offersItsValue = ({ input, value, choices }: FormField): boolean =>
  input === "opcion" && (value === "" || choices.some((choice) => choice.value === value))

/** `true` when a picker of dates or hours can show what the field holds. */
export function fitsPicker({ input, value }: FormField): boolean {
  if (input === "fecha") return value === "" || isDate(value)
  return input === "hora" && (value === "" || /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value))
}

function isDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = /^\d{4}-\d\d-\d\d$/.test(text) ? text.split("-").map(Number) : []
  if (year < 1 || month < 1 || month > 12) return false
  return day >= 1 && day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth
}

/** The same as a message, where no form can be shown: what to write, and how. */
export function formAsCard(entera: Form): Card {
  const form = sinSecretos(entera)
  const { command, text, options } = mencionDeAccion(form.id)
  const asked = form.fields.filter(({ required }) => required).map(({ name }) => `${name}:…`)
  return {
    title: form.title,
    tone: form.problems.length > 0 ? "error" : "aviso",
    blocks: [
      ...(form.intro === null ? [] : [texto(form.intro)]),
      ...(form.problems.length === 0
        ? []
        : [{ kind: "list" as const, ordered: false, items: form.problems.map(({ message }) => message) }]),
      {
        kind: "fields",
        fields: form.fields.map(({ name, label, hint, required, value, choices }) => ({
          label: `${label} (${name}${required ? "" : ", opcional"})`,
          value:
            value ||
            [hint, choices.map((choice) => choice.value).join(" | ")].filter(Boolean).join(": ") ||
            "—",
        })),
      },
      nota(frase`Se escribe así: ${mencion(command, [text, ...asked].join(" "), options)}`),
    ],
    actions: [],
    ...(form.demo ? { demo: true } : {}),
  }
}

/** What an answer shows where no form can be: its card, or the form in words. `null`: nothing. */
export function cardOfAnswer(
  answer:
    | { readonly kind: "reply"; readonly card: Card }
    | { readonly kind: "form"; readonly form: Form }
    | { readonly kind: "duplicate" },
): Card | null {
  switch (answer.kind) {
    case "reply":
      return answer.card
    case "form":
      return formAsCard(answer.form)
    case "duplicate":
      return null
  }
}
