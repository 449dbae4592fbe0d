import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { createSlackAdapter } from "../../../adapters/slack/index.ts"
import type { Patience } from "../../../adapters/slack/limits.ts"
import type { Parts } from "../../../src/core.ts"
import type { HttpHandler } from "../../../src/ports/adapter-module.ts"
import type { ChatAdapter, InboundHandler, StoredConnection } from "../../../src/ports/chat-adapter.ts"
import type { ConnectionNews } from "../../../src/ports/connection-news.ts"
import type { FormDrafts } from "../../../src/ports/form-drafts.ts"
import type { Logger } from "../../../src/ports/logger.ts"
import { until } from "../../contract/contract-inbound.ts"
import { startTestBot } from "../bot.ts"
import type { TestDatabase } from "../database.ts"
import { MemoryDrafts } from "../memory-drafts.ts"
import { silentLog } from "../silent-log.ts"
import { silentNews } from "../silent-news.ts"
import { readMessage } from "./block-kit.ts"
import { FakeSlack } from "./fake-slack.ts"
import { textOf } from "./views.ts"
import type { Interaction } from "./workspace.ts"

export type Mode = "socket" | "http"

const EVENTS = "/slack/events"

/** Whatever comes, is waited for: on a busy machine too the bot answers as it does when it is in time. */
export const PATIENCE: Patience = { answerWithinMs: 30_000, sendTimeoutMs: 30_000, drainMs: 30_000 }
/** By HTTP no longer than Bolt itself holds a request open, three seconds. */
const PATIENCE_BY_HTTP: Patience = { ...PATIENCE, answerWithinMs: 2_000 }
/** Answers in two steps what is not ready at once. */
export const HURRIED: Patience = { ...PATIENCE, answerWithinMs: 200 }
/** Gives up on what never comes. */
export const IMPATIENT: Patience = { ...HURRIED, sendTimeoutMs: 1_500 }

export interface BotOptions {
  readonly log?: Logger
  readonly patience?: Patience
  readonly drafts?: FormDrafts
  readonly news?: ConnectionNews
  /** A Slack that is there already: the bot was restarted. */
  readonly slack?: FakeSlack
}

/** What the settings hold, and what somebody connected, of one workspace. */
export const connectionOf = ({ team, credentials }: FakeSlack, medio: Mode): StoredConnection => ({
  workspace: team,
  medio,
  credentials: { bot: credentials.botToken, app: credentials.appToken, firma: credentials.signingSecret },
})

export interface SlackBot {
  readonly slack: FakeSlack
  readonly adapter: ChatAdapter
  /** The bot alone; Slack goes on. */
  stop(): Promise<void>
  close(): Promise<void>
}

/** What `.env` holds for this Slack. */
export function slackEnv(slack: FakeSlack, mode: Mode) {
  const { credentials } = slack
  return {
    SLACK_BOT_TOKEN: credentials.botToken,
    SLACK_APP_TOKEN: credentials.appToken,
    SLACK_SIGNING_SECRET: credentials.signingSecret,
    SLACK_MODE: mode,
    SLACK_API_URL: slack.apiUrl,
  }
}

/** The whole bot before the fake Slack. */
export async function botOnSlack(
  mode: Mode,
  database: TestDatabase,
  { slack: there, ...parts }: Partial<Parts> & { readonly slack?: FakeSlack } = {},
): Promise<Omit<SlackBot, "adapter">> {
  const slack = there ?? (await FakeSlack.start())
  const { url, stop } = await startTestBot(database, slackEnv(slack, mode), parts)
  if (mode === "http") slack.deliverBy = { url: `${url}${EVENTS}` }
  return {
    slack,
    stop,
    async close() {
      await stop()
      await slack.close()
    },
  }
}

/** The adapter alone, before the fake Slack; not started. */
export async function slackBot(
  mode: Mode,
  options: BotOptions & { readonly env?: object } = {},
): Promise<SlackBot> {
  const slack = options.slack ?? (await FakeSlack.start())
  const handlers: HttpHandler[] = []
  const adapter = createSlackAdapter(
    {
      config: { ...slackEnv(slack, mode), ...options.env },
      clock: { now: () => new Date().toISOString() },
      log: options.log ?? silentLog,
      mount: (handler) => void handlers.push(handler),
      drafts: options.drafts ?? new MemoryDrafts(),
      news: options.news ?? silentNews,
      authorising: null,
      publicUrl: null,
    },
    options.patience ?? (mode === "http" ? PATIENCE_BY_HTTP : PATIENCE),
  )
  const server = createServer((request, response) => {
    const next = (i: number) => {
      const handler = handlers[i]
      if (handler) handler(request, response, () => next(i + 1))
      else response.writeHead(404).end()
    }
    next(0)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${EVENTS}`
  if (mode === "http") slack.deliverBy = { url }
  const stop = async () => {
    await adapter.stop()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return {
    slack,
    adapter,
    stop,
    async close() {
      await stop()
      await slack.close()
    },
  }
}

export async function startedBot(
  mode: Mode,
  inbound: InboundHandler,
  options: BotOptions = {},
): Promise<SlackBot> {
  const bot = await slackBot(mode, options)
  await bot.adapter.start(inbound)
  return bot
}

/** What the asker finally reads: all the parts of the answer. */
export async function answerTo({ shown, failures, modals }: Interaction, from = 0) {
  const complete = () => {
    const first = shown[from]
    if (failures.length > 0 || modals.length > 0) return true
    if (!first) return false
    const total = /\(1\/(\d+)\)/.exec(readMessage(first.payload).text)?.[1] ?? "1"
    return shown.length - from >= Number(total)
  }
  await until(complete, "an answer is shown")
  if (failures.length > 0) throw new Error(`Slack tells the asker: ${failures.join(", ")}`)
  const [modal] = modals
  if (modal) return { visibleTo: "asker" as const, text: textOf(modal), replaced: false }
  const parts = shown.slice(from)
  return {
    visibleTo: parts.every(({ visibleTo }) => visibleTo === "asker")
      ? ("asker" as const)
      : ("everyone" as const),
    text: parts.map(({ payload }) => readMessage(payload).text).join("\n"),
    replaced: parts[0]?.replaced ?? false,
  }
}
