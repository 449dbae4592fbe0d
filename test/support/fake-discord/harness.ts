import { createDiscordAdapter } from "../../../adapters/discord/index.ts"
import type { DiscordPayload } from "../../../adapters/discord/render.ts"
import { systemClock } from "../../../src/clock.ts"
import type { InboundHandler } from "../../../src/ports/chat-adapter.ts"
import type { ContractHarness, VisibleAnswer } from "../../contract/adapter-contract.ts"
import { collectingLog } from "../collecting-log.ts"
import { buttonPress, type Interaction, slashCommand, visibleAnswers } from "./interactions.ts"
import { readPart } from "./read.ts"
import { APP_ID, CHANNEL, FakeDiscord, GUILD, NO_ACCESS, TOKEN, USER } from "./server.ts"

export const PATIENCE = { answerWithinMs: 100, sendTimeoutMs: 1_000, startWithinMs: 10_000 }

export function discordConfig(fake: FakeDiscord, token = TOKEN) {
  return { DISCORD_TOKEN: token, DISCORD_APP_ID: APP_ID, DISCORD_GUILD_ID: GUILD, DISCORD_API_URL: fake.api }
}

/** The adapter with the real discord.js, started before the fake; the key of each message is told by its own nonce. */
export async function startDiscord(
  inbound: InboundHandler,
): Promise<ContractHarness & { readonly fake: FakeDiscord }> {
  const fake = await FakeDiscord.start()
  const written = collectingLog()
  const adapter = createDiscordAdapter(
    { config: discordConfig(fake), clock: systemClock, log: written.log },
    PATIENCE,
  )
  await adapter.start(inbound)
  const keys = new Map<string, string>()
  const spied = {
    ...adapter,
    send: (request: Parameters<typeof adapter.send>[0]) => {
      const before = fake.messages.length
      return adapter.send(request).finally(() => {
        const added = fake.messages[before]
        if (added) keys.set(added.id, request.key)
      })
    },
  }
  let last: Interaction | null = null

  const answered = async (interaction: Interaction): Promise<VisibleAnswer> => {
    last = interaction
    fake.gateway.dispatch("INTERACTION_CREATE", interaction.payload)
    const answer = await settled(fake, interaction)
    const text = answer.bodies
      .map((body) => readPart({ components: [], ...body } as unknown as DiscordPayload).text)
      .join("\n")
    return { visibleTo: answer.ephemeral ? "asker" : "everyone", text, replaced: answer.replaced }
  }

  return {
    fake,
    adapter: spied,
    destination: { adapter: "discord", workspace: GUILD, channel: CHANNEL },
    unusableDestination: { adapter: "discord", workspace: GUILD, channel: NO_ACCESS },
    asker: { adapter: "discord", workspace: GUILD, user: USER },
    async received() {
      return fake.messages.map((message) => ({ ...readPart(message), key: keys.get(message.id) ?? "" }))
    },
    secrets: [TOKEN],
    logged: written.text,
    async makeNextSend(fault) {
      fake.failNextSend(fault)
    },
    async makeNextEdit(fault) {
      fake.failNextEdit(fault)
    },
    retryAfterMs: 1_000,
    async deleteMessage({ messageId }) {
      fake.messages.splice(
        fake.messages.findIndex(({ id }) => id === messageId),
        1,
      )
    },
    readPart,
    typeCommand: (text) => answered(slashCommand(fake, text)),
    pressButton: (actionId) => answered(buttonPress(fake, actionId)),
    async repeatLastEvent() {
      if (!last) return
      fake.callbacks.delete(last.id)
      fake.gateway.dispatch("INTERACTION_CREATE", last.payload)
    },
    async botSays(text) {
      fake.gateway.dispatch("INTERACTION_CREATE", slashCommand(fake, text, true).payload)
    },
    async close() {
      await adapter.stop()
      await fake.close()
    },
  }
}

/** Waits until an answer has all of its numbered parts. */
async function settled(
  fake: FakeDiscord,
  interaction: Interaction,
): Promise<ReturnType<typeof visibleAnswers>> {
  const end = performance.now() + 10_000
  for (;;) {
    const answer = visibleAnswers(fake, interaction)
    const [first] = answer.bodies
    const title = first ? readPart({ components: [], ...first }).text : ""
    const expected = Number(/\(1\/(\d+)\)/.exec(title)?.[1] ?? 1)
    if (first && answer.bodies.length >= expected) return answer
    if (performance.now() > end) throw new Error(`No complete answer: ${JSON.stringify(answer)}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
