import type { Card } from "../../src/cards/card.ts"
import type { Form } from "../../src/cards/form.ts"
import type { InboundAnswer } from "../../src/ports/chat-adapter.ts"

/** What somebody was answered; a test that got something else says what. */

export function cardOf(answer: InboundAnswer): Card {
  if (answer.kind !== "reply") throw new Error(`expected a card, got ${JSON.stringify(answer)}`)
  return answer.card
}

export function formOf(answer: InboundAnswer): Form {
  if (answer.kind !== "form") throw new Error(`expected a form, got ${JSON.stringify(answer)}`)
  return answer.form
}

/** What a form holds, by field. */
export const valuesOf = (answer: InboundAnswer): Readonly<Record<string, string>> =>
  Object.fromEntries(formOf(answer).fields.map(({ name, value }) => [name, value]))

/** What was wrong with what was filled in. */
export const problemsOf = (answer: InboundAnswer) => formOf(answer).problems.map(({ message }) => message)
