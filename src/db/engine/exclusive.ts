import type pg from "pg"
import type { Exclusive, HeldPlace } from "../../ports/exclusive.ts"

/** The first key of our advisory locks; the second one names the place. */
const PLACES = 1_530_247
const PULSE_EVERY_MS = 2_000
/** A pulse that takes longer has failed. */
const PULSE_TIMEOUT_MS = 3_000
/**
 * Without a pulse for this long the server ends the connection, and with it the lock. Longer than a pulse may take: who
 * held the place has stopped by then.
 */
const SERVER_PATIENCE_MS = 8_000

/**
 * A place is an advisory lock on a connection of its own: the server frees it the moment that the process dies, and
 * after `SERVER_PATIENCE_MS` when the process is cut off or stands still (`idle_session_timeout`, PostgreSQL 14).
 */
export function exclusiveOnServer(connect: () => Promise<pg.Client>): Exclusive {
  return {
    async take(place, lost) {
      const client = await connect()
      try {
        await client.query(`SET idle_session_timeout = ${SERVER_PATIENCE_MS}`)
        const { rows } = await client.query<{ taken: boolean }>(
          "SELECT pg_try_advisory_lock($1, hashtext($2)) AS taken",
          [PLACES, place],
        )
        if (rows[0]?.taken === true) return held(client, lost)
      } catch (error) {
        await client.end().catch(() => {})
        throw error
      }
      await client.end()
      return null
    },
  }
}

function held(client: pg.Client, lost: () => void): HeldPlace {
  let over = false
  let timer: NodeJS.Timeout | undefined
  const end = (because: "lost" | "released") => {
    if (over) return
    over = true
    clearTimeout(timer)
    if (because === "lost") lost()
  }
  const later = () => {
    timer = setTimeout(() => void pulse(), PULSE_EVERY_MS)
    timer.unref()
  }
  const pulse = async () => {
    const alive = await answers(client)
    if (over) return
    if (alive) later()
    else {
      end("lost")
      client.end().catch(() => {})
    }
  }
  client.on("error", () => end("lost"))
  client.on("end", () => end("lost"))
  later()
  return {
    async release() {
      end("released")
      await client.end().catch(() => {})
    },
  }
}

async function answers(client: pg.Client): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PULSE_TIMEOUT_MS)
  })
  const answer = client.query("SELECT 1").then(
    () => true,
    () => false,
  )
  try {
    return await Promise.race([answer, tooLong])
  } finally {
    clearTimeout(timer)
  }
}

/** The embedded database is one process's own: no other can be in any place of it. */
export const exclusiveEmbedded: Exclusive = {
  take: async () => ({ release: async () => {} }),
}
