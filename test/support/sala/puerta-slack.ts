import { eventually } from "../eventually.ts"
import { readMessage } from "../fake-slack/block-kit.ts"
import type { FakeSlack } from "../fake-slack/fake-slack.ts"
import { enter, type Modal, textOf } from "../fake-slack/views.ts"
import type { Interaction } from "../fake-slack/workspace.ts"
import { joined, type Mensaje, type Puerta, partsAnnounced, type Quien, type Visto } from "./puerta.ts"

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
    const send = async (values: Readonly<Record<string, string>>) => {
      for (const [name, value] of Object.entries(values)) enter(modal, name, value)
      const own = () => workspace.privately.filter(({ to }) => to === who.user)
      const before = own().length
      const sent = slack.submitModal(modal)
      await eventually(
        () => sent.failures.length > 0 || (sent.answered && (own().length > before || again(modal))),
        (done) => done,
      )
      if (sent.failures.length > 0) throw new Error(`Slack tells ${who.user}: ${sent.failures.join(", ")}`)
      if (own().length === before) return formOf(who, modal)
      return { ...read(own().at(before)?.payload), form: null, onlyHers: true }
    }
    const text = textOf(modal)
    return { text, buttons: [], onlyHers: true, form: { text, values: { ...modal.values }, send } }
  }

  /** A modal that says to wait has nothing to fill in. */
  const again = (modal: Modal) => modal.open && Object.keys(modal.values).length > 0

  return {
    type: (who, typed) => answer(who, slack.typeCommand(typed, who)),
    press: (who, actionId) => answer(who, slack.pressButton(actionId, who)),
    async channel(channel) {
      const found = workspace.channels.get(channel)
      return (found?.messages ?? []).map((message) => ({
        ...read(message),
        pinned: found?.pins.has(message.ts) === true,
      }))
    },
  }
}
