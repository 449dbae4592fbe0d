import type { ModalSubmitInteraction } from "discord.js"
import type { Card } from "../../src/cards/card.ts"
import type { CommandNames } from "../../src/cards/comando.ts"
import { type Form, filledIn, formAsCard, valuesOf } from "../../src/cards/form.ts"
import {
  conRegresoAlFormulario,
  formularioPorAbrir,
  formularioPorContinuar,
  formularioPorCorregir,
} from "../../src/cards/form-steps.ts"
import type {
  ExternalUser,
  InboundAnswer,
  InboundHandler,
  InboundSubmission,
} from "../../src/ports/chat-adapter.ts"
import type { Clock } from "../../src/ports/clock.ts"
import type { FormDrafts } from "../../src/ports/form-drafts.ts"
import type { Logger } from "../../src/ports/logger.ts"
import {
  type DiscordModal,
  firstStep,
  fitsModals,
  nextStep,
  readStep,
  renderStep,
  type StepAt,
  stepAt,
  stepId,
  stepsOf,
} from "./form.ts"

interface FormsDeps {
  readonly drafts: FormDrafts
  readonly clock: Clock
  readonly log: Logger
  readonly names?: CommandNames
}
type Origin = Omit<InboundSubmission, "formId" | "values">

/** Forms on a platform whose modals hold five fields, show no problems, and are gone once they are sent. */
export class Forms {
  readonly #deps: FormsDeps

  constructor(deps: FormsDeps) {
    this.#deps = deps
  }

  /** The modal to show; or the card to show in its place. `kept`: the form as its draft holds it. */
  async open(
    owner: ExternalUser,
    form: Form,
    kept: Form = form,
  ): Promise<DiscordModal | { readonly card: Card }> {
    const draft = fitsModals(form) ? await this.#keep(owner, kept) : null
    if (draft === null) return { card: formAsCard(form) }
    return renderStep(form, { draft, step: 0, replaces: false }, this.#deps.names)
  }

  /** For a form that comes when no modal can be shown any more. */
  async openLater(owner: ExternalUser, form: Form): Promise<Card> {
    const open = fitsModals(form) ? await this.#keepAt(owner, form, 0) : null
    return open === null ? formAsCard(form) : formularioPorAbrir(form, open)
  }

  /** The modal that a button of ours opens; `null` when it is no such button, or no longer. */
  async pressed(owner: ExternalUser, customId: string): Promise<DiscordModal | null> {
    const at = stepAt(customId)
    if (at === null) return null
    try {
      const form = await this.#deps.drafts.find(owner, at.draft, this.#deps.clock.now())
      return form && renderStep(form, at, this.#deps.names)
    } catch (error) {
      this.#deps.log.warn({ adapter: "discord", error }, "A form that was kept could not be read.")
      return null
    }
  }

  /** What the sender of a modal is answered: the next step, or what the core says to all of them together. */
  async submitted(
    inbound: InboundHandler,
    interaction: ModalSubmitInteraction,
    origin: Origin,
  ): Promise<InboundAnswer> {
    const typed = readStep(interaction)
    const at = stepAt(interaction.customId)
    if (at === null) return inbound.submit({ ...origin, formId: interaction.customId, values: typed })
    try {
      return await this.#step(inbound, origin, at, typed)
    } catch (error) {
      this.#deps.log.error({ adapter: "discord", error }, "A form's step could not be kept.")
      const answer = await this.#gone(inbound, origin, at)
      return answer.kind === "reply" ? { ...answer, card: withTyped(answer.card, typed) } : answer
    }
  }

  async #step(
    inbound: InboundHandler,
    origin: Origin,
    at: StepAt,
    typed: Readonly<Record<string, string>>,
  ): Promise<InboundAnswer> {
    const { drafts, clock } = this.#deps
    const owner = origin.actor
    const form = await drafts.fill(owner, at.draft, typed, clock.now())
    const next = form && nextStep(form, at.step)
    if (form && next !== null) {
      const open = stepId({ draft: at.draft, step: next, replaces: true })
      const card = formularioPorContinuar(form, next + 1, stepsOf(form).length, open)
      return { kind: "reply", card, replaces: at.replaces }
    }
    const taken = await drafts.take(owner, at.draft, origin.eventId, clock.now())
    if (taken.kind === "repeated") return { kind: "duplicate" }
    if (taken.kind === "gone") return this.#gone(inbound, origin, at)
    const sent = filledIn(taken.form, typed)
    const answer = await inbound.submit({ ...origin, formId: sent.id, values: valuesOf(sent) })
    return this.#afterwards(answer, sent, owner, at)
  }

  /** The core says that it is no longer valid, and says it once for each event. */
  #gone(inbound: InboundHandler, origin: Origin, at: StepAt): Promise<InboundAnswer> {
    return inbound.submit({ ...origin, formId: stepId(at), values: {} })
  }

  /** On any refusal there is a way back to what was typed. */
  async #afterwards(
    answer: InboundAnswer,
    sent: Form,
    owner: ExternalUser,
    { replaces }: StepAt,
  ): Promise<InboundAnswer> {
    if (answer.kind === "duplicate") return answer
    if (answer.kind === "form") {
      const { form } = answer
      const open = fitsModals(form) ? await this.#keepAt(owner, form, firstStep(form)) : null
      return { kind: "reply", card: formularioPorCorregir(form, open), replaces }
    }
    if (answer.card.tone !== "error") return { ...answer, replaces }
    const open = await this.#keepAt(owner, { ...sent, problems: [] }, 0)
    return { kind: "reply", card: conRegresoAlFormulario(answer.card, sent, open), replaces }
  }

  async #keepAt(owner: ExternalUser, form: Form, step: number): Promise<string | null> {
    const draft = await this.#keep(owner, form)
    return draft && stepId({ draft, step, replaces: true })
  }

  async #keep(owner: ExternalUser, form: Form): Promise<string | null> {
    try {
      return await this.#deps.drafts.save(owner, form, this.#deps.clock.now())
    } catch (error) {
      this.#deps.log.warn({ adapter: "discord", error }, "A form could not be kept.")
      return null
    }
  }
}

/** What was typed, for a form that is not there to say how its fields are called. */
function withTyped(card: Card, typed: Readonly<Record<string, string>>): Card {
  const fields = Object.entries(typed).map(([name, value]) => ({
    name,
    label: name,
    hint: null,
    input: "texto" as const,
    required: false,
    value,
    choices: [],
    maxLength: value.length,
  }))
  const form: Form = { id: "", title: "", intro: null, fields, submit: "", problems: [] }
  return conRegresoAlFormulario(card, form, null)
}
