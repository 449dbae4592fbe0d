import { type RunningBot, startBot } from "../../src/composition.ts"
import type { Parts } from "../../src/core.ts"
import type { Scheduler } from "../../src/jobs/scheduler.ts"
import type { Environment } from "../../src/ports/adapter-module.ts"
import { reusedClient } from "./prisma-clients.ts"
import { silentLog } from "./silent-log.ts"

/** Never wakes up by itself: the test says when, by the bot's own `tick`. */
const asleep = (): Scheduler => ({ start() {}, async stop() {} })

/** A test asks more in a second than a person in a day; those about limits say another factor. */
const UNHURRIED = { LIMITES_FACTOR: "10000" }

/** The bot as it is composed for everybody, on a test's database. */
export function startTestBot(
  { url }: { readonly url: string },
  env: Environment,
  parts: Partial<Parts> = {},
): Promise<RunningBot> {
  return startBot(
    { DATABASE_URL: url, PORT: "0", ...UNHURRIED, ...env },
    { log: silentLog, scheduler: asleep, clients: reusedClient, ...parts },
  )
}
