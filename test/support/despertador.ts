import type { Scheduler } from "../../src/jobs/scheduler.ts"
import { type TickDeps, watchChannels } from "../../src/jobs/tick.ts"

/** In the place of the scheduler: does nothing by itself, and wakes one of its jobs when the test says so. */
export function despertador(): {
  readonly scheduler: (deps: TickDeps) => Scheduler
  /** The daily look at who can read each channel. */
  channels(): Promise<void>
} {
  let known: TickDeps | null = null
  return {
    scheduler(deps) {
      known = deps
      return { start() {}, async stop() {} }
    },
    async channels() {
      if (known === null) throw new Error("the bot has not started")
      await watchChannels(known)
    },
  }
}
