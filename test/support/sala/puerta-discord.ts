import type { DiscordPayload } from "../../../adapters/discord/render.ts"
import { eventually } from "../eventually.ts"
import { buttonPress, type Interaction, slashCommand, visibleAnswers } from "../fake-discord/interactions.ts"
import { type ModalOnScreen, modalOf, submitModal } from "../fake-discord/modals.ts"
import { readPart } from "../fake-discord/read.ts"
import type { FakeDiscord } from "../fake-discord/server.ts"
import { joined, type Mensaje, type Puerta, partsAnnounced, type Quien, type Visto } from "./puerta.ts"

/** The button of a private message that leads on to a modal. */
const GO_ON = /^(Abrir el formulario|Continuar|Corregir|Volver a lo que)/

/** People before Discord, whose modals show a few fields at a time. */
export function puertaDiscord(fake: FakeDiscord): Puerta {
  const read = (payload: unknown): Mensaje => {
    const { text, buttons } = readPart({ components: [], ...Object(payload) } as unknown as DiscordPayload)
    return { text, buttons }
  }

  async function answer(who: Quien, built: Interaction): Promise<Visto> {
    const interaction = from(who, built)
    fake.gateway.dispatch("INTERACTION_CREATE", interaction.payload)
    await eventually(
      () => {
        const { bodies } = visibleAnswers(fake, interaction)
        return (
          modalOf(fake, interaction) !== null ||
          (bodies.length > 0 && bodies.length >= partsAnnounced(read(bodies[0]).text))
        )
      },
      (done) => done,
    )
    const modal = modalOf(fake, interaction)
    if (modal) return formOf(who, modal)
    const { bodies, ephemeral } = visibleAnswers(fake, interaction)
    return { ...joined(bodies.map(read)), form: null, onlyHers: ephemeral }
  }

  function formOf(who: Quien, modal: ModalOnScreen, said = ""): Visto {
    const { values } = modal
    const text = `${said}${modal.text}`
    const send = async (entered: Readonly<Record<string, string>>): Promise<Visto> => {
      const seen = await answer(who, submitModal(fake, modal, entered, who.user))
      // After a question it is the last one, and the person answers before.
      const [button] = seen.buttons
      if (!button || !GO_ON.test(button.label)) return seen
      const next = await answer(who, buttonPress(fake, button.id, "own", who.user))
      if (button.label.startsWith("Continuar")) return next.form ? next.form.send(entered) : next
      return { ...next, text: `${seen.text}\n${next.text}` }
    }
    return { text, buttons: [], onlyHers: true, form: { text, values, send } }
  }

  return {
    type: (who, typed) => answer(who, slashCommand(fake, typed)),
    press: (who, actionId, on = "own") => answer(who, buttonPress(fake, actionId, on, who.user)),
    submit: (who, customId) =>
      answer(
        who,
        submitModal(fake, { customId, text: "", values: {}, fields: [], fromMessage: false }, {}, who.user),
      ),
    async channel(channel) {
      const posted = fake.messages.filter(({ channel_id }) => channel_id === channel)
      return posted.map((message) => ({ ...read(message), pinned: fake.pins.has(message.id) }))
    },
  }
}

/** The same interaction by another person, in another channel. */
function from({ user, channel }: Quien, interaction: Interaction): Interaction {
  const { member, channel: place } = interaction.payload as {
    readonly member: { readonly user: object }
    readonly channel: object
  }
  const payload = {
    ...interaction.payload,
    member: { ...member, user: { ...member.user, id: user } },
    channel_id: channel,
    channel: { ...place, id: channel },
  }
  return { ...interaction, payload }
}
