import type { Card } from "../../src/cards/card.ts"
import type { Form } from "../../src/cards/form.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
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

/** All that is read of it: a card as plain text; of a form, what stands above its fields and what was wrong with them. */
export function textOf(answer: InboundAnswer): string {
  if (answer.kind === "reply") return renderPlainText(answer.card)
  return answer.kind === "form"
    ? `form: ${[answer.form.intro ?? "", ...problemsOf(answer)].join(" ")}`
    : answer.kind
}
