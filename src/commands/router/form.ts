import { MAX_ACTION_ID } from "../../cards/card.ts"
import type { Form, FormField, FormProblem } from "../../cards/form.ts"
import { chunks } from "../../domain/texto/cut.ts"
import type { Command, CommandContext, FormSpec, FormStart, Reply } from "../definition/definition.ts"
import { type OptionInfo, optionsOf } from "../definition/options.ts"
import { argOf } from "../parser/action.ts"
import type { Values } from "../parser/values.ts"
import { targetOf } from "./usage.ts"

export type WithForm = Command & { readonly form: FormSpec }

export const hasForm = (command: Command): command is WithForm => command.form !== undefined

/** What the command needs was not given, or nothing at all of what its form asks for. */
export function needsForm(command: Command, values: Values): command is WithForm {
  if (!hasForm(command)) return false
  const missing = (name: string) => (values[name] ?? "").trim() === ""
  return (
    optionsOf(command).some(({ name, required }) => required && missing(name)) ||
    command.form.fields.every(missing)
  )
}

/** The form as it is first shown. */
export async function openForm(
  command: WithForm,
  values: Values,
  context: CommandContext,
): Promise<
  { readonly form: Form } | Extract<Reply, { readonly card: unknown } | { readonly question: unknown }>
> {
  const start = await command.form.prepare?.(opening(context), values)
  if (start && !("intro" in start)) return start
  const prepared = start ?? EMPTY
  const { fields } = command.form
  // What was typed stays in its field; what the form only carries is as it was prepared (a clave in full, a revision).
  const carried = Object.entries(prepared.values).filter(([name]) => !fields.includes(name))
  return {
    form: formOf(command, { ...prepared.values, ...values, ...Object.fromEntries(carried) }, [], prepared),
  }
}

/** What was written elsewhere may be longer than a field takes: so much of it as fits, literally, and that it is not all. */
export function cabiendo(form: Form): Form {
  const cabe = ({ value, maxLength }: FormField) => value.length <= maxLength
  if (form.fields.every(cabe)) return form
  const fields = form.fields.map((field) =>
    cabe(field) ? field : { ...field, value: chunks(field.value, field.maxLength)[0] ?? "" },
  )
  const intro = form.intro === null ? [] : [form.intro, " "].flat()
  return { ...form, fields, intro: [...intro, NO_CABE] }
}

const NO_CABE = "El mensaje es más largo de lo que aquí cabe: se tomó su principio. Complételo o resúmalo."

/** The form again, with what was typed and what was wrong. */
export async function formAgain(
  command: WithForm,
  values: Values,
  problems: readonly FormProblem[],
  context: CommandContext,
): Promise<Form> {
  const start = await command.form.prepare?.(opening(context), values)
  return formOf(command, values, problems, start && "intro" in start ? start : EMPTY)
}

/** A form says which record it is about, and nothing is done before it is sent. */
const opening = (context: CommandContext): CommandContext => ({ ...context, purpose: "opening_form" })

const EMPTY: FormStart = { values: {}, intro: null }

export function formOf(
  command: WithForm,
  values: Values,
  problems: readonly FormProblem[],
  { intro, demo }: FormStart,
): Form {
  const options = optionsOf(command)
  const { title, submit, fields } = command.form
  const asked = fields.flatMap((name) => options.filter((option) => option.name === name))
  return {
    id: formId(command, values, fields),
    title,
    intro,
    fields: asked.map((option) => fieldOf(option, values[option.name] ?? "")),
    submit,
    problems,
    ...(demo ? { demo: true } : {}),
  }
}

/**
 * What the form does not ask for travels in its id, as in a button's; where there is no room for all of it, what the
 * command is about does.
 */
function formId(command: Command, values: Values, fields: readonly string[]): string {
  const carried = Object.entries(values).filter(([name, value]) => !fields.includes(name) && value !== "")
  const [first] = optionsOf(command)
  const about = carried.filter(([name]) => name === first?.name)
  const ids = [carried, about].map((some) => {
    const arg = argOf(command, Object.fromEntries(some))
    return arg === "" ? targetOf(command) : `${targetOf(command)}:${arg}`
  })
  const [whole = "", short = ""] = ids
  return whole.length <= MAX_ACTION_ID ? whole : short
}

function fieldOf(option: OptionInfo, value: string): FormField {
  const { name, kind, label, summary, input, required, values, labels, maxLength } = option
  return {
    name,
    label,
    hint: summary === "" ? null : summary,
    input,
    required,
    value,
    choices: values?.map((choice) => ({ value: choice, label: labels[choice] ?? choice })) ?? [],
    maxLength,
    ...(kind === "secreto" ? { secreto: true } : {}),
  }
}
