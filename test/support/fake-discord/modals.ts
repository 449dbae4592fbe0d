import { base, ephemeralMessage, type Interaction } from "./interactions.ts"
import { readMarkdown } from "./read.ts"
import { type FakeDiscord, USER } from "./server.ts"

type Json = Readonly<Record<string, unknown>>

/** A modal as it stands on the screen of whom it was shown to. */
export interface ModalOnScreen {
  readonly customId: string
  readonly text: string
  readonly values: Readonly<Record<string, string>>
  readonly fields: readonly Json[]
  /** It was opened by a button of an earlier message. */
  readonly fromMessage: boolean
}

const list = (value: unknown) => (Array.isArray(value) ? (value as readonly Json[]) : [])

/** The modal that an interaction was answered with, if it was. */
export function modalOf(fake: FakeDiscord, { id, payload }: Interaction): ModalOnScreen | null {
  const callback = fake.callbacks.get(id)
  if (callback?.type !== 9) return null
  const { custom_id, title, components } = callback.data
  const labels = list(components).filter(({ type }) => type === 18)
  const fields = labels.map(({ component }) => Object(component) as Json)
  const read = list(components).flatMap(({ content, label, description }) => [
    content === undefined ? undefined : readMarkdown(String(content)).text,
    label,
    description,
  ])
  return {
    customId: String(custom_id),
    text: [title, ...read].filter((line) => line !== undefined).join("\n"),
    values: Object.fromEntries(fields.map((field) => [String(field.custom_id), shownIn(field)])),
    fields,
    fromMessage: "message" in payload,
  }
}

function shownIn(field: Json): string {
  if (field.type !== 3) return String(field.value ?? "")
  return String(list(field.options).find((option) => option.default === true)?.value ?? "")
}

/** A person sends the modal with these values; only what each component lets one enter. */
export function submitModal(
  fake: FakeDiscord,
  modal: ModalOnScreen,
  values: Readonly<Record<string, string>>,
  by: string = USER,
): Interaction {
  const components = modal.fields.map((field, i) => {
    const id = String(field.custom_id)
    const value = values[id] ?? modal.values[id] ?? ""
    if (!allows(field, value)) throw new Error(`Nobody can enter «${value}» in «${id}»`)
    const component =
      field.type === 3
        ? { type: 3, id: 2 * i + 2, custom_id: id, values: value === "" ? [] : [value] }
        : { type: 4, id: 2 * i + 2, custom_id: id, value }
    return { type: 18, id: 2 * i + 1, component }
  })
  const text = { type: 10, id: 100 }
  const payload = base(fake, 5, { custom_id: modal.customId, components: [text, ...components] }, false, by)
  const message = modal.fromMessage ? { message: ephemeralMessage(fake) } : {}
  return { id: payload.id, token: payload.token, payload: { ...payload, ...message } }
}

function allows(field: Json, value: string): boolean {
  if (value === "") return field.required !== true
  if (field.type === 3) return list(field.options).some((option) => option.value === value)
  return value.length <= Number(field.max_length ?? 4_000)
}
