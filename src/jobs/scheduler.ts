import { type ScheduledTask, schedule, type TaskContext } from "node-cron"
import { sumarMs } from "../domain/tiempo/tiempo.ts"
import type { Logger } from "../ports/logger.ts"
import type { Tarea } from "../ports/medidas.ts"
import { dispatchAll, headOfDay, planAll, type TickDeps, tidyUp, watchChannels } from "./tick.ts"

/** When the bot wakes up. What is due is computed from the database, so a late or missed wake-up loses nothing. */
export interface Rhythm {
  readonly plan: string
  readonly dispatch: string
  readonly tidy: string
  /** The head of the log; one a day, and each time its time stamp is still missing. */
  readonly head: string
  /** Looks whether a backup is due, or somebody waits for one. */
  readonly backup: string
  /** Looks at channels that nobody looked at for a day. */
  readonly channels: string
}

export const RHYTHM: Rhythm = {
  plan: "* * * * *",
  dispatch: "*/3 * * * * *",
  tidy: "17 * * * *",
  head: "5 * * * *",
  backup: "*/2 * * * * *",
  channels: "40 */5 * * * *",
}

/** Inbound events are remembered far longer than any platform repeats them. */
const REMEMBER_EVENTS_MS = 7 * 24 * 60 * 60_000

export interface Scheduler {
  start(): void
  /** Wakes up no more and waits for what is under way. May be called twice. */
  stop(): Promise<void>
}

/** The only place that knows node-cron. */
export function createScheduler(deps: TickDeps, rhythm: Rhythm = RHYTHM): Scheduler {
  const tasks: ScheduledTask[] = []
  const underWay = new Map<string, Promise<void>>()
  let stopping = false

  /** Runs a job unless its last run is still going. A failure is logged and the next wake-up tries again. */
  const wake = (name: Tarea, job: () => Promise<void>, late = 0): Promise<void> => {
    const running = underWay.get(name)
    if (running !== undefined || stopping) return running ?? Promise.resolve()
    const begun = performance.now()
    const run = job()
      .catch((error: unknown) =>
        deps.log.error({ job: name, error }, "A scheduled job failed; it will run again."),
      )
      .finally(() => {
        deps.medidas?.tarea(name, performance.now() - begun, late)
        underWay.delete(name)
      })
    underWay.set(name, run)
    return run
  }

  const jobs: Readonly<Record<Tarea, () => Promise<void>>> = {
    plan: async () => {
      await planAll(deps)
      // Whoever looks for what is wrong sees that it came to its end.
      await deps.data.fresh.latido.latir()
    },
    dispatch: () => dispatchAll(deps, () => stopping),
    tidy: async () => {
      await forgetEvents(deps)
      await tidyUp(deps)
    },
    head: () => headOfDay(deps),
    backup: async () => deps.respaldos?.atender(),
    channels: () => watchChannels(deps),
  }

  return {
    start() {
      if (tasks.length > 0 || stopping) return
      for (const name of ["plan", "dispatch", "tidy", "head", "backup", "channels"] as const) {
        const options = { name, noOverlap: true, suppressMissedWarning: true, logger: cronLog(deps.log) }
        const run = ({ date, triggeredAt }: TaskContext) =>
          wake(name, jobs[name], Math.max(0, triggeredAt.getTime() - date.getTime()))
        tasks.push(schedule(rhythm[name], run, options))
      }
      // After a restart nobody waits for the next minute.
      void wake("plan", jobs.plan).then(() => wake("dispatch", jobs.dispatch))
    },
    async stop() {
      stopping = true
      await Promise.all(tasks.splice(0).map((task) => task.destroy()))
      await Promise.allSettled([...underWay.values()])
    },
  }
}

async function forgetEvents({ data, clock }: TickDeps): Promise<void> {
  const before = sumarMs(clock.now(), -REMEMBER_EVENTS_MS)
  await data.transaction(async ({ inboundEvents, limites }) => {
    await inboundEvents.forget(before)
    await limites.olvidar(before)
  })
}

/** node-cron writes to the console by itself; its words belong in the log. */
function cronLog(log: Logger) {
  return {
    debug: (message: string | Error) => log.debug({}, String(message)),
    info: (message: string) => log.debug({}, message),
    warn: (message: string) => log.debug({}, message),
    error: (message: string | Error, error?: Error) => log.error({ error }, String(message)),
  }
}
