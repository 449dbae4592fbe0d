import { randomUUID } from "node:crypto"
import type pg from "pg"
import type { Logger } from "../../ports/logger.ts"
import { CHANGES_CHANNEL, type ChangeFeed } from "./change-feed.ts"

/** The way back of a heartbeat; each listener knows its own by its content. */
const PULSE_CHANNEL = "plenaria_pulso"

const PULSE_EVERY_MS = 3_000
/** A kept answer is used for at most this long after the last proof that changes reach us. */
const TRUST_MS = 8_000
const RETRY_MS = [250, 1_000, 5_000, 15_000] as const

interface Listening {
  readonly client: pg.Client
  readonly id: string
}

interface Options {
  /** A connection of its own: `LISTEN` belongs to a connection, which a pool would lend to others. */
  connect(): Promise<pg.Client>
  /** Sends a heartbeat on another connection, as any change would come. */
  notify(channel: string, payload: string): Promise<unknown>
  /** Something changed, or may have changed unheard. */
  changed(): void
  readonly log: Logger
}

/**
 * Hears of changes by `LISTEN`. It trusts what it hears only while its own heartbeats come back by the same way:
 * notices arrive in the order of commits, so a heartbeat that arrived proves that all before it did. A cut wire, a
 * paused process, a balancer between us and the server (which loses notices and says nothing): trust simply runs out.
 */
export function listenForChanges({ connect, notify, changed, log }: Options): ChangeFeed {
  let listening: Listening | null = null
  let trustedUntil = 0
  let sequence = 0
  let failures = 0
  let closed = false
  let timer: NodeJS.Timeout | undefined
  const sent = new Map<string, number>()

  const later = (ms: number, work: () => Promise<void>) => {
    clearTimeout(timer)
    if (closed) return
    timer = setTimeout(() => void work(), ms)
    // Waiting to listen must not keep a process alive that has nothing else to do.
    timer.unref()
  }

  const lose = (client: pg.Client) => {
    if (listening?.client !== client) return
    listening = null
    trustedUntil = 0
    sent.clear()
    changed()
    client.end().catch(() => {})
    if (closed) return
    if (failures === 0) log.warn({}, "Se perdió la escucha de cambios; las lecturas van a la base de datos.")
    retry()
  }

  /** Only a heartbeat that comes back ends the series: a connection that opens and tells nothing is a failure too. */
  const retry = () => {
    const wait = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? RETRY_MS[0]
    failures += 1
    later(wait, start)
  }

  const hear = (client: pg.Client, { channel, payload = "" }: pg.Notification) => {
    if (listening?.client !== client) return
    if (channel === CHANGES_CHANNEL) changed()
    const sentAt = sent.get(payload)
    if (channel !== PULSE_CHANNEL || sentAt === undefined) return
    sent.delete(payload)
    failures = 0
    // What was read while nobody was listening was never kept; what was kept under expired trust may be old.
    if (trustedUntil <= performance.now()) changed()
    trustedUntil = Math.max(trustedUntil, sentAt + TRUST_MS)
  }

  const pulse = async () => {
    const own = listening
    if (own === null || closed) return
    const now = performance.now()
    if ([...sent.values()].some((at) => at + TRUST_MS < now)) {
      lose(own.client)
      return
    }
    sequence += 1
    const payload = `${own.id}:${sequence}`
    sent.set(payload, now)
    later(PULSE_EVERY_MS, pulse)
    // The pool says why when the database is away; here the answer is that trust runs out.
    await notify(PULSE_CHANNEL, payload).catch(() => sent.delete(payload))
  }

  async function start(): Promise<void> {
    let client: pg.Client | null = null
    try {
      client = await connect()
      const own = client
      own.on("error", () => lose(own))
      own.on("end", () => lose(own))
      own.on("notification", (message) => hear(own, message))
      await own.query(`LISTEN "${CHANGES_CHANNEL}"; LISTEN "${PULSE_CHANNEL}"`)
      if (closed) {
        await own.end()
        return
      }
      listening = { client: own, id: randomUUID() }
      await pulse()
    } catch (error) {
      if (client !== null) client.end().catch(() => {})
      if (closed) return
      const reason = error instanceof Error ? error.message : String(error)
      log.debug({ reason }, "Listening for changes failed.")
      retry()
    }
  }

  const started = start()
  return {
    trusted: () => listening !== null && performance.now() < trustedUntil,
    async close() {
      closed = true
      clearTimeout(timer)
      await started
      const own = listening
      listening = null
      trustedUntil = 0
      await own?.client.end().catch(() => {})
    },
  }
}
