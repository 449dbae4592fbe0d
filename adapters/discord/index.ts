import { Client, DiscordjsError, DiscordjsErrorCodes, Events, GatewayIntentBits, Routes } from "discord.js"
import { OperatorError } from "../../src/domain/operator-error.ts"
import type { AdapterDeps, AdapterModule } from "../../src/ports/adapter-module.ts"
import type { ChatAdapter } from "../../src/ports/chat-adapter.ts"
import type { DiscordConfig } from "./config.ts"
import { ANSWER_WITHIN_MS, limits, SEND_TIMEOUT_MS } from "./limits.ts"
import { outcomeOf } from "./outcomes.ts"
import { listen } from "./receive.ts"
import { createRest } from "./register.ts"
import { render } from "./render.ts"
import { checkDestination, find, send } from "./send.ts"

type DiscordDeps = Pick<AdapterDeps<DiscordConfig>, "config" | "clock" | "log">

/** How long to wait before answering in two steps, and for a send; tests shorten them. */
export interface Patience {
  readonly answerWithinMs: number
  readonly sendTimeoutMs: number
}

export function createDiscordAdapter(
  { config, clock, log }: DiscordDeps,
  patience: Patience = { answerWithinMs: ANSWER_WITHIN_MS, sendTimeoutMs: SEND_TIMEOUT_MS },
): ChatAdapter {
  const rest = createRest(config, patience.sendTimeoutMs)
  // No privileged intent: commands and buttons arrive without reading anybody's messages.
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: {
      ...(config.DISCORD_API_URL ? { api: config.DISCORD_API_URL.replace(/\/$/, "") } : {}),
      timeout: patience.sendTimeoutMs,
    },
  })
  client.on(Events.Error, (error) =>
    log.warn({ adapter: "discord", error }, "The gateway reported an error; it reconnects by itself."),
  )
  client.on(Events.ShardError, (error) =>
    log.warn({ adapter: "discord", error }, "The gateway connection failed; it reconnects by itself."),
  )
  client.on(Events.Invalidated, () =>
    log.error({ adapter: "discord" }, "Discord ended the session: the token may have been replaced."),
  )
  const underWay = new Set<Promise<unknown>>()
  let botId = ""
  let stopping: Promise<void> | null = null

  return {
    id: "discord",
    limits,
    async start(inbound) {
      await explainStart(async () => {
        const me = (await rest.get(Routes.user())) as { readonly id: string }
        botId = me.id
        listen({ client, inbound, clock, log, answerWithinMs: patience.answerWithinMs, underWay })
        const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()))
        await client.login(config.DISCORD_TOKEN)
        await ready
      })
    },
    stop() {
      stopping ??= (async () => {
        await Promise.allSettled(underWay)
        await client.destroy()
      })()
      return stopping
    },
    render,
    send: (request) => send(rest, clock, request),
    checkDestination: (to) => checkDestination(rest, to),
    lookup: { find: (to, key, since) => find(rest, botId, to, key, since) },
  }
}

export const adapterModule: AdapterModule<DiscordConfig> = { create: (deps) => createDiscordAdapter(deps) }

const NEW_TOKEN =
  "Genere otro en «Bot → Reset Token» del portal de Discord, actualice DISCORD_TOKEN y reinicie Plenaria."

async function explainStart(start: () => Promise<void>): Promise<void> {
  try {
    await start()
  } catch (error) {
    if (error instanceof OperatorError) throw error
    if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
      throw new OperatorError("Discord no reconoce el token.", NEW_TOKEN, { cause: error })
    }
    const outcome = outcomeOf(error)
    if (outcome.kind === "rejected")
      throw new OperatorError("Discord rechazó la conexión.", outcome.reason, { cause: error })
    throw new OperatorError(
      "No fue posible conectar con Discord.",
      "Revise la conexión a internet de este equipo y, si usa un proxy, su configuración.",
      { cause: error },
    )
  }
}
