import type { DiscordConfig } from "../../../adapters/discord/config.ts"
import { createDiscordAdapter } from "../../../adapters/discord/index.ts"
import type { DiscordPayload } from "../../../adapters/discord/render.ts"
import { systemClock } from "../../../src/clock.ts"
import { describeCommands } from "../../../src/commands/describe.ts"
import type { Parts } from "../../../src/core.ts"
import type { ChatAdapter, InboundHandler } from "../../../src/ports/chat-adapter.ts"
import type { ConnectionNews } from "../../../src/ports/connection-news.ts"
import type { FormDrafts } from "../../../src/ports/form-drafts.ts"
import type { Logger } from "../../../src/ports/logger.ts"
import type { ContractHarness, VisibleAnswer } from "../../contract/adapter-contract.ts"
import { startTestBot } from "../bot.ts"
import { collectingLog } from "../collecting-log.ts"
import type { TestDatabase } from "../database.ts"
import { MemoryDrafts } from "../memory-drafts.ts"
import { silentNews } from "../silent-news.ts"
import type { SendFault } from "./faults.ts"
import { discordForms } from "./forms.ts"
import { buttonPress, type Interaction, slashCommand, visibleAnswers } from "./interactions.ts"
import { modalOf } from "./modals.ts"
import { list } from "./published-limits.ts"
import { readPart } from "./read.ts"
import { APP_ID, CHANNEL, FakeDiscord, GUILD, NO_ACCESS, TOKEN, USER } from "./server.ts"

/** Whatever comes, is waited for: on a busy machine too the bot answers as it does when it is in time. */
export const PATIENCE = { answerWithinMs: 30_000, sendTimeoutMs: 30_000, startWithinMs: 60_000 }
/** Answers in two steps what is not ready at once. */
export const HURRIED = { ...PATIENCE, answerWithinMs: 100 }
/** Gives up on what never comes. */
const GIVES_UP_AFTER_MS = 1_000

export function discordConfig(fake: FakeDiscord, token = TOKEN) {
  return { DISCORD_TOKEN: token, DISCORD_APP_ID: APP_ID, DISCORD_GUILD_ID: GUILD, DISCORD_API_URL: fake.api }
}

/** The adapter alone, not started. */
export function discordAdapter(
  config: DiscordConfig,
  log: Logger,
  drafts: FormDrafts = new MemoryDrafts(),
  patience = PATIENCE,
  news: ConnectionNews = silentNews,
) {
  return createDiscordAdapter(
    { config, clock: systemClock, log, drafts, commands: describeCommands(), news },
    patience,
  )
}

export interface DiscordHarness extends ContractHarness {
  readonly fake: FakeDiscord
  makeNextSend(fault: SendFault): Promise<void>
  makeNextEdit(fault: SendFault): Promise<void>
}

/** The adapter with the real discord.js, started before the fake; the key of each message is told by its own nonce. */
export async function startDiscord(
  inbound: InboundHandler,
  drafts: FormDrafts = new MemoryDrafts(),
  patience = PATIENCE,
): Promise<DiscordHarness> {
  const fake = await FakeDiscord.start()
  const written = collectingLog()
  const start = async (own = patience) => {
    const started = discordAdapter(discordConfig(fake), written.log, drafts, own)
    await started.start(inbound)
    return started
  }
  let adapter = await start()
  const restart = async (own = patience) => {
    await adapter.stop()
    adapter = await start(own)
  }
  /** What hangs is waited for in vain, so not for long. */
  const meet = async (fault: SendFault) => {
    if (fault === "hang") await restart({ ...patience, sendTimeoutMs: GIVES_UP_AFTER_MS })
  }
  const keys = new Map<string, string>()
  const spied = (): ChatAdapter => ({
    ...adapter,
    send: (request) => {
      const before = fake.messages.length
      return adapter.send(request).finally(() => {
        const added = fake.messages[before]
        if (added) keys.set(added.id, request.key)
      })
    },
  })
  let last: Interaction | null = null
  const answered = (interaction: Interaction): Promise<VisibleAnswer> => {
    last = interaction
    return answerTo(fake, interaction)
  }

  return {
    fake,
    get adapter() {
      return spied()
    },
    forms: discordForms(fake, restart),
    acknowledged: () => fake.acknowledged(),
    destination: { adapter: "discord", workspace: GUILD, channel: CHANNEL },
    unusableDestination: { adapter: "discord", workspace: GUILD, channel: NO_ACCESS },
    asker: { adapter: "discord", workspace: GUILD, user: USER },
    async received() {
      return fake.messages.map((message) => ({
        ...readPart(message),
        key: keys.get(message.id) ?? "",
        files: list(message.attachments).map(({ filename, content }) => ({
          name: String(filename),
          content: String(content),
        })),
      }))
    },
    secrets: [TOKEN],
    logged: written.text,
    async makeNextSend(fault: SendFault) {
      await meet(fault)
      fake.failNextSend(fault)
    },
    async makeNextEdit(fault: SendFault) {
      await meet(fault)
      fake.failNextEdit(fault)
    },
    async makeNextPin(fault: SendFault) {
      await meet(fault)
      fake.failNextPin(fault)
    },
    pinned: async () => [...fake.pins],
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

/** The whole bot before the fake Discord. */
export async function botOnDiscord(database: TestDatabase, parts: Partial<Parts> = {}) {
  const fake = await FakeDiscord.start()
  const start = () => startTestBot(database, discordConfig(fake), parts)
  let bot = await start()
  const restart = async () => {
    await bot.stop()
    bot = await start()
  }
  return {
    fake,
    forms: discordForms(fake, restart),
    typeCommand: (text: string) => answerTo(fake, slashCommand(fake, text)),
    async close() {
      await bot.stop()
      await fake.close()
    },
  }
}

/** Somebody does it, and reads what she is answered. */
async function answerTo(fake: FakeDiscord, interaction: Interaction): Promise<VisibleAnswer> {
  fake.gateway.dispatch("INTERACTION_CREATE", interaction.payload)
  const answer = await settled(fake, interaction)
  if (answer === "modal")
    return { visibleTo: "asker", text: modalOf(fake, interaction)?.text ?? "", replaced: false }
  const text = answer.bodies
    .map((body) => readPart({ components: [], ...body } as unknown as DiscordPayload).text)
    .join("\n")
  return { visibleTo: answer.ephemeral ? "asker" : "everyone", text, replaced: answer.replaced }
}

/** Waits until an answer has all of its numbered parts. */
async function settled(
  fake: FakeDiscord,
  interaction: Interaction,
): Promise<ReturnType<typeof visibleAnswers> | "modal"> {
  const end = performance.now() + 60_000
  for (;;) {
    if (modalOf(fake, interaction)) return "modal"
    const answer = visibleAnswers(fake, interaction)
    const [first] = answer.bodies
    const title = first ? readPart({ components: [], ...first }).text : ""
    const expected = Number(/\(1\/(\d+)\)/.exec(title)?.[1] ?? 1)
    if (first && answer.bodies.length >= expected) return answer
    if (performance.now() > end) throw new Error(`No complete answer: ${JSON.stringify(answer)}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
