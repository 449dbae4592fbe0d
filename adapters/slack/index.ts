import { App, ExpressReceiver, SocketModeReceiver } from "@slack/bolt"
import { WebClient } from "@slack/web-api"
import type { AdapterDeps, AdapterModule, HttpHandler } from "../../src/ports/adapter-module.ts"
import type { ChatAdapter, InboundHandler } from "../../src/ports/chat-adapter.ts"
import type { SlackConfig } from "./config.ts"
import { SocketConnection } from "./connection.ts"
import { Forms } from "./forms.ts"
import { acknowledgeUnreadable, checkDeliveries, createHttpReceiver } from "./gate.ts"
import { platform } from "./identity.ts"
import { ANSWER_WITHIN_MS, DRAIN_MS, limits, SEND_TIMEOUT_MS } from "./limits.ts"
import { boltLogger } from "./log.ts"
import { Conversation } from "./receive.ts"
import { render } from "./render.ts"
import { Channels } from "./send.ts"
import { explained } from "./start-problems.ts"

type SlackDeps = Pick<AdapterDeps<SlackConfig>, "config" | "clock" | "log" | "mount" | "drafts">

/** How long to wait before answering in two steps, for a send, and for answers under way at the end; tests shorten them. */
export interface Patience {
  readonly answerWithinMs: number
  readonly sendTimeoutMs: number
  readonly drainMs: number
}

const PATIENCE: Patience = {
  answerWithinMs: ANSWER_WITHIN_MS,
  sendTimeoutMs: SEND_TIMEOUT_MS,
  drainMs: DRAIN_MS,
}

export function createSlackAdapter(
  { config, clock, log, mount, drafts }: SlackDeps,
  patience: Patience = PATIENCE,
): ChatAdapter {
  const logger = boltLogger(log)
  const api = config.SLACK_API_URL ? { slackApiUrl: `${config.SLACK_API_URL.replace(/\/$/, "")}/` } : {}
  // One retry authority: the deliveries' table for sends, SocketConnection for connecting.
  const once = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: patience.sendTimeoutMs }
  const client = new WebClient(config.SLACK_BOT_TOKEN, { ...api, ...once, logger })
  const channels = new Channels(client, clock)
  const receiver = createReceiver(config, { ...api, ...once }, logger)
  const app = new App({
    receiver,
    logger,
    convoStore: false,
    // The token is checked in start(), where its failure can be explained.
    authorize: async () => ({ ...(config.SLACK_BOT_TOKEN ? { botToken: config.SLACK_BOT_TOKEN } : {}) }),
    clientOptions: { ...api, ...once, fetch: impatientFetch(patience.sendTimeoutMs) },
  })
  app.error(async (error) => log.error({ adapter: "slack", error }, "Bolt could not process an event."))
  checkDeliveries(app, log)
  const connection =
    receiver instanceof SocketModeReceiver ? new SocketConnection(receiver.client, log, clock) : null
  const conversation = new Conversation({
    clock,
    log,
    client,
    answerWithinMs: patience.answerWithinMs,
    connection: () => connection?.current ?? 0,
    forms: new Forms({ client, drafts, clock, log }),
  })
  conversation.listen(app)
  if (receiver instanceof ExpressReceiver) mount(receiver.app as HttpHandler)
  let stopping: Promise<void> | null = null

  return {
    ...platform,
    limits,
    async start(inbound: InboundHandler) {
      const { team_id: team } = await explained("SLACK_BOT_TOKEN", () => client.auth.test())
      channels.belongTo(team ?? null)
      conversation.open(inbound)
      if (connection) await explained("SLACK_APP_TOKEN", () => connection.open())
    },
    stop() {
      stopping ??= conversation.close(patience.drainMs).then(() => connection?.close())
      return stopping
    },
    render,
    send: (request) => channels.send(request),
    checkDestination: (to) => channels.check(to),
    editing: { edit: (request) => channels.edit(request) },
    pinning: { pin: (request) => channels.pin(request) },
    lookup: { find: (to, key, since) => channels.find(to, key, since) },
    workspaces: { reaches: (team) => channels.reaches(team) },
    // By signed HTTP it is Slack that comes: there is no connection to lose.
    ...(connection && { connection: { lostSince: () => connection.lostSince } }),
  }
}

export const adapterModule: AdapterModule<SlackConfig> = { create: (deps) => createSlackAdapter(deps) }

function createReceiver(
  config: SlackConfig,
  clientOptions: object,
  logger: ReturnType<typeof boltLogger>,
): ExpressReceiver | SocketModeReceiver {
  if (config.SLACK_MODE === "http") return createHttpReceiver(config.SLACK_SIGNING_SECRET ?? "", logger)
  return new SocketModeReceiver({
    appToken: config.SLACK_APP_TOKEN ?? "",
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
    processEventErrorHandler: acknowledgeUnreadable,
  })
}

/** For answers to a `response_url`, which Bolt sends without any limit of time. */
function impatientFetch(ms: number): typeof fetch {
  return (input, init) => fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(ms) })
}
