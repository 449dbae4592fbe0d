import type { InboundCommand, InboundSubmission } from "../../ports/chat-adapter.ts"
import type { Command } from "../definition/definition.ts"
import { optionsOf } from "../definition/options.ts"
import { parseAction } from "./action.ts"
import type { Nombres } from "./nombres.ts"
import { MAX_TYPED, parseTyped } from "./parse.ts"
import type { Parsed } from "./parsed.ts"
import type { Values } from "./values.ts"

/** Most text that the answers to a form may hold together, in UTF-16 units. */
export const MAX_SUBMITTED = 30_000

/** What somebody asks for, by whatever way. */
export type Request =
  /** `escrito`: what was typed after its name. */
  | (Parsed & { readonly escrito?: string })
  | { readonly kind: "unknown_action" }
  /** Written as to a colleague. `orden`: the same read as a typed order. */
  | { readonly kind: "dicho"; readonly texto: string; readonly orden: Parsed }
  | { readonly kind: "submitted"; readonly command: Command; readonly values: Values }
  /** Its form is opened with these values in it. */
  | { readonly kind: "opened"; readonly command: Command; readonly values: Values }

/** What it names exactly; `null`: it is still to be found out. */
export const commandOf = (request: Request): Command | null =>
  request.kind === "run" || request.kind === "submitted" || request.kind === "opened" ? request.command : null

export function parseCommand(commands: readonly Command[], input: InboundCommand, nombres: Nombres): Request {
  const { name, rawOptions, llano } = input
  if (llano && rawOptions.kind === "text") {
    const orden = parseTyped(commands, name, rawOptions.text, nombres)
    return orden.kind === "too_long" ? orden : { kind: "dicho", texto: rawOptions.text, orden }
  }
  if (rawOptions.kind === "text")
    return { ...parseTyped(commands, name, rawOptions.text, nombres), escrito: rawOptions.text }
  if (rawOptions.kind === "message") return openedOn(commands, name, rawOptions)
  const { subcommand, values } = rawOptions
  const length = Object.values(values).reduce((sum, value) => sum + value.length, 0)
  if (length > MAX_TYPED) return { kind: "too_long", length, limit: MAX_TYPED }
  const command = commands.find((c) => c.name === name && c.subcommand === subcommand && !c.hidden)
  return command ? { kind: "run", command, values } : parseTyped(commands, name, subcommand, nombres)
}

function openedOn(
  commands: readonly Command[],
  name: string,
  { subcommand, text }: Extract<InboundCommand["rawOptions"], { readonly kind: "message" }>,
): Request {
  const { length } = text
  if (length > MAX_SUBMITTED) return { kind: "too_long", length, limit: MAX_SUBMITTED }
  const command = commands.find((c) => c.name === name && c.subcommand === subcommand)
  return command?.deMensaje
    ? { kind: "opened", command, values: command.deMensaje.values(text) }
    : { kind: "unknown_action" }
}

/** What the form's id carries and what was filled in; a field that is not the command's own is nobody's. */
export function parseSubmission(
  commands: readonly Command[],
  { formId, values }: InboundSubmission,
): Request {
  const length = Object.values(values).reduce((sum, value) => sum + value.length, 0)
  if (length > MAX_SUBMITTED) return { kind: "too_long", length, limit: MAX_SUBMITTED }
  const parsed = parseAction(commands, formId)
  if (parsed.kind !== "run") return parsed
  const own = optionsOf(parsed.command).map(({ name }) => name)
  const filled = Object.entries(values).filter(([name]) => own.includes(name))
  return {
    kind: "submitted",
    command: parsed.command,
    values: { ...parsed.values, ...Object.fromEntries(filled) },
  }
}
