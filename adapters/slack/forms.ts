import type { ModalView } from "@slack/types"
import type { WebClient } from "@slack/web-api"
import type { Card } from "../../src/cards/card.ts"
import { type Form, formAsCard, withoutValues } from "../../src/cards/form.ts"
import { formularioPorAbrir, formularioPorCorregir } from "../../src/cards/form-steps.ts"
import type { ExternalUser } from "../../src/ports/chat-adapter.ts"
import type { Clock } from "../../src/ports/clock.ts"
import type { FormDrafts } from "../../src/ports/form-drafts.ts"
import type { Logger } from "../../src/ports/logger.ts"
import { noticeView, renderForm } from "./form.ts"
import { OPEN_WITHIN_MS } from "./limits.ts"
import { platformCodeOf } from "./outcomes.ts"
import { PrivateAnswer } from "./private-answer.ts"
import { render, type SlackPayload } from "./render.ts"

interface FormsDeps {
  readonly client: WebClient
  readonly drafts: FormDrafts
  readonly clock: Clock
  readonly log: Logger
}

/** What opens a modal, for 3 s from `since` (`performance.now()`). */
export interface Trigger {
  readonly id: string
  readonly since: number
}

const BUTTON = /^formulario:([\w-]{22})$/

/** Modals on the screen, and the private answers to them. */
export class Forms {
  readonly #deps: FormsDeps

  constructor(deps: FormsDeps) {
    this.#deps = deps
  }

  /** Shows the form; otherwise the card to show in its place. `ofOthers`: what it holds is kept nowhere. */
  async open(
    form: Form,
    trigger: Trigger,
    owner: ExternalUser,
    channel: string,
    ofOthers: boolean,
  ): Promise<Card | null> {
    const view = renderForm(form, channel)
    if (view === null) return formAsCard(form)
    if (performance.now() - trigger.since < OPEN_WITHIN_MS && (await this.#show(view, trigger))) return null
    const id = await this.#keep(owner, ofOthers ? withoutValues(form) : form)
    return id === null ? formAsCard(form) : formularioPorAbrir(form, id)
  }

  /** The form that a button of `open` stands for; `null` when it is no such button, or no longer. */
  async kept(actionId: string, owner: ExternalUser): Promise<Form | null> {
    const id = BUTTON.exec(actionId)?.[1]
    if (id === undefined) return null
    try {
      return await this.#deps.drafts.find(owner, id, this.#deps.clock.now())
    } catch (error) {
      this.#deps.log.warn({ adapter: "slack", error }, "A form that was kept could not be read.")
      return null
    }
  }

  /** Puts another view in the place of one that is open; `false` when it was closed meanwhile. */
  async update(viewId: string, view: ModalView): Promise<boolean> {
    try {
      await this.#deps.client.views.update({ view_id: viewId, view })
      return true
    } catch (error) {
      this.#deps.log.info({ adapter: "slack", code: platformCodeOf(error) }, "A modal could not be updated.")
      return false
    }
  }

  /** A few words in a modal, while their button can still open one. */
  async notice(trigger: Trigger, text: string): Promise<void> {
    if (performance.now() - trigger.since < OPEN_WITHIN_MS)
      await this.#show(noticeView("Plenaria", text), trigger)
  }

  /** What was wrong and the way back, for a form whose modal is gone. */
  async toCorrect(form: Form, owner: ExternalUser): Promise<Card> {
    return formularioPorCorregir(form, await this.#keep(owner, form))
  }

  /**
   * An answer that its asker alone sees: in the channel where the form was asked for, or, where the bot cannot write
   * one, in their own conversation with it. `false`: not all of it could be shown.
   */
  answer(card: Card, user: string, channel: string | null): Promise<boolean> {
    const parts = render(card).parts as readonly SlackPayload[]
    return new PrivateAnswer(this.#deps, user, channel).show(parts)
  }

  async #show(view: ModalView, trigger: Trigger): Promise<boolean> {
    try {
      await this.#deps.client.views.open({ trigger_id: trigger.id, view })
      return true
    } catch (error) {
      this.#deps.log.info({ adapter: "slack", code: platformCodeOf(error) }, "A modal could not be opened.")
      return false
    }
  }

  async #keep(owner: ExternalUser, form: Form): Promise<string | null> {
    try {
      return `formulario:${await this.#deps.drafts.save(owner, form, this.#deps.clock.now())}`
    } catch (error) {
      this.#deps.log.warn({ adapter: "slack", error }, "A form could not be kept.")
      return null
    }
  }
}
