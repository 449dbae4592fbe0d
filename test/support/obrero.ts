import { createDiscordAdapter } from "../../adapters/discord/index.ts"
import { createSlackAdapter } from "../../adapters/slack/index.ts"
import { deliveryKey } from "../../src/app/mensaje/delivery-key.ts"
import { systemClock } from "../../src/clock.ts"
import { describeCommands } from "../../src/commands/describe.ts"
import { createLogger } from "../../src/config/log.ts"
import { openDatabase } from "../../src/db/open.ts"
import type { AdapterId } from "../../src/domain/tipos/canal.ts"
import { createScheduler } from "../../src/jobs/scheduler.ts"
import type { ChatAdapter } from "../../src/ports/chat-adapter.ts"
import { MemoryDrafts } from "./memory-drafts.ts"
import { silentNews } from "./silent-news.ts"

/**
 * A worker as `muerte-subita.test.ts` starts and kills it: database, adapters with the real SDKs, dispatcher and
 * scheduler as in production; only the waits are shorter. It writes the deliveries itself, like every other worker, and
 * then sends whatever is due until it is killed. Says `lista` on standard output when it begins, and `completas` once
 * every delivery is accepted.
 */
const env = process.env
/** A message that hangs holds up its channel for so long. */
const SEND_TIMEOUT_MS = 3_000
const count = Number(env.ENTREGAS)
const log = createLogger("error")
const clock = systemClock
const database = await openDatabase(
  { databaseUrl: env.DATABASE_URL ?? null, dataDir: env.DATA_DIR ?? "" },
  log,
)
const { unitOfWork: data } = database

const adapters = new Map<AdapterId, ChatAdapter>()
const deps = {
  clock,
  log,
  mount: () => {},
  drafts: new MemoryDrafts(),
  news: silentNews,
  authorising: null,
  publicUrl: null,
}
if (env.SLACK_API_URL)
  adapters.set(
    "slack",
    createSlackAdapter(
      {
        ...deps,
        config: {
          SLACK_BOT_TOKEN: env.SLACK_BOT_TOKEN ?? "",
          SLACK_SIGNING_SECRET: env.SLACK_SIGNING_SECRET ?? "",
          SLACK_MODE: "http",
          SLACK_API_URL: env.SLACK_API_URL,
        },
      },
      { answerWithinMs: 200, sendTimeoutMs: SEND_TIMEOUT_MS, drainMs: 1_000 },
    ),
  )
if (env.DISCORD_API_URL)
  adapters.set(
    "discord",
    createDiscordAdapter(
      {
        ...deps,
        commands: describeCommands(),
        config: {
          DISCORD_TOKEN: env.DISCORD_TOKEN ?? "",
          DISCORD_APP_ID: env.DISCORD_APP_ID ?? "",
          DISCORD_GUILD_ID: env.DISCORD_GUILD_ID ?? "",
          DISCORD_API_URL: env.DISCORD_API_URL,
        },
      },
      { answerWithinMs: 200, sendTimeoutMs: SEND_TIMEOUT_MS, startWithinMs: 60_000 },
    ),
  )

const scheduler = createScheduler(
  { data, clock, adapters, log, patience: { leaseMs: Number(env.LEASE_MS), settleMs: 4_000 } },
  {
    plan: "0 0 1 1 *",
    dispatch: "* * * * * *",
    tidy: "0 0 1 1 *",
    head: "0 0 1 1 *",
    backup: "0 0 1 1 *",
    channels: "0 0 1 1 *",
  },
)
process.stdout.write("lista\n")
scheduler.start()
await enqueueAll()
setInterval(() => {
  void data.read.deliveries.list({ states: ["accepted"], limit: count }).then((accepted) => {
    if (accepted.length === count) process.stdout.write("completas\n")
  })
}, 1_000)

/** As a planner does: the key says which message it is, so that whoever writes it first writes it for all. */
async function enqueueAll(): Promise<void> {
  const [organo] = await data.read.organos.all()
  const canales = (await data.read.canales.list(organo?.id ?? "")).filter(
    ({ audiencia }) => audiencia === "institucion",
  )
  for (let i = 0; i < count; i += 1) {
    const canal = canales[i % canales.length]
    if (!organo || !canal) throw new Error("the body was not recorded")
    const to = { adapter: canal.adapter, workspace: canal.workspace, channel: canal.channel }
    await data.transaction(({ deliveries }) =>
      deliveries.enqueue(
        {
          key: deliveryKey("aviso", ["prueba", String(i)], to),
          purpose: "aviso",
          organoId: organo.id,
          canalId: canal.id,
          to,
          card: { title: `Aviso ${i}.`, tone: "aviso", blocks: [], actions: [] },
          notBefore: clock.now(),
          expiresAt: null,
          why: "prueba",
        },
        clock.now(),
      ),
    )
  }
}
