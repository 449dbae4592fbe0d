import { randomUUID } from "node:crypto"
import { type Form, filledIn, valuesOf } from "../../src/cards/form.ts"
import { DEMO_LABEL } from "../../src/cards/plain-text.ts"
import { systemClock } from "../../src/clock.ts"
import type { InboundHandler } from "../../src/ports/chat-adapter.ts"
import { createEco } from "../support/eco/index.ts"
import { type EcoAnswer, type EcoPayload, EcoPlatform } from "../support/eco/platform.ts"
import { limits, render } from "../support/eco/render.ts"
import {
  type ContractHarness,
  describeAdapterContract,
  type PartAsRead,
  type VisibleAnswer,
} from "./adapter-contract.ts"
import type { AfterSending, FormHarness, FormOnScreen } from "./contract-forms.ts"
import { describeRenderingContract } from "./contract-rendering.ts"

const WHO = { user: "enlace", channel: "sre" }

describeAdapterContract(
  "Eco, an adapter that only the tests have",
  async (inbound: InboundHandler): Promise<ContractHarness> => {
    const platform = new EcoPlatform()
    platform.channels.set(WHO.channel, [])
    const messages = () => platform.channels.get(WHO.channel) ?? []
    const start = async () => {
      const started = createEco(platform, { clock: systemClock })
      await started.start(inbound)
      return started
    }
    let adapter = await start()
    const restart = async () => {
      await adapter.stop()
      adapter = await start()
    }
    const place = { adapter: "eco", workspace: platform.workspace }
    let repeated: () => Promise<unknown> = async () => {}
    return {
      get adapter() {
        return adapter
      },
      destination: { ...place, channel: WHO.channel },
      unusableDestination: { ...place, channel: "no-existe" },
      asker: { ...place, user: WHO.user },
      secrets: [],
      logged: () => "",
      received: async () => messages().map(({ payload, key }) => ({ ...readPart(payload), key, files: [] })),
      // No network lies between Eco and the bot.
      async makeNextSend() {},
      async makeNextEdit() {},
      async makeNextPin() {},
      retryAfterMs: 0,
      pinned: async () => messages().flatMap(({ id, pinned }) => (pinned ? [id] : [])),
      async deleteMessage({ messageId }) {
        messages().splice(
          messages().findIndex(({ id }) => id === messageId),
          1,
        )
      },
      readPart,
      async typeCommand(text) {
        const event = { ...WHO, kind: "typed", text } as const
        const eventId = randomUUID()
        repeated = () => platform.happens(event, eventId)
        return visible(await platform.happens(event, eventId))
      },
      pressButton: async (actionId) => visible(await platform.happens({ ...WHO, kind: "pressed", actionId })),
      repeatLastEvent: () => repeated(),
      acknowledged: async () => {},
      forms: person(platform, restart),
      close: () => adapter.stop(),
    }
  },
  { faults: [] },
)

function readPart(part: unknown): PartAsRead {
  const { text, links, buttons } = part as EcoPayload
  return { text, blocks: 1, buttons, live: links.map((url) => `link:${url}`) }
}

const visible = ({ messages, replaces }: EcoAnswer): VisibleAnswer => ({
  visibleTo: "asker",
  text: messages.map(({ text }) => text).join("\n"),
  replaced: replaces,
})

/** A person before a form of Eco's, which stays open until something comes of it. */
function person(platform: EcoPlatform, restart: () => Promise<void>): FormHarness {
  let form: Form | null = null
  let repeated: () => Promise<unknown> = async () => {}
  const screen = (shown: Form): FormOnScreen => ({
    visibleTo: "asker",
    text: [
      shown.title,
      ...(shown.demo ? [DEMO_LABEL] : []),
      shown.intro,
      ...shown.fields.flatMap(({ label, hint }) => [label, hint]),
      ...shown.problems.map(({ message }) => message),
    ].join("\n"),
    values: valuesOf(shown),
  })
  async function sends(
    formId: string,
    values: Readonly<Record<string, string>>,
    sent: Form | null,
  ): Promise<AfterSending> {
    const event = { ...WHO, kind: "sent", formId, values } as const
    const eventId = randomUUID()
    repeated = () => platform.happens(event, eventId)
    const answer = await platform.happens(event, eventId)
    const { text, ...rest } = visible(answer)
    form = answer.form ?? (answer.refused ? sent : null)
    if (form) return { kind: "form", ...screen(form), text: `${text}\n${screen(form).text}` }
    return answer.messages.length === 0 ? { kind: "nothing" } : { kind: "answer", text, ...rest }
  }
  return {
    async open(text) {
      const answer = await platform.happens({ ...WHO, kind: "typed", text })
      if (!answer.form) throw new Error("no form")
      form = answer.form
      return screen(form)
    },
    async send(values) {
      if (!form) throw new Error("no form is open")
      const sent = filledIn(form, values)
      return sends(sent.id, valuesOf(sent), sent)
    },
    repeatLast: () => repeated(),
    forge: (formId, values) => sends(formId, values, null),
    restart,
  }
}

describeRenderingContract("Eco", { render, limits, readPart })
