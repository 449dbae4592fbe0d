import { type Action, type Card, MAX_ACTION_ID } from "./card.ts"

/**
 * The same card for a place that speaks for another body: each button names the body that it is about, as a person
 * would by typing `organo:subcomision-consultiva`. One whose id has no room for it stays as it was.
 */
export function deOtroOrgano(card: Card, clave: string): Card {
  return { ...card, actions: card.actions.map((action) => nombrado(action, clave)) }
}

function nombrado(action: Action, clave: string): Action {
  if (action.url !== undefined) return action
  const id = conOrgano(action.id, clave)
  return id.length > MAX_ACTION_ID ? action : { ...action, id }
}

/** The id of a button or of a form, which also names its body. */
export function conOrgano(id: string, clave: string): string {
  if (/\borgano:\S+$/u.test(id)) return id
  return id.includes(":") ? `${id} organo:${clave}` : `${id}:organo:${clave}`
}
