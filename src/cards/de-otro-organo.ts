import { type Action, type Card, MAX_ACTION_ID } from "./card.ts"

/**
 * The same card for a place that speaks for another body: each button names the body that it is about, as a person
 * would by typing `organo:subcomision-consultiva`. One whose id has no room for it is left out: it would act on the other
 * body, which may have a session with the same clave. What it does can be typed.
 */
export function deOtroOrgano(card: Card, clave: string): Card {
  return { ...card, actions: card.actions.flatMap((action) => nombrado(action, clave)) }
}

function nombrado(action: Action, clave: string): readonly Action[] {
  if (action.url !== undefined) return [action]
  const id = conOrgano(action.id, clave)
  return id.length > MAX_ACTION_ID ? [] : [{ ...action, id }]
}

/** The id of a button or of a form, which also names its body. */
export function conOrgano(id: string, clave: string): string {
  if (/\borgano:(?:\S+|"[^"]+")$/u.test(id)) return id
  return `${id}${id.includes(":") ? " " : ":"}${organoEscrito(clave)}`
}

/** As one types it at the end of a command. */
export const organoEscrito = (clave: string): string =>
  /\s/u.test(clave) ? `organo:"${clave}"` : `organo:${clave}`
