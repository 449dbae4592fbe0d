import type { AfterSending, FormHarness, FormOnScreen } from "../../contract/contract-forms.ts"
import { until } from "../../contract/contract-inbound.ts"
import { readMessage } from "./block-kit.ts"
import type { FakeSlack } from "./fake-slack.ts"
import { enter, type Modal, textOf } from "./views.ts"
import { type Interaction, USER } from "./workspace.ts"

/** A person before a modal of Slack's. */
export function slackForms(slack: FakeSlack, restart: () => Promise<void>): FormHarness {
  const { workspace } = slack
  let modal: Modal | null = null
  let last: Interaction | null = null

  const shown = (): FormOnScreen => {
    if (!modal?.open) throw new Error("no form is open")
    return {
      visibleTo: modal.user === USER ? "asker" : "everyone",
      text: textOf(modal),
      values: { ...modal.values },
    }
  }
  /** A form that came late is behind a button of a private message. */
  async function opened(interaction: Interaction): Promise<FormOnScreen> {
    const { modals, shown: messages, failures } = interaction
    await until(() => modals.length + messages.length + failures.length > 0, "a form or a message is shown")
    if (failures.length > 0) throw new Error(`Slack tells the asker: ${failures.join(", ")}`)
    modal = modals[0] ?? null
    if (modal) return shown()
    const [message] = messages
    const [button] = readMessage(message?.payload).buttons
    if (message?.visibleTo !== "asker" || !button)
      throw new Error("no form, and no private message with a button")
    return opened(slack.pressButton(button.id))
  }
  async function after(sent: Interaction, from: Modal): Promise<AfterSending> {
    last = sent
    const before = workspace.privately.length
    await until(() => sent.answered || sent.failures.length > 0, "the submission is acknowledged")
    if (sent.failures.length > 0) throw new Error(`Slack tells the asker: ${sent.failures.join(", ")}`)
    // A modal that says to wait has nothing to fill in.
    const settled = () =>
      workspace.privately.length > before || (from.open && Object.keys(from.values).length > 0)
    await until(settled, "a message, or a form again")
    const message = workspace.privately[before]
    if (!message) return { kind: "form", ...shown() }
    const text = readMessage(message.payload).text
    return { kind: "answer", visibleTo: message.to === USER ? "asker" : "everyone", text, replaced: false }
  }

  return {
    open: (command) => opened(slack.typeCommand(command)),
    async send(values) {
      if (!modal) throw new Error("no form is open")
      for (const [name, value] of Object.entries(values)) enter(modal, name, value)
      return after(slack.submitModal(modal), modal)
    },
    repeatLast: async () => last && slack.repeat(last),
    async forge(formId, values) {
      const blocks = Object.keys(values).map((name) => ({
        type: "input",
        block_id: name,
        label: { type: "plain_text", text: name },
        element: { type: "plain_text_input", action_id: "valor" },
      }))
      const view = {
        type: "modal",
        callback_id: formId,
        private_metadata: "esto no es nuestro",
        title: { type: "plain_text", text: "Ajeno" },
        submit: { type: "plain_text", text: "Enviar" },
        blocks,
      }
      modal = { id: "V0AJENO", user: USER, view, values: { ...values }, errors: {}, open: true }
      workspace.modals.set(modal.id, modal)
      return after(slack.submitModal(modal), modal)
    },
    restart,
  }
}
