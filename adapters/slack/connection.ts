import { setTimeout as wait } from "node:timers/promises"
import type { SocketModeReceiver } from "@slack/bolt"
import type { Instante } from "../../src/domain/tipos/tiempo.ts"
import type { Clock } from "../../src/ports/clock.ts"
import type { Logger } from "../../src/ports/logger.ts"

type SocketClient = SocketModeReceiver["client"]

/** A connection that does not greet by then is given up. */
const HELLO_MS = 30_000
const CLOSE_MS = 2_000
const FIRST_DELAY_MS = 500
const MAX_DELAY_MS = 30_000

/**
 * Keeps Socket Mode connected. The SDK's own reconnection waits five seconds each time that Slack renews a connection
 * (every hour or so), gives up for ever longer periods in an outage, and lets a failed attempt end the process with an
 * unhandled rejection; so it is turned off and this takes its place.
 */
export class SocketConnection {
  readonly #client: SocketClient
  readonly #log: Logger
  readonly #closing = new AbortController()
  readonly #clock: Clock
  #reconnecting = false
  #made = 0
  #lostSince: Instante | null = null

  constructor(client: SocketClient, log: Logger, clock: Clock) {
    this.#client = client
    this.#log = log
    this.#clock = clock
  }

  /** The first connection; rejects with the SDK's error when it cannot be made. */
  async open(): Promise<void> {
    await this.#connect()
    this.#client.on("disconnected", () => void this.#reconnect())
  }

  /** Since when there is none and it is being made again; Slack renews it every hour or so, in a moment. */
  get lostSince(): Instante | null {
    return this.#lostSince
  }

  /** Which connection this is. Slack takes an acknowledgement only on the connection that brought the event. */
  get current(): number {
    return this.#made
  }

  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return
    this.#closing.abort()
    // A peer that is gone does not answer the closing handshake.
    await Promise.race([this.#client.disconnect(), wait(CLOSE_MS, undefined, { ref: false })])
  }

  async #reconnect(): Promise<void> {
    if (this.#reconnecting || this.#closing.signal.aborted) return
    this.#reconnecting = true
    this.#lostSince ??= this.#clock.now()
    for (let attempt = 0; !this.#closing.signal.aborted; attempt += 1) {
      try {
        if (attempt > 0) await wait(delayOf(attempt), undefined, { signal: this.#closing.signal })
        await this.#connect()
        break
      } catch (error) {
        if (this.#closing.signal.aborted) break
        this.#log.warn({ adapter: "slack", attempt, error }, "Slack cannot be reached; trying again.")
      }
    }
    this.#reconnecting = false
  }

  async #connect(): Promise<void> {
    const patience = new AbortController()
    const late = wait(HELLO_MS, undefined, { ref: false, signal: patience.signal }).then(
      () => {
        void this.#client.disconnect()
        throw new Error("Slack accepted the connection and did not greet.")
      },
      () => undefined,
    )
    try {
      // The SDK rejects with nothing at all when the socket closes before the greeting.
      await Promise.race([this.#client.start().catch(rethrow), late])
      this.#made += 1
      this.#lostSince = null
    } finally {
      patience.abort()
    }
    if (this.#closing.signal.aborted) await this.#client.disconnect()
  }
}

function rethrow(error: unknown): never {
  throw error ?? new Error("Slack closed the connection before greeting.")
}

function delayOf(attempt: number): number {
  const most = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1))
  // All the bots that Slack dropped at once should not come back at once.
  return most / 2 + Math.random() * (most / 2)
}
