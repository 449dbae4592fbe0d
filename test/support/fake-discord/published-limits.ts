import { allWellFormed } from "../well-formed.ts"

/** What Discord's documentation says of each field, in its own numbers and not the adapter's: a copy would prove nothing. */
type Json = Readonly<Record<string, unknown>>

export const list = (value: unknown) => (Array.isArray(value) ? (value as readonly Json[]) : [])
const lengthOf = (value: unknown) => (typeof value === "string" ? value.trim().length : 0)

/** Discord's answer to a body that it does not take, or `null`. */
export interface Refusal {
  readonly code: number
  readonly message: string
}

const NOT_TEXT: Refusal = { code: 50109, message: "The request body contains invalid JSON." }

const formError = (problems: readonly string[]): Refusal | null =>
  problems.length === 0 ? null : { code: 50035, message: `Invalid Form Body\n${problems.join("\n")}` }

/** Create Message, and the `data` of an interaction's answer. */
export function messageProblem(body: Json): Refusal | null {
  if (isOnlyComponents(body)) return onlyComponentsProblem(body)
  const embeds = list(body.embeds)
  const rows = list(body.components)
  const problems: string[] = []
  const longest = (where: string, value: unknown, most: number) => {
    if (lengthOf(value) > most) problems.push(`${where}: Must be ${most} or fewer in length.`)
  }
  // Its OpenAPI schema names attachments by snowflakes, which are text.
  if (list(body.attachments).some(({ id }) => typeof id !== "string"))
    problems.push('attachments.id: Value "0" is not snowflake.')
  longest("content", body.content, 2_000)
  longest("nonce", body.nonce, 25)
  if (embeds.length > 10) problems.push("embeds: Must be 10 or fewer in length.")
  for (const embed of embeds) {
    longest("title", embed.title, 256)
    longest("description", embed.description, 4_096)
    longest("footer.text", (embed.footer as Json | undefined)?.text, 2_048)
    if (list(embed.fields).length > 25) problems.push("fields: Must be 25 or fewer in length.")
    for (const field of list(embed.fields)) {
      longest("field.name", field.name, 256)
      longest("field.value", field.value, 1_024)
    }
    const color = Number(embed.color ?? 0)
    if (!(color >= 0 && color <= 0xffffff)) problems.push("color: int value should be less than 16777216.")
    const image = (embed.image as Json | undefined)?.url
    if (image !== undefined && !/^(https?|attachment):\/\//.test(String(image)))
      problems.push("image.url: Not a well formed URL.")
  }
  const total = embeds.reduce((sum, embed) => sum + embedLength(embed), 0)
  if (total > 6_000) problems.push("embeds: Embed size exceeds maximum size of 6000")
  problems.push(...componentProblems(rows))
  if (problems.length > 0) return formError(problems)
  if (!allWellFormed(body)) return NOT_TEXT
  if (lengthOf(body.content) === 0 && total === 0)
    return { code: 50006, message: "Cannot send an empty message" }
  return null
}

function embedLength(embed: Json): number {
  const fields = list(embed.fields).reduce(
    (sum, { name, value }) => sum + lengthOf(name) + lengthOf(value),
    0,
  )
  const footer = lengthOf((embed.footer as Json | undefined)?.text)
  return lengthOf(embed.title) + lengthOf(embed.description) + footer + fields
}

const ONLY_COMPONENTS = 1 << 15
export const isOnlyComponents = ({ flags }: Json): boolean => (Number(flags ?? 0) & ONLY_COMPONENTS) !== 0

/** Of a message with the flag `IS_COMPONENTS_V2`. */
function onlyComponentsProblem({ content, embeds, components, ...body }: Json): Refusal | null {
  const problems: string[] = []
  if (lengthOf(content) > 0 || list(embeds).length > 0)
    problems.push("content: The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2")
  const all = list(components).flatMap(nested)
  if (all.length < 1 || all.length > 40) problems.push("components: Must be between 1 and 40 in length.")
  const text = all.reduce((sum, { type, content: said }) => sum + (type === 10 ? String(said).length : 0), 0)
  if (text > 4_000) problems.push("components: Must be 4000 or fewer in length.")
  const containers = list(components)
  if (containers.some(({ type }) => type !== 17)) problems.push("components: a container is expected")
  for (const { accent_color: color } of containers)
    if (!(Number(color) >= 0 && Number(color) <= 0xffffff)) problems.push("accent_color: out of range")
  const inside = containers.flatMap(({ components: own }) => list(own))
  for (const one of inside) problems.push(...insideProblems(one))
  const rows = inside.filter(({ type }) => type === 1)
  const accessories = inside.flatMap(({ accessory }) =>
    accessory ? [{ type: 1, components: [accessory] }] : [],
  )
  // Its rows are as many as there is room for; what is said of one holds for each.
  problems.push(...[...rows, ...accessories].flatMap((row) => componentProblems([row])))
  problems.push(...repeatedIds([...rows, ...accessories].flatMap(({ components: own }) => list(own))))
  if (problems.length > 0) return formError(problems)
  return allWellFormed([components, body]) ? null : NOT_TEXT
}

const nested = (one: Json): readonly Json[] => [
  one,
  ...[...list(one.components), ...(one.accessory ? [one.accessory as Json] : [])].flatMap(nested),
]

function insideProblems({ type, components, content, items, file, accessory }: Json): readonly string[] {
  const problems: string[] = []
  if (type === 10 && lengthOf(content) < 1) problems.push("content: Must be between 1 and 4000 in length.")
  if (type === 9) {
    const texts = list(components)
    if (texts.length < 1 || texts.length > 3) problems.push("components: Must be between 1 and 3 in length.")
    if (accessory === undefined) problems.push("accessory: This field is required")
    problems.push(...texts.flatMap(insideProblems))
  }
  if (type === 12 && list(items).length < 1) problems.push("items: Must be between 1 and 10 in length.")
  if (type === 13 && !/^attachment:\/\/[\w.-]+$/.test(String(Object(file).url)))
    problems.push("file.url: Must be an attachment")
  if (![1, 9, 10, 12, 13, 14].includes(Number(type))) problems.push("type: not within a container")
  return problems
}

function componentProblems(rows: readonly Json[]): readonly string[] {
  const problems: string[] = []
  if (rows.length > 5) problems.push("components: Must be between 1 and 5 in length.")
  const buttons = rows.flatMap((row) => list(row.components))
  for (const row of rows) {
    const { length } = list(row.components)
    if (row.type !== 1 || length < 1 || length > 5)
      problems.push("components: Must be between 1 and 5 in length.")
  }
  for (const button of buttons) {
    const { style, label, custom_id: id, url } = button
    if (button.type !== 2) problems.push('type: Value of field "type" must be one of (2,).')
    if (lengthOf(label) < 1 || lengthOf(label) > 80)
      problems.push("label: Must be between 1 and 80 in length.")
    if (style === 5) {
      if (lengthOf(url) < 1 || lengthOf(url) > 512) problems.push("url: Must be between 1 and 512 in length.")
      if (id !== undefined) problems.push("custom_id: A custom id and url cannot both be specified")
    } else if (lengthOf(id) < 1 || String(id).length > 100) {
      problems.push("custom_id: Must be between 1 and 100 in length.")
    }
  }
  return [...problems, ...repeatedIds(buttons)]
}

function repeatedIds(buttons: readonly Json[]): readonly string[] {
  const ids = buttons.flatMap(({ custom_id: id }) => (id === undefined ? [] : [id]))
  return new Set(ids).size < ids.length ? ["custom_id: Component custom id cannot be duplicated"] : []
}

const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u

/** Bulk Overwrite Application Commands. */
export function commandsProblem(commands: unknown): Refusal | null {
  const problems: string[] = []
  const named = (where: string, { name, description }: Json) => {
    const text = String(name)
    if (!NAME.test(text) || text !== text.toLowerCase()) problems.push(`${where}.name: ${text} is invalid`)
    if (lengthOf(description) < 1 || lengthOf(description) > 100)
      problems.push(`${where}.description: Must be between 1 and 100 in length.`)
  }
  const unique = (where: string, items: readonly Json[]) => {
    if (items.length > 25) problems.push(`${where}: Must be 25 or fewer in length.`)
    if (new Set(items.map(({ name }) => name)).size < items.length)
      problems.push(`${where}: names are repeated`)
  }
  if (list(commands).length > 100) problems.push("Must be 100 or fewer in length.")
  for (const command of list(commands)) {
    if (command.type === 3) {
      problems.push(...messageCommandProblems(command))
      continue
    }
    named("command", command)
    unique("options", list(command.options))
    for (const entry of list(command.options)) {
      named("subcommand", entry)
      const isGroup = entry.type === 2
      if (isGroup) unique("group", list(entry.options))
      for (const sub of isGroup ? list(entry.options) : [entry]) {
        named("subcommand", sub)
        const options = list(sub.options)
        unique("options", options)
        const optionalAt = options.findIndex(({ required }) => required !== true)
        if (optionalAt >= 0 && options.slice(optionalAt).some(({ required }) => required === true))
          problems.push("options: Required options must be placed before non-required options")
        for (const option of options) {
          named("option", option)
          problems.push(...choicesProblems(option))
        }
      }
    }
    if (sizeOf(command) > 8_000) problems.push("Command exceeds maximum size (8000)")
  }
  return formError(problems)
}

/** What is in the menu of a message has a name of up to 32 characters, and nothing else. */
const messageCommandProblems = ({ name, description, options }: Json): readonly string[] =>
  lengthOf(name) < 1 || lengthOf(name) > 32 || description !== undefined || options !== undefined
    ? ["name: Must be between 1 and 32 in length."]
    : []

/** Names, descriptions and values of a command and of all that is inside it. */
function sizeOf({ name, description, value, options, choices }: Json): number {
  const own = [name, description, value].filter((text) => typeof text === "string").join("").length
  return [...list(options), ...list(choices)].reduce((sum, inner) => sum + sizeOf(inner), own)
}

function choicesProblems({ choices, autocomplete }: Json): readonly string[] {
  const problems: string[] = []
  if (list(choices).length > 0 && autocomplete === true) problems.push("autocomplete: not along with choices")
  problems.push(...completionProblems(choices))
  return problems
}

/** The choices of an option, or the answer to an autocomplete. */
export function completionProblems(choices: unknown): readonly string[] {
  const problems: string[] = []
  if (list(choices).length > 25) problems.push("choices: Must be 25 or fewer in length.")
  for (const { name, value } of list(choices)) {
    if (lengthOf(name) < 1 || lengthOf(name) > 100)
      problems.push("name: Must be between 1 and 100 in length.")
    if (String(value).length > 100) problems.push("value: Must be 100 or fewer in length.")
    if (!allWellFormed([name, value])) problems.push("name: not text")
  }
  return problems
}

/** The message as Discord gives it back: text trimmed, fields of its own, in its own order, and no nonce. */
export function asStored({ embeds, nonce: _nonce, enforce_nonce: _enforce, ...body }: Json): Json {
  const shown = list(embeds).map(({ title, description, footer, ...embed }) => ({
    type: "rich",
    ...embed,
    ...(lengthOf(description) > 0 ? { description: String(description).trim() } : {}),
    ...(lengthOf(title) > 0 ? { title: String(title).trim() } : {}),
    ...(footer ? { footer } : {}),
    content_scan_version: 4,
  }))
  return { ...body, embeds: shown }
}

/** The `data` of an answer that is a modal. */
export function modalProblem({ custom_id, title, components }: Json): Refusal | null {
  const problems: string[] = []
  const between = (where: string, value: unknown, least: number, most: number) => {
    const length = typeof value === "string" ? value.length : 0
    if (length < least || length > most)
      problems.push(`${where}: Must be between ${least} and ${most} in length.`)
  }
  between("custom_id", custom_id, 1, 100)
  between("title", title, 1, 45)
  const parts = list(components)
  if (parts.length < 1 || parts.length > 5) problems.push("components: Must be between 1 and 5 in length.")
  const ids = parts.flatMap(({ component }) => (component ? [Object(component).custom_id] : []))
  if (new Set(ids).size < ids.length) problems.push("custom_id: Component custom id cannot be duplicated")
  for (const part of parts) {
    if (part.type === 10) {
      between("content", part.content, 1, 4_000)
      continue
    }
    if (part.type !== 18) problems.push('type: Value of field "type" must be one of (10, 18).')
    between("label", part.label, 1, 45)
    between("description", part.description ?? "", 0, 100)
    problems.push(...labelledProblems(Object(part.component)))
  }
  if (!allWellFormed(components) || !allWellFormed([title, custom_id])) return NOT_TEXT
  return formError(problems)
}

function labelledProblems(component: Json): readonly string[] {
  const { type, custom_id, options, value, placeholder, max_length, style, label } = component
  const problems: string[] = []
  const id = String(custom_id ?? "")
  if (id.length < 1 || id.length > 100) problems.push("custom_id: Must be between 1 and 100 in length.")
  if (type === 3) {
    const all = list(options)
    if (all.length < 1 || all.length > 25) problems.push("options: Must be between 1 and 25 in length.")
    if (all.filter((option) => option.default === true).length > 1)
      problems.push("options: too many defaults")
    for (const option of all) {
      const lengths = [String(option.label ?? "").length, String(option.value ?? "").length]
      if (lengths.some((length) => length < 1 || length > 100))
        problems.push("options: Must be between 1 and 100 in length.")
    }
    if (String(placeholder ?? "").length > 150) problems.push("placeholder: Must be 150 or fewer in length.")
    return problems
  }
  const most = Number(max_length ?? 4_000)
  if (type !== 4) problems.push('type: Value of field "type" must be one of (3, 4).')
  if (style !== 1 && style !== 2) problems.push("style: Must be one of (1, 2).")
  if (label !== undefined) problems.push("label: not within a label")
  if (most < 1 || most > 4_000) problems.push("max_length: Must be between 1 and 4000.")
  if (String(value ?? "").length > most) problems.push(`value: Must be ${most} or fewer in length.`)
  if (String(placeholder ?? "").length > 100) problems.push("placeholder: Must be 100 or fewer in length.")
  return problems
}
