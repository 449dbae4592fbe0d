import { App, ExpressReceiver, LogLevel, SocketModeReceiver } from "@slack/bolt"
import { ErrorCode, WebClient } from "@slack/web-api"
import { OperatorError } from "../../src/domain/operator-error.ts"
import type { AdapterDeps, AdapterModule, HttpHandler } from "../../src/ports/adapter-module.ts"
import type { ChatAdapter } from "../../src/ports/chat-adapter.ts"
import type { Logger } from "../../src/ports/logger.ts"
import type { SlackConfig } from "./config.ts"
import { ANSWER_WITHIN_MS, limits, SEND_TIMEOUT_MS } from "./limits.ts"
import { rejectedFor } from "./outcomes.ts"
import { listen } from "./receive.ts"
import { render } from "./render.ts"
import { checkDestination, find, send } from "./send.ts"

type SlackDeps = Pick<AdapterDeps<SlackConfig>, "config" | "clock" | "log" | "mount">

/** How long to wait before answering in two steps, and for a send; tests shorten them. */
export interface Patience {
  readonly answerWithinMs: number
  readonly sendTimeoutMs: number
}

export function createSlackAdapter(
  { config, clock, log, mount }: SlackDeps,
  patience: Patience = { answerWithinMs: ANSWER_WITHIN_MS, sendTimeoutMs: SEND_TIMEOUT_MS },
): ChatAdapter {
  const api = config.SLACK_API_URL ? { slackApiUrl: `${config.SLACK_API_URL.replace(/\/$/, "")}/` } : {}
  const logger = boltLogger(log)
  const client = new WebClient(config.SLACK_BOT_TOKEN, {
    ...api,
    logger,
    // One retry authority: the deliveries' table.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: patience.sendTimeoutMs,
  })
  const receiver = createReceiver(config, api, logger, mount)
  const app = new App({
    receiver,
    logger,
    // The token is checked in start(), where its failure can be explained.
    authorize: async () => ({ ...(config.SLACK_BOT_TOKEN ? { botToken: config.SLACK_BOT_TOKEN } : {}) }),
    clientOptions: { ...api, retryConfig: { retries: 0 } },
  })
  app.error(async (error) => log.error({ adapter: "slack", error }, "Bolt could not process an event."))
  const underWay = new Set<Promise<unknown>>()
  let stopping: Promise<void> | null = null

  return {
    id: "slack",
    limits,
    async start(inbound) {
      await explainStart(async () => {
        await client.auth.test()
        listen({ app, inbound, clock, log, answerWithinMs: patience.answerWithinMs, underWay })
        if (receiver instanceof SocketModeReceiver) await app.start()
      })
    },
    stop() {
      stopping ??= (async () => {
        await Promise.allSettled(underWay)
        if (receiver instanceof SocketModeReceiver) await app.stop().catch(() => undefined)
      })()
      return stopping
    },
    render,
    send: (request) => send(client, clock, request),
    checkDestination: (to) => checkDestination(client, to),
    lookup: { find: (to, key, since) => find(client, to, key, since) },
  }
}

export const adapterModule: AdapterModule<SlackConfig> = { create: (deps) => createSlackAdapter(deps) }

function createReceiver(
  config: SlackConfig,
  clientOptions: { readonly slackApiUrl?: string },
  logger: ReturnType<typeof boltLogger>,
  mount: (handler: HttpHandler) => void,
): ExpressReceiver | SocketModeReceiver {
  if (config.SLACK_MODE === "socket") {
    return new SocketModeReceiver({
      appToken: config.SLACK_APP_TOKEN ?? "",
      logger,
      installerOptions: { clientOptions },
    })
  }
  const receiver = new ExpressReceiver({
    signingSecret: config.SLACK_SIGNING_SECRET ?? "",
    logger,
    endpoints: "/slack/events",
  })
  mount(receiver.app as HttpHandler)
  return receiver
}

/** Bolt's words go to the process's log, which hides credentials. */
function boltLogger(log: Logger) {
  const words = (parts: readonly unknown[]) => parts.map(String).join(" ")
  return {
    debug: (...parts: unknown[]) => log.debug({ adapter: "slack" }, words(parts)),
    info: (...parts: unknown[]) => log.debug({ adapter: "slack" }, words(parts)),
    warn: (...parts: unknown[]) => log.warn({ adapter: "slack" }, words(parts)),
    error: (...parts: unknown[]) => log.error({ adapter: "slack" }, words(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  }
}

async function explainStart(start: () => Promise<void>): Promise<void> {
  try {
    await start()
  } catch (error) {
    const code = Reflect.get(Object(error), "code")
    if (code === ErrorCode.PlatformError) {
      const platformCode = String(Reflect.get(Object(Reflect.get(Object(error), "data")), "error"))
      throw new OperatorError(
        `Slack rechazó la conexión (${platformCode}).`,
        rejectedFor(platformCode).reason,
        { cause: error },
      )
    }
    if (error instanceof OperatorError) throw error
    throw new OperatorError(
      "No fue posible conectar con Slack.",
      "Revise la conexión a internet de este equipo y, si usa un proxy, su configuración.",
      { cause: error },
    )
  }
}
