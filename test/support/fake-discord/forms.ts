import type { DiscordPayload } from "../../../adapters/discord/render.ts"
import type { AfterSending, FormHarness, FormOnScreen } from "../../contract/contract-forms.ts"
import { until } from "../../contract/contract-inbound.ts"
import { buttonPress, type Interaction, slashCommand, visibleAnswers } from "./interactions.ts"
import { type ModalOnScreen, modalOf, submitModal } from "./modals.ts"
import { readPart } from "./read.ts"
import type { FakeDiscord } from "./server.ts"

const GO_ON = /^(Abrir el formulario|Continuar|Corregir|Volver a lo que)/

interface Message {
  readonly ephemeral: boolean
  readonly replaced: boolean
  readonly text: string
  readonly buttons: readonly { readonly id: string; readonly label: string }[]
}

/** A person before modals of Discord's, which show a few fields at a time and are gone once they are sent. */
export function discordForms(fake: FakeDiscord, restart: () => Promise<void>): FormHarness {
  let modal: ModalOnScreen | null = null
  let last: Interaction | null = null

  const dispatch = (interaction: Interaction) => {
    fake.gateway.dispatch("INTERACTION_CREATE", interaction.payload)
    return interaction
  }
  const messageOf = (interaction: Interaction): Message | null => {
    const { bodies, ephemeral, replaced } = visibleAnswers(fake, interaction)
    if (modalOf(fake, interaction) || bodies.length === 0) return null
    const parts = bodies.map((body) => readPart({ components: [], ...body } as unknown as DiscordPayload))
    const text = parts.map((part) => part.text).join("\n")
    return { ephemeral, replaced, text, buttons: parts.flatMap((part) => part.buttons) }
  }
  const answered = async (interaction: Interaction) => {
    const modalOrMessage = () => modalOf(fake, interaction) ?? messageOf(interaction)
    await until(() => modalOrMessage() !== null, "Discord shows a modal or a message")
    modal = modalOf(fake, interaction)
    return messageOf(interaction)
  }
  /** Goes on to the modal behind a private message's button. */
  async function screen(interaction: Interaction, said = ""): Promise<FormOnScreen> {
    const message = await answered(interaction)
    if (modal) return { visibleTo: "asker", text: `${said}${modal.text}`, values: modal.values }
    const button = message?.buttons.find(({ label }) => GO_ON.test(label))
    if (!message?.ephemeral || !button) throw new Error("no form, and no private message with a button")
    return screen(dispatch(buttonPress(fake, button.id)), `${message.text}\n`)
  }
  async function after(sent: Interaction, values: Readonly<Record<string, string>>): Promise<AfterSending> {
    last = dispatch(sent)
    const message = await answered(sent)
    if (!message) throw new Error("a modal cannot be answered with a modal")
    const button = message.buttons.find(({ label }) => GO_ON.test(label))
    if (button?.label.startsWith("Continuar")) {
      await screen(dispatch(buttonPress(fake, button.id)))
      return send(values)
    }
    if (button)
      return { kind: "form", ...(await screen(dispatch(buttonPress(fake, button.id)), `${message.text}\n`)) }
    const { ephemeral, text, replaced } = message
    return { kind: "answer", visibleTo: ephemeral ? "asker" : "everyone", text, replaced }
  }
  async function send(values: Readonly<Record<string, string>>): Promise<AfterSending> {
    if (!modal) throw new Error("no form is open")
    return after(submitModal(fake, modal, values), values)
  }

  return {
    open: (command) => screen(dispatch(slashCommand(fake, command))),
    send,
    async repeatLast() {
      if (!last) return
      fake.callbacks.delete(last.id)
      dispatch(last)
    },
    async forge(formId, values) {
      const fields = Object.keys(values).map((name) => ({ type: 4, custom_id: name, style: 1 }))
      modal = { customId: formId, text: "", values: {}, fields, fromMessage: false }
      return send(values)
    },
    restart,
  }
}
