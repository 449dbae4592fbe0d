import { allWellFormed } from "../well-formed.ts"
import { lengthIn, listOf } from "./block-kit.ts"

/** Modals as Slack takes them (docs.slack.dev: view object, input block and its elements) and keeps them open. */
type Json = Readonly<Record<string, unknown>>

/** A modal on somebody's screen. */
export interface Modal {
  readonly id: string
  readonly user: string
  view: Json
  /** By block, what its one input holds. */
  values: Record<string, string>
  errors: Record<string, string>
  open: boolean
}

const MAX = { title: 24, button: 24, blocks: 100, id: 255, metadata: 3_000, text: 3_000, label: 2_000 }
const INPUT = { placeholder: 150, text: 3_000, options: 100, optionText: 75, optionValue: 150 }

/** The error code that Slack would answer `views.open` and `views.update` with, or `null`. */
export function viewError(view: unknown): string | null {
  const { type, title, submit, close, blocks, callback_id, private_metadata } = Object(view)
  const list = listOf(blocks)
  const inputs = list.filter((block) => block.type === "input")
  const ids = list.flatMap(({ block_id }) => (block_id === undefined ? [] : [block_id]))
  const sound =
    type === "modal" &&
    isPlain(title, MAX.title) &&
    (submit === undefined ? inputs.length === 0 : isPlain(submit, MAX.button)) &&
    (close === undefined || isPlain(close, MAX.button)) &&
    (callback_id === undefined || lengthIn(callback_id, 1, MAX.id)) &&
    (private_metadata === undefined || lengthIn(private_metadata, 0, MAX.metadata)) &&
    list.length > 0 &&
    list.length <= MAX.blocks &&
    new Set(ids).size === ids.length
  return sound && allWellFormed(view) && list.every(isBlock) ? null : "invalid_arguments"
}

function isBlock(block: Json): boolean {
  const { type, text, elements, block_id, label, hint, element } = block
  if (block_id !== undefined && !lengthIn(block_id, 1, MAX.id)) return false
  if (type === "section") return isPlain(text, MAX.text)
  if (type === "context")
    return listOf(elements).length > 0 && listOf(elements).every((e) => isPlain(e, MAX.text))
  if (type !== "input" || !isPlain(label, MAX.label)) return false
  if (hint !== undefined && !isPlain(hint, MAX.label)) return false
  return lengthIn(Object(element).action_id, 1, MAX.id) && isElement(Object(element))
}

function isElement(element: Json): boolean {
  const {
    type,
    placeholder,
    initial_value,
    initial_date,
    initial_time,
    initial_option,
    options,
    max_length,
  } = element
  if (placeholder !== undefined && !isPlain(placeholder, INPUT.placeholder)) return false
  switch (type) {
    case "plain_text_input": {
      const most = Number(max_length ?? INPUT.text)
      return (
        most >= 1 && most <= INPUT.text && (initial_value === undefined || lengthIn(initial_value, 1, most))
      )
    }
    case "datepicker":
      return initial_date === undefined || isDate(initial_date)
    case "timepicker":
      return initial_time === undefined || isTime(initial_time)
    case "static_select": {
      const all = listOf(options)
      const chosen =
        initial_option === undefined || all.some((o) => JSON.stringify(o) === JSON.stringify(initial_option))
      const sound = all.every(
        (o) => isPlain(o.text, INPUT.optionText) && lengthIn(o.value, 1, INPUT.optionValue),
      )
      return all.length > 0 && all.length <= INPUT.options && sound && chosen
    }
    default:
      return false
  }
}

const isDate = (text: unknown) => {
  const date = new Date(`${String(text)}T00:00:00Z`)
  return (
    /^\d{4}-\d\d-\d\d$/.test(String(text)) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(String(text))
  )
}
const isTime = (text: unknown) => /^([01]\d|2[0-3]):[0-5]\d$/.test(String(text))
const isPlain = (text: unknown, max: number) =>
  Object(text).type === "plain_text" && lengthIn(Object(text).text, 1, max)

const inputsOf = (view: Json) => listOf(view.blocks).filter(({ type }) => type === "input")

/** What a view's inputs hold when it appears; what the person typed stays where block and action are the same. */
export function valuesShown(view: Json, before: Modal | null = null): Record<string, string> {
  const elementIn = (of: Json, block: unknown) =>
    Object(inputsOf(of).find(({ block_id }) => block_id === block)?.element)
  return Object.fromEntries(
    inputsOf(view).map(({ block_id, element }) => {
      const { type, action_id, initial_value, initial_date, initial_time, initial_option } = Object(element)
      const was = before && elementIn(before.view, block_id)
      const typed =
        was && was.type === type && was.action_id === action_id ? before.values[String(block_id)] : undefined
      return [
        String(block_id),
        typed ?? String(initial_value ?? initial_date ?? initial_time ?? Object(initial_option).value ?? ""),
      ]
    }),
  )
}

/** A person fills in a field; only what its kind of input lets one enter. */
export function enter(modal: Modal, name: string, value: string): void {
  const element = Object(inputsOf(modal.view).find(({ block_id }) => block_id === name)?.element)
  const possible =
    value === "" ||
    (element.type === "plain_text_input" && value.length <= Number(element.max_length ?? INPUT.text)) ||
    (element.type === "datepicker" && isDate(value)) ||
    (element.type === "timepicker" && isTime(value)) ||
    (element.type === "static_select" && listOf(element.options).some((option) => option.value === value))
  if (!possible) throw new Error(`Nobody can enter «${value}» in the ${String(element.type)} «${name}»`)
  modal.values[name] = value
}

/** `view.state.values` of a submission. */
export function stateOf({ view, values }: Modal) {
  return Object.fromEntries(
    inputsOf(view).map(({ block_id, element }) => {
      const { type, action_id, options } = Object(element)
      const value = values[String(block_id)] || null
      const selected_option = listOf(options).find((option) => option.value === value) ?? null
      const holds = {
        plain_text_input: { value },
        datepicker: { selected_date: value },
        timepicker: { selected_time: value },
        static_select: { selected_option },
      }[String(type)]
      return [String(block_id), { [String(action_id)]: { type, ...holds } }]
    }),
  )
}

/** All that can be read of a modal. */
export function textOf({ view, errors }: Modal): string {
  const read = (text: unknown) => String(Object(text).text ?? "")
  const lines = listOf(view.blocks).flatMap(({ type, text, elements, label, hint, block_id }) => {
    if (type === "section") return [read(text)]
    if (type === "context") return listOf(elements).map(read)
    return [read(label), read(hint), errors[String(block_id)] ?? ""]
  })
  return [read(view.title), ...lines, read(view.submit)].filter((line) => line !== "").join("\n")
}
