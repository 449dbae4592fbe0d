import { eventually } from "../eventually.ts"
import { readMessage } from "../fake-slack/block-kit.ts"
import type { FakeSlack } from "../fake-slack/fake-slack.ts"
import { enter, type Modal, textOf } from "../fake-slack/views.ts"
import { type Interaction, randomId } from "../fake-slack/workspace.ts"
import { joined, type Mensaje, type Puerta, partsAnnounced, type Quien, type Visto } from "./puerta.ts"

const WAITS = /está trabajando/u

/** People before Slack. */
export function puertaSlack(slack: FakeSlack): Puerta {
  const { workspace } = slack
  const read = (payload: unknown): Mensaje => {
    const { text, buttons } = readMessage(payload)
    return { text, buttons }
  }

  async function answer(who: Quien, interaction: Interaction): Promise<Visto> {
    const { shown, modals, failures } = interaction
    await eventually(
      () => {
        const first = shown[0] ? read(shown[0].payload).text : null
        return (
          failures.length > 0 ||
          modals.length > 0 ||
          (first !== null && shown.length >= partsAnnounced(first))
        )
      },
      (done) => done,
    )
    if (failures.length > 0) throw new Error(`Slack tells ${who.user}: ${failures.join(", ")}`)
    const [modal] = modals
    if (modal) return formOf(who, modal)
    const parts = shown.map(({ payload }) => read(payload))
    return { ...joined(parts), form: null, onlyHers: shown.every(({ visibleTo }) => visibleTo === "asker") }
  }

  function formOf(who: Quien, modal: Modal): Visto {
    const send = (values: Readonly<Record<string, string>>) => {
      for (const [name, value] of Object.entries(values)) enter(modal, name, value)
      return sent(who, modal)
    }
    const text = textOf(modal)
    return { text, buttons: [], onlyHers: true, form: { text, values: { ...modal.values }, send } }
  }

  async function sent(who: Quien, modal: Modal): Promise<Visto> {
    const own = () => workspace.privately.filter(({ to }) => to === who.user)
    const before = own().length
    const { view } = modal
    const interaction = slack.submitModal(modal)
    const { failures } = interaction
    await eventually(
      () => failures.length > 0 || (interaction.answered && (own().length > before || again(modal, view))),
      (done) => done,
    )
    if (failures.length > 0) throw new Error(`Slack tells ${who.user}: ${failures.join(", ")}`)
    if (own().length === before) {
      const { form, ...seen } = formOf(who, modal)
      return { ...seen, form: Object.keys(modal.values).length > 0 ? form : null }
    }
    return { ...read(own().at(before)?.payload), form: null, onlyHers: true }
  }

  /** Something else stands in it now: the form again, or why not. One that says to wait is not an answer. */
  const again = (modal: Modal, sentAs: Modal["view"]) =>
    modal.open &&
    (modal.view !== sentAs || Object.keys(modal.errors).length > 0) &&
    !WAITS.test(textOf(modal))

  return {
    type: (who, typed) => answer(who, slack.typeCommand(typed, who)),
    press: (who, actionId, on = "own") =>
      answer(who, slack.pressButton(actionId, { ...who, ephemeral: on === "own" })),
    async submit(who, callbackId) {
      const title = { type: "plain_text", text: "Ajeno" }
      const view = {
        type: "modal",
        callback_id: callbackId,
        private_metadata: JSON.stringify({ canal: who.channel }),
        title,
        submit: title,
        blocks: [],
      }
      const modal = { id: `V${randomId()}`, user: who.user, view, values: {}, errors: {}, open: true }
      workspace.modals.set(modal.id, modal)
      return sent(who, modal)
    },
    async channel(channel) {
      const found = workspace.channels.get(channel)
      return (found?.messages ?? []).map((message) => ({
        ...read(message),
        pinned: found?.pins.has(message.ts) === true,
      }))
    },
  }
}
