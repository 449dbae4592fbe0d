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
import { actorOf, placeOf } from "./identity.ts"
import { within } from "./within.ts"

type Open = ModalView & SubmittedView & { readonly id: string }
type Acknowledge = (answer?: ViewResponseAction) => Promise<boolean>
export type Submitted = SlackViewMiddlewareArgs<ViewSubmitAction>

const WAIT = "Plenaria está trabajando. La respuesta llegará en privado; puede cerrar esta ventana."
const DONE = "Listo. La respuesta le llegó en privado al canal desde el que abrió el formulario."

/** The answers to a modal, from its submission to what its sender then sees. */
export class Submission {
  readonly #forms: Forms
  readonly #view: Open
  readonly #input: InboundSubmission
  readonly #channel: string | null

  constructor(forms: Forms, { body, view }: Submitted, receivedAt: string) {
    this.#forms = forms
    this.#view = view as unknown as Open
    this.#channel = channelOf(this.#view)
    const team = body.team?.id ?? body.user.team_id ?? ""
    this.#input = {
      eventId: eventIdOf(body),
      actor: actorOf(team, body.user.id),
      place: placeOf(team, this.#channel ?? body.user.id),
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
    const shown = this.#response(inTime)
    const taken = await acknowledge(shown ?? undefined)
    if (taken && shown !== null) return
    if (shown !== null || inTime.kind === "form") return this.#later(inTime)
    if (inTime.kind === "reply") await this.#post(inTime.card)
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
    if (answer.kind === "form") {
      const view = renderForm(answer.form, this.#place)
      if (view && (await this.#forms.update(this.#view.id, view))) return
      return this.#post(await this.#forms.toCorrect(answer.form, this.#input.actor))
    }
    const refused = this.#refusal(answer)
    if (refused && (await this.#forms.update(this.#view.id, refused))) return
    await this.#post(answer.card)
    await this.#forms.update(this.#view.id, noticeView(this.#view.title.text, DONE))
  }

  get #place(): string {
    return this.#channel ?? ""
  }

  #post(card: Card): Promise<void> {
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
