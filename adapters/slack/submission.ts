import { createHash } from "node:crypto"
import type { SlackViewMiddlewareArgs, ViewResponseAction, ViewSubmitAction } from "@slack/bolt"
import type { ModalView } from "@slack/types"
import type { Card } from "../../src/cards/card.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import type { InboundAnswer, InboundHandler, InboundSubmission } from "../../src/ports/chat-adapter.ts"
import {
  channelOf,
  noticeView,
  problemsAnswer,
  readSubmission,
  refusedView,
  renderForm,
  type SubmittedView,
} from "./form.ts"
import type { Forms } from "./forms.ts"
import { homeOf, teamOf, type Vouched } from "./identity.ts"
import { ACKNOWLEDGE_WITHIN_MS } from "./limits.ts"
import { within } from "./within.ts"

type Open = ModalView & SubmittedView & { readonly id: string }
type Acknowledge = (answer?: ViewResponseAction) => Promise<boolean>
export type Submitted = SlackViewMiddlewareArgs<ViewSubmitAction>

const WAIT = "Plenaria está trabajando. La respuesta llegará en privado; puede cerrar esta ventana."
const DONE = "Listo. La respuesta le llegó en privado al canal desde el que abrió el formulario."
const HERE =
  "Plenaria no pudo enviarle la respuesta en privado; es la que sigue. Para recibirlas, invite al bot al canal con /invite @Plenaria."

/** The answers to a modal, from its submission to what its sender then sees. */
export class Submission {
  readonly #forms: Forms
  readonly #view: Open
  readonly #input: InboundSubmission
  readonly #channel: string | null
  readonly #since = performance.now()

  constructor(
    { forms, vouched }: { readonly forms: Forms; readonly vouched: Vouched },
    { body, view }: Submitted,
    receivedAt: string,
  ) {
    this.#forms = forms
    this.#view = view as unknown as Open
    this.#channel = channelOf(this.#view)
    this.#input = {
      eventId: eventIdOf(body),
      actor: vouched.actor(teamOf(body), body.user.id),
      place: vouched.place(homeOf(body), this.#channel ?? body.user.id),
      formId: view.callback_id,
      values: readSubmission(this.#view),
      receivedAt,
    }
  }

  async answer(inbound: InboundHandler, acknowledge: Acknowledge, withinMs: number): Promise<void> {
    const work = inbound.submit(this.#input)
    const inTime = await within(work, withinMs)
    if (inTime === null) {
      await acknowledge({ response_action: "update", view: noticeView(this.#view.title.text, WAIT) })
      return this.#later(await work)
    }
    if (inTime.kind === "duplicate") return void (await acknowledge())
    const shown = this.#response(inTime)
    if (shown === null) return this.#close(await this.#cardOf(inTime), acknowledge)
    if (!(await acknowledge(shown))) await this.#later(inTime)
  }

  /** The modal closes once its answer got to the person by another way; otherwise it says what could not be sent. */
  async #close(card: Card, acknowledge: Acknowledge): Promise<void> {
    const posting = this.#post(card)
    const arrived = await within(posting, ACKNOWLEDGE_WITHIN_MS - (performance.now() - this.#since))
    if (arrived === true) return void (await acknowledge())
    const view = arrived === null ? noticeView(this.#view.title.text, WAIT) : this.#inModal(card)
    const taken = await acknowledge({ response_action: "update", view })
    if (arrived === null || !taken) await this.#settle(card, await posting)
  }

  /** What stays in the modal; `null`: it closes. */
  #response(answer: InboundAnswer): ViewResponseAction | null {
    if (answer.kind === "form") return problemsAnswer(answer.form, this.#view, this.#place)
    const refused = this.#refusal(answer)
    return refused && { response_action: "update", view: refused }
  }

  /** A refusal closes nothing: what was typed could not be had back. */
  #refusal(answer: InboundAnswer): ModalView | null {
    if (answer.kind !== "reply" || answer.card.tone !== "error") return null
    return refusedView(this.#view, renderPlainText({ ...answer.card, actions: [] }))
  }

  /** The acknowledgement is gone: the modal is changed from outside, if it is still open. */
  async #later(answer: InboundAnswer): Promise<void> {
    if (answer.kind === "duplicate") return
    const view = answer.kind === "form" ? renderForm(answer.form, this.#place) : this.#refusal(answer)
    if (view && (await this.#forms.update(this.#view.id, view))) return
    const card = await this.#cardOf(answer)
    await this.#settle(card, await this.#post(card))
  }

  /** What the modal says afterwards, where it is still open. */
  async #settle(card: Card, arrived: boolean): Promise<void> {
    const view = arrived ? noticeView(this.#view.title.text, DONE) : this.#inModal(card)
    await this.#forms.update(this.#view.id, view)
  }

  /** The answer itself, its buttons as what one can type. */
  #inModal(card: Card): ModalView {
    return noticeView(this.#view.title.text, HERE, renderPlainText(card))
  }

  async #cardOf(answer: Exclude<InboundAnswer, { readonly kind: "duplicate" }>): Promise<Card> {
    return answer.kind === "reply" ? answer.card : this.#forms.toCorrect(answer.form, this.#input.actor)
  }

  get #place(): string {
    return this.#channel ?? ""
  }

  #post(card: Card): Promise<boolean> {
    return this.#forms.answer(card, this.#input.actor.user, this.#channel)
  }
}

/** Of its own for each press of the button, also of the same view with the same answers, and the same when repeated. */
function eventIdOf({ trigger_id, view }: ViewSubmitAction): string {
  const { id, hash, state } = view
  return (
    trigger_id ||
    createHash("sha256")
      .update(JSON.stringify([id, hash, state]))
      .digest("hex")
  )
}
