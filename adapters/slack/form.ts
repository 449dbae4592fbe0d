import type { ModalView } from "@slack/types"
import { buttonLabels } from "../../src/cards/button-labels.ts"
import { type Form, type FormField, fitsPicker, offersItsValue } from "../../src/cards/form.ts"
import { problemasEnTexto } from "../../src/cards/form-steps.ts"
import { DEMO_LABEL, richToPlain } from "../../src/cards/plain-text.ts"
import { chunks, shorten } from "../../src/domain/texto/cut.ts"
import { legible, wellFormed } from "../../src/domain/texto/legible.ts"
import { viewLimits } from "./limits.ts"

/** What a person's answer to a form says, as Slack delivers it. */
export interface SubmittedView {
  readonly callback_id: string
  readonly private_metadata: string
  readonly state: { readonly values: Readonly<Record<string, Readonly<Record<string, unknown>>>> }
}

type Block = Readonly<Record<string, unknown>>

/** One input in each block, so that block ids are the fields' names. */
const INPUT = "valor"

/**
 * The modal of a form; `null` when Slack has no room for what its fields hold. Labels, hints and values are plain text,
 * which Slack shows literally. The form's id is the view's `callback_id`; `channel` is where it was asked for.
 */
export function renderForm(form: Form, channel: string): ModalView | null {
  const { fields, title } = form
  const fits =
    form.id.length <= viewLimits.callbackId &&
    fields.every(({ name, value }) => name.length <= viewLimits.blockId && value.length <= viewLimits.input)
  const blocks = [...headBlocks(form), ...fields.map(inputBlock)]
  if (!fits || fields.length === 0 || blocks.length > viewLimits.blocks) return null
  return {
    type: "modal",
    callback_id: form.id,
    private_metadata: JSON.stringify({ canal: channel }),
    title: plain(title, viewLimits.title),
    submit: plain(form.submit, viewLimits.submit),
    close: plain("Cancelar", viewLimits.submit),
    blocks: blocks as unknown as ModalView["blocks"],
  }
}

/** What stands in the modal's place while an answer takes long, and afterwards; of a long text, all that fits. */
export function noticeView(title: string, ...texts: readonly string[]): ModalView {
  return {
    type: "modal",
    callback_id: "formulario",
    title: plain(title, viewLimits.title),
    close: plain("Cerrar", viewLimits.submit),
    blocks: texts.flatMap(sections).slice(0, viewLimits.blocks) as unknown as ModalView["blocks"],
  }
}

/** By field name, as typed; an empty field is an empty text. */
export function readSubmission({ state }: SubmittedView): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(state.values).map(([name, inputs]) => {
      const { value, selected_option, selected_date, selected_time } = Object(inputs[INPUT])
      return [name, String(value ?? Object(selected_option).value ?? selected_date ?? selected_time ?? "")]
    }),
  )
}

/** The channel where the form was asked for; `null` when it was not written by us. */
export function channelOf({ private_metadata }: SubmittedView): string | null {
  try {
    const { canal } = Object(JSON.parse(private_metadata))
    return typeof canal === "string" && /^[A-Z][A-Z0-9]{1,40}$/.test(canal) ? canal : null
  } catch {
    return null
  }
}

/**
 * How the open modal is told what was wrong: under each field, or, when something is about the whole form or about a
 * field that is not in it, as a text above them all. What was typed stays in both cases.
 */
export function problemsAnswer(form: Form, submitted: SubmittedView, channel: string) {
  const names = new Set(Object.keys(submitted.state.values))
  const byField = form.problems.every(({ field }) => field !== null && names.has(field))
  if (byField && form.problems.length > 0 && form.id === submitted.callback_id) {
    const errors: Record<string, string> = {}
    for (const { field, message } of form.problems) {
      const said = richToPlain(message)
      if (field !== null) errors[field] = errors[field] ? `${errors[field]} ${said}` : said
    }
    return { response_action: "errors" as const, errors }
  }
  const view = renderForm(form, channel)
  return view && { response_action: "update" as const, view }
}

/** The form as it was sent, with a refusal above it. */
export function refusedView(submitted: ModalView & SubmittedView, text: string): ModalView {
  const typed = readSubmission(submitted)
  const kept = submitted.blocks.filter(({ type }) => type === "input") as unknown as readonly Block[]
  return {
    type: "modal",
    callback_id: submitted.callback_id,
    private_metadata: submitted.private_metadata,
    title: plain(submitted.title.text, viewLimits.title),
    ...(submitted.submit ? { submit: plain(submitted.submit.text, viewLimits.submit) } : {}),
    close: plain("Cerrar", viewLimits.submit),
    blocks: [
      ...sections(text).slice(0, viewLimits.blocks - kept.length),
      ...kept.map((block) => withValue(block, typed[String(block.block_id)] ?? "")),
    ] as unknown as ModalView["blocks"],
  }
}

function withValue(block: Block, value: string): Block {
  const {
    initial_value: _v,
    initial_date: _d,
    initial_time: _t,
    initial_option: _o,
    ...bare
  } = Object(block.element)
  return { ...block, element: value === "" ? bare : { ...bare, ...initial(bare, value) } }
}

function initial(element: Block, value: string): Block {
  switch (element.type) {
    case "datepicker":
      return { initial_date: value }
    case "timepicker":
      return { initial_time: value }
    case "static_select": {
      const options = Array.isArray(element.options) ? element.options : []
      const option = options.find((choice) => Object(choice).value === value)
      return option ? { initial_option: option } : {}
    }
    default:
      return { initial_value: value }
  }
}

function headBlocks(form: Form): readonly Block[] {
  const problems = problemasEnTexto(form)
  return [
    ...(form.demo ? [{ type: "context", elements: [plain(DEMO_LABEL, viewLimits.text)] }] : []),
    ...(legible(form.title).trim().length > viewLimits.title ? sections(form.title) : []),
    ...sections(problems),
    ...sections(richToPlain(form.intro ?? "")),
  ]
}

function inputBlock(field: FormField): Block {
  return {
    type: "input",
    block_id: field.name,
    optional: !field.required,
    label: plain(field.label || field.name, viewLimits.label),
    ...(field.hint ? { hint: plain(field.hint, viewLimits.label) } : {}),
    element: { action_id: INPUT, ...elementOf(field) },
  }
}

function elementOf(field: FormField): Block {
  const { input, value, choices, maxLength } = field
  if (offersItsValue(field) && choices.length > 0 && selectable(field)) {
    const labels = buttonLabels(choices.map(asButton), viewLimits.option)
    const options = choices.map(({ value: choice }, i) => ({
      text: plain(labels[i] ?? choice, viewLimits.option),
      value: choice,
    }))
    const chosen = options.find((option) => option.value === value)
    return {
      type: "static_select",
      placeholder: plain("Elija una opción", viewLimits.placeholder),
      options,
      ...(chosen ? { initial_option: chosen } : {}),
    }
  }
  if (fitsPicker(field)) {
    return input === "fecha"
      ? { type: "datepicker", ...(value ? { initial_date: value } : {}) }
      : { type: "timepicker", ...(value ? { initial_time: value } : {}) }
  }
  return {
    type: "plain_text_input",
    multiline: input === "parrafo" || value.includes("\n"),
    // Slack refuses a value longer than the limit, and a limit longer than its own.
    max_length: Math.min(viewLimits.input, Math.max(maxLength, value.length, 1)),
    ...(value === "" ? {} : { initial_value: wellFormed(value) }),
    ...(choices.length > 0
      ? { placeholder: plain(choices.map((choice) => choice.value).join(" | "), viewLimits.placeholder) }
      : {}),
  }
}

const asButton = ({ label, value }: FormField["choices"][number]) => ({
  id: value,
  label: legible(label).trim() || value,
})

const selectable = ({ choices }: FormField) =>
  choices.length <= viewLimits.options &&
  choices.every(({ value }) => value !== "" && value.length <= viewLimits.optionValue)

/** All of a text, in as many sections as it takes. */
const sections = (text: string): readonly Block[] => {
  const pieces = chunks(legible(text).trim(), viewLimits.text)
  return pieces.filter((piece) => piece.trim() !== "").map(section)
}

const section = (text: string): Block => ({ type: "section", text: plain(text, viewLimits.text) })

function plain(text: string, max: number) {
  const shown = shorten(legible(text).trim() || "—", max)
  return { type: "plain_text" as const, text: shown, emoji: false }
}
