import { renovarPortadas } from "../../src/app/inicio/portada.ts"
import type { Scheduler } from "../../src/jobs/scheduler.ts"
import { dispatchAll, planAll, type TickDeps, watchChannels } from "../../src/jobs/tick.ts"

/** In the place of the scheduler: does nothing by itself, and wakes one of its jobs when the test says so. */
export function despertador(): {
  readonly scheduler: (deps: TickDeps) => Scheduler
  /** The daily look at who can read each channel. */
  channels(): Promise<void>
  plan(): Promise<void>
  /** Of what is planned, people's own pages alone. */
  pages(): Promise<void>
  send(): Promise<void>
} {
  let given: TickDeps | null = null
  const known = (): TickDeps => {
    if (given === null) throw new Error("the bot has not started")
    return given
  }
  return {
    scheduler(deps) {
      given = deps
      return { start() {}, async stop() {} }
    },
    channels: async () => watchChannels(known()),
    plan: async () => planAll(known()),
    async pages() {
      const { data, clock } = known()
      await renovarPortadas({ data, now: clock.now() })
    },
    send: async () => dispatchAll(known()),
  }
}
