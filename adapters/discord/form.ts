import { ComponentType, type ModalSubmitInteraction, TextInputStyle } from "discord.js"
import { buttonLabels } from "../../src/cards/button-labels.ts"
import { asTyped, type CommandNames } from "../../src/cards/comando.ts"
import { type Form, type FormField, offersItsValue } from "../../src/cards/form.ts"
import { DEMO_LABEL, richToPlain } from "../../src/cards/plain-text.ts"
import { shorten } from "../../src/domain/texto/cut.ts"
import { legible, wellFormed } from "../../src/domain/texto/legible.ts"
import { modalLimits } from "./limits.ts"
import { escapeMarkdown } from "./markdown.ts"

/** One of the modals that a form takes here, as Discord's API takes it. */
export interface DiscordModal {
  readonly custom_id: string
  readonly title: string
  readonly components: readonly Readonly<Record<string, unknown>>[]
}

/** A step of a form that is kept, as modals and the buttons that open them name it. */
export interface StepAt {
  readonly draft: string
  /** From 0. */
  readonly step: number
  /** It was opened from the form's own message, whose place the answer then takes. */
  readonly replaces: boolean
}

const STEP_ID = /^formulario:([\w-]{22}):(\d{1,2})(:r)?$/

export const stepId = ({ draft, step, replaces }: StepAt) =>
  `formulario:${draft}:${step}${replaces ? ":r" : ""}`

/** `null`: not an id of a form's step. */
export function stepAt(customId: string): StepAt | null {
  const [, draft, step, replaces] = STEP_ID.exec(customId) ?? []
  return draft === undefined ? null : { draft, step: Number(step), replaces: replaces !== undefined }
}

/** A modal holds five things, one of them the text above the first fields when there is one. */
export function stepsOf(form: Form): readonly (readonly FormField[])[] {
  const first = modalLimits.components - (headText(form) === "" ? 0 : 1)
  const steps: FormField[][] = [[]]
  for (const field of form.fields) {
    const current = steps.at(-1) ?? []
    const room = steps.length === 1 ? first : modalLimits.components
    if (current.length < room) current.push(field)
    else steps.push([field])
  }
  return steps
}

/** The step that follows: while something is being corrected, the next one where something was wrong. */
export function nextStep(form: Form, step: number): number | null {
  const later = stepsOf(form)
    .map((_, i) => i)
    .filter((i) => i > step)
  const wanted = correctable(form) ? later.filter((i) => hasProblem(form, i)) : later
  return wanted[0] ?? null
}

/** Where a form is taken up: at the first thing that was wrong. */
export function firstStep(form: Form): number {
  const wrong = stepsOf(form).findIndex((_, i) => hasProblem(form, i))
  return correctable(form) && wrong > 0 ? wrong : 0
}

const correctable = ({ problems, fields }: Form) =>
  problems.length > 0 && problems.every((problem) => fields.some(({ name }) => name === problem.field))

const hasProblem = (form: Form, step: number) =>
  (stepsOf(form)[step] ?? []).some(({ name }) => form.problems.some(({ field }) => field === name))

/** `false`: Discord has no room for what its fields hold. */
export const fitsModals = ({ fields }: Form): boolean =>
  fields.length > 0 &&
  fields.every(({ name, value }) => name.length <= modalLimits.customId && value.length <= modalLimits.value)

/** One step. Labels and descriptions are shown as they are; only the text above the fields is markdown. */
export function renderStep(form: Form, at: StepAt, names: CommandNames = asTyped): DiscordModal {
  const steps = stepsOf(form)
  const counter = steps.length > 1 ? ` (${at.step + 1} de ${steps.length})` : ""
  const text = at.step === 0 ? headText(form, names) : ""
  return {
    custom_id: stepId(at),
    title: `${shown(form.title, modalLimits.title - counter.length) || "Plenaria"}${counter}`,
    components: [
      ...(text === "" ? [] : [{ type: ComponentType.TextDisplay, content: text }]),
      ...(steps[at.step] ?? []).map((field) => label(field, form, names)),
    ],
  }
}

/** By field name, as typed; an empty field is an empty text. */
export function readStep({ fields }: ModalSubmitInteraction): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...fields.fields.values()].map((field) => {
      const { customId, value, values } = Object(field)
      return [String(customId), String(value ?? values?.[0] ?? "")]
    }),
  )
}

function headText({ demo, intro, title }: Form, names: CommandNames = asTyped): string {
  const said = richToPlain(intro ?? "", names)
  const lines = [
    ...(demo ? [`**${DEMO_LABEL}**`] : []),
    ...(title.length > modalLimits.title - STEP_COUNTER ? [escapeMarkdown(legible(title))] : []),
    ...(said.trim() === "" ? [] : [escapeMarkdown(said)]),
  ]
  return shorten(lines.join("\n"), modalLimits.text)
}

/** Room for ` (9 de 9)` after a title. */
const STEP_COUNTER = 10

function label(field: FormField, { problems }: Form, names: CommandNames) {
  const wrong = problems
    .filter(({ field: name }) => name === field.name)
    .map(({ message }) => richToPlain(message, names))
  const told = wrong.length > 0 ? wrong.join(" ") : (field.hint ?? "")
  const description = shown(told, modalLimits.description)
  return {
    type: ComponentType.Label,
    label: shown(field.label, modalLimits.label) || field.name,
    ...(description === "" ? {} : { description }),
    component: input(field),
  }
}

function input(field: FormField) {
  const { name, value, choices, required, maxLength } = field
  if (offersItsValue(field) && selectable(field)) {
    const labels = buttonLabels(choices.map(asButton), modalLimits.option)
    return {
      type: ComponentType.StringSelect,
      custom_id: name,
      placeholder: "Elija una opción",
      required,
      min_values: required ? 1 : 0,
      max_values: 1,
      options: choices.map((choice, i) => ({
        label: labels[i],
        value: choice.value,
        ...(choice.value === value ? { default: true } : {}),
      })),
    }
  }
  return {
    type: ComponentType.TextInput,
    custom_id: name,
    style:
      field.input === "parrafo" || value.includes("\n") ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required,
    // Discord refuses a value longer than the limit, and a limit longer than its own.
    max_length: Math.min(modalLimits.value, Math.max(maxLength, value.length, 1)),
    ...(value === "" ? {} : { value: wellFormed(value) }),
    ...(placeholderOf(field) === "" ? {} : { placeholder: placeholderOf(field) }),
  }
}

function placeholderOf({ input: kind, choices }: FormField): string {
  const text = choices.length > 0 ? choices.map(({ value }) => value).join(" | ") : EXAMPLES[kind]
  return shown(text ?? "", modalLimits.placeholder)
}

const EXAMPLES: Readonly<Record<string, string>> = { fecha: "15 de agosto, o 15/08/2024", hora: "10:00" }

const selectable = ({ choices }: FormField) =>
  choices.length > 0 &&
  choices.length <= modalLimits.options &&
  choices.every(({ value }) => value !== "" && value.length <= modalLimits.option)

const asButton = ({ label: words, value }: FormField["choices"][number]) => ({
  id: value,
  label: legible(words).trim() || value,
})

const shown = (text: string, max: number) => shorten(legible(text).trim(), max)
