import {
  type Action,
  type Block,
  type Card,
  type CommandMention,
  MAX_ACTION_ID,
  type RichText,
} from "./card.ts"
import { withActions } from "./card-actions.ts"

/**
 * The same card for a place that speaks for another body: each button, and each command that its texts mention, names the
 * body that it is about, as a person would by typing `organo:subcomision-consultiva`. A button whose id has no room for it
 * is left out: it would act on the other body, which may have a session with the same clave. What it does can be typed.
 */
export function deOtroOrgano(card: Card, clave: string): Card {
  const named = withActions(card, (action) => nombrado(action, clave))
  return { ...named, blocks: named.blocks.map((block) => bloqueNombrado(block, clave)) }
}

function bloqueNombrado(block: Block, clave: string): Block {
  const named = (text: RichText): RichText =>
    typeof text === "string"
      ? text
      : text.map((inline) =>
          typeof inline !== "string" && inline.kind === "command" ? mencionNombrada(inline, clave) : inline,
        )
  switch (block.kind) {
    case "text":
    case "note":
      return { ...block, text: named(block.text) }
    case "fields":
      return { ...block, fields: block.fields.map((field) => ({ ...field, value: named(field.value) })) }
    case "list":
      return { ...block, items: block.items.map(named) }
    default:
      return block
  }
}

/** What is said of the bot itself, whatever the body. */
const SIN_ORGANO: readonly string[] = ["plenaria.ayuda", "plenaria.quien-soy"]

function mencionNombrada(mention: CommandMention, clave: string): CommandMention {
  if (SIN_ORGANO.includes(mention.command) || "organo" in mention.options) return mention
  const text = `${mention.text} ${organoEscrito(clave)}`
  return { ...mention, text, options: { ...mention.options, organo: clave } }
}

function nombrado(action: Action, clave: string): Action | null {
  if (action.url !== undefined) return action
  const id = conOrgano(action.id, clave)
  return id.length > MAX_ACTION_ID ? null : { ...action, id }
}

/** The id of a button or of a form, which also names its body. */
export function conOrgano(id: string, clave: string): string {
  if (/\borgano:(?:\S+|"[^"]+")$/u.test(id)) return id
  return `${id}${id.includes(":") ? " " : ":"}${organoEscrito(clave)}`
}

/** As one types it at the end of a command. */
export const organoEscrito = (clave: string): string =>
  /\s/u.test(clave) ? `organo:"${clave}"` : `organo:${clave}`
