import { Client, GatewayIntentBits, Partials } from "discord.js"
import type { Card } from "../../src/cards/card.ts"
import { legibleCard } from "../../src/cards/legible-card.ts"
import type { AdapterDeps, AdapterModule } from "../../src/ports/adapter-module.ts"
import type { ChatAdapter } from "../../src/ports/chat-adapter.ts"
import { checkApplication, ownId } from "./application.ts"
import { RegisteredCommands } from "./command-names.ts"
import type { DiscordConfig } from "./config.ts"
import { connect, explainStart, watchConnection } from "./connection.ts"
import { converse } from "./conversation.ts"
import { putEvent } from "./events.ts"
import { Forms } from "./forms.ts"
import { watchGuilds } from "./guilds.ts"
import { platform } from "./identity.ts"
import { ANSWER_WITHIN_MS, limits, MAX_FILE, SEND_TIMEOUT_MS, START_WITHIN_MS } from "./limits.ts"
import { editOutcomeOf } from "./outcomes.ts"
import { listen } from "./receive.ts"
import { render } from "./render.ts"
import { createRest, restOptions } from "./rest.ts"
import { asTheGatewayTold, checkDestination, edit, find, pin, send, sendable } from "./send.ts"

type DiscordDeps = Pick<
  AdapterDeps<DiscordConfig>,
  "config" | "clock" | "log" | "drafts" | "commands" | "news"
>

/** How long to wait before answering in two steps, for a send and for the gateway; tests shorten them. */
export interface Patience {
  readonly answerWithinMs: number
  readonly sendTimeoutMs: number
  readonly startWithinMs: number
}

const PATIENCE: Patience = {
  answerWithinMs: ANSWER_WITHIN_MS,
  sendTimeoutMs: SEND_TIMEOUT_MS,
  startWithinMs: START_WITHIN_MS,
}

export function createDiscordAdapter(
  { config, clock, log, drafts, commands, news }: DiscordDeps,
  patience: Patience = PATIENCE,
): ChatAdapter {
  const rest = createRest(config, patience.sendTimeoutMs)
  // No privileged intent: of messages only those arrive with their text that are written to the bot or mention it.
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // The channel of a direct message is not told beforehand.
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    rest: { ...restOptions(config), timeout: patience.sendTimeoutMs },
  })
  const connection = watchConnection(client, log, clock)
  const guilds = watchGuilds(client, news)
  const registered = new RegisteredCommands(commands)
  const { names } = registered
  const named = (card: Card) => legibleCard(card, names)
  const forms = new Forms({ drafts, clock, log, names })
  const underWay = new Set<Promise<unknown>>()
  let stopListening: () => void = () => undefined
  let botId: string | null = null
  let stopping: Promise<void> | null = null

  return {
    ...platform,
    limits,
    async start(inbound) {
      await explainStart(async () => {
        await checkApplication(rest, config)
        botId = await ownId(rest)
        const stopCommands = listen({
          ...{ client, inbound, clock, log, forms, commands, names, underWay },
          answerWithinMs: patience.answerWithinMs,
        })
        const stopMessages = converse({ client, inbound, clock, log, names, underWay })
        stopListening = () => {
          stopCommands()
          stopMessages()
        }
        await registered.register(rest, config, log)
        await connect(client, config.DISCORD_TOKEN ?? "", patience.startWithinMs)
      })
      await guilds.greet()
      const guild = config.DISCORD_GUILD_ID
      if (guild && !client.guilds.cache.has(guild))
        log.warn({ adapter: "discord", guild }, "The bot is not in DISCORD_GUILD_ID: invite it there.")
    },
    stop() {
      stopping ??= (async () => {
        stopListening()
        await Promise.allSettled(underWay)
        await client.destroy()
      })()
      return stopping
    },
    render: (card) => render(named(card)),
    send: (request) =>
      send(rest, clock, { ...request, card: sendable(client, request.to.channel, named(request.card)) }),
    checkDestination: (to) => checkDestination(rest, asTheGatewayTold(client), to),
    editing: {
      edit: (request) =>
        edit(rest, clock, {
          ...request,
          card: sendable(client, request.receipt.channel, named(request.card)),
        }),
    },
    pinning: { pin: (request) => pin(rest, clock, request) },
    eventos: {
      async put(request) {
        try {
          botId ??= await ownId(rest)
        } catch (error) {
          return editOutcomeOf(error)
        }
        return putEvent(rest, clock, botId, request)
      },
    },
    files: { maxBytes: MAX_FILE },
    connection,
    // Its servers are known once it listens; a process that only sends does not know them.
    workspaces: { reaches: (guild) => (client.isReady() ? client.guilds.cache.has(guild) : null) },
    lookup: {
      async find(to, key, since) {
        try {
          botId ??= await ownId(rest)
        } catch {
          return { kind: "unknown", detail: "Discord no respondió." }
        }
        return find(rest, botId, to, key, since)
      },
    },
  }
}

export const adapterModule: AdapterModule<DiscordConfig> = { create: (deps) => createDiscordAdapter(deps) }
