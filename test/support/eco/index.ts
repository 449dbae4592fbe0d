import { createHash } from "node:crypto"
import type { Form } from "../../../src/cards/form.ts"
import type { AdapterDefinition, AdapterDeps } from "../../../src/ports/adapter-module.ts"
import type {
  ChatAdapter,
  InboundAnswer,
  InboundHandler,
  SendOutcome,
} from "../../../src/ports/chat-adapter.ts"
import type { EcoAnswer, EcoEvent, EcoMessage, EcoPayload, EcoPlatform } from "./platform.ts"
import { limits, render } from "./render.ts"

const platform = { id: "eco", name: "Eco" } as const

const LIBRE = { pattern: /^[a-z0-9-]+$/u, ayuda: "lleva letras minúsculas" } as const

/** As a platform's folder describes itself to the registry. Eco has no address: the test hands it in. */
export const eco = (server: EcoPlatform): AdapterDefinition<unknown> => ({
  ...platform,
  ids: { workspace: LIBRE, channel: LIBRE, user: LIBRE },
  schema: { safeParse: (data) => ({ success: true, data }) },
  wanted: ({ ECO }) => (ECO === "si" ? "yes" : "no"),
  listeners: "any",
  load: async () => ({ create: (deps) => createEco(server, deps) }),
})

const rejected = (reason: string, platformCode: string): SendOutcome => ({
  kind: "rejected",
  reason,
  platformCode,
})
const SIN_PARTE = rejected("La tarjeta no tiene esa parte; revise la bitácora.", "no_part")
const SIN_CANAL = "El canal no existe en Eco; revise el canal registrado."
const SIN_MENSAJE = "El mensaje ya no está en el canal; publíquelo de nuevo."

/** A small adapter, and all of one: it sends, edits, pins, finds again, hears and answers. */
export function createEco(server: EcoPlatform, { clock }: Pick<AdapterDeps<unknown>, "clock">): ChatAdapter {
  const underWay = new Set<Promise<unknown>>()
  const partOf = (card: Parameters<typeof render>[0], part: number) =>
    render(card).parts[part] as EcoPayload | undefined
  const messageOf = (channel: string, id: string) =>
    server.channels.get(channel)?.find((message) => message.id === id)
  const receipt = (channel: string, { id, payload }: EcoMessage, key: string) => ({
    adapter: platform.id,
    workspace: server.workspace,
    channel,
    messageId: id,
    acceptedAt: clock.now(),
    key,
    contentHash: createHash("sha256").update(JSON.stringify(payload)).digest("hex"),
  })
  const accepted = (channel: string, message: EcoMessage, key: string): SendOutcome => ({
    kind: "accepted",
    receipt: receipt(channel, message, key),
  })

  return {
    ...platform,
    limits,
    async start(inbound) {
      server.bot = (event) => {
        const answering = hear(inbound, event, server.workspace, clock.now())
        underWay.add(answering)
        return answering.finally(() => underWay.delete(answering))
      }
    },
    async stop() {
      server.bot = null
      await Promise.allSettled(underWay)
    },
    render,
    async send({ to, card, part, key }) {
      const payload = partOf(card, part)
      if (!payload) return SIN_PARTE
      const message = server.post(to.channel, key, payload)
      return message ? accepted(to.channel, message, key) : rejected(SIN_CANAL, "no_channel")
    },
    async checkDestination({ channel }) {
      return server.channels.has(channel)
        ? { kind: "ok", name: channel }
        : { kind: "unusable", reason: SIN_CANAL, platformCode: "no_channel" }
    },
    lookup: {
      async find({ channel }, key) {
        const message = server.channels.get(channel)?.find((one) => one.key === key)
        return message ? { kind: "found", receipt: receipt(channel, message, key) } : { kind: "absent" }
      },
    },
    editing: {
      async edit({ receipt: { channel, messageId }, card, part, key }) {
        const payload = partOf(card, part)
        const message = messageOf(channel, messageId)
        if (!payload) return SIN_PARTE
        if (!message) return rejected(SIN_MENSAJE, "no_message")
        message.payload = payload
        return accepted(channel, message, key)
      },
    },
    pinning: {
      async pin({ receipt: { channel, messageId }, key }) {
        const message = messageOf(channel, messageId)
        if (!message) return rejected(SIN_MENSAJE, "no_message")
        message.pinned = true
        return accepted(channel, message, key)
      },
    },
  }
}

async function hear(
  inbound: InboundHandler,
  event: EcoEvent,
  workspace: string,
  receivedAt: string,
): Promise<EcoAnswer> {
  const { eventId, user, channel } = event
  const who = {
    eventId,
    actor: { adapter: platform.id, workspace, user },
    place: { adapter: platform.id, workspace, channel },
    receivedAt,
  }
  switch (event.kind) {
    case "typed": {
      const [name = "", ...rest] = event.text.replace(/^\//, "").split(" ")
      return shown(
        await inbound.command({ ...who, name, rawOptions: { kind: "text", text: rest.join(" ") } }),
      )
    }
    case "pressed":
      return shown(await inbound.action({ ...who, actionId: event.actionId }))
    case "sent":
      return shown(await inbound.submit({ ...who, formId: event.formId, values: event.values }))
  }
}

function shown(answer: InboundAnswer): EcoAnswer {
  const form: Form | null = answer.kind === "form" ? answer.form : null
  if (answer.kind !== "reply") return { messages: [], replaces: false, form, refused: false }
  const { card, replaces } = answer
  return {
    messages: render(card).parts as readonly EcoPayload[],
    replaces,
    form,
    refused: card.tone === "error",
  }
}
