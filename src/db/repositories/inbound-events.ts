import type { AdapterId, Instante } from "../../domain/tipos.ts"
import type { InboundEventRepository } from "../../ports/repositories.ts"
import type { Session } from "../client.ts"
import { storable } from "../values.ts"

interface Claim {
  readonly adapter: AdapterId
  readonly eventId: string
  readonly receivedAt: string
}

interface Waiting extends Claim {
  readonly resolve: (isNew: boolean) => void
  readonly reject: (error: unknown) => void
}

/** In one statement; more wait for the next one. */
const MOST_AT_ONCE = 200

/**
 * Every question begins with a claim, the only thing it writes. Claims that arrive while one is being stored go
 * together in the next statement: under load the database is asked once for many, and without load nothing waits.
 */
export function inboundEventRepository(session: Session): InboundEventRepository {
  const waiting: Waiting[] = []
  let storing = false

  const storeWaiting = async () => {
    storing = true
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MOST_AT_ONCE)
      try {
        const fresh = await insert(session, batch)
        // Twice in one statement is new once.
        for (const claim of batch) claim.resolve(fresh.delete(nameOf(claim)))
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    storing = false
  }

  return {
    async claim(adapter, eventId, receivedAt) {
      const claim = {
        adapter,
        eventId: storable(eventId),
        receivedAt: new Date(receivedAt).toISOString(),
      }
      if (session.inTransaction()) return (await insert(session, [claim])).size === 1
      return new Promise((resolve, reject) => {
        waiting.push({ ...claim, resolve, reject })
        if (!storing) void storeWaiting()
      })
    },
    async forget(before) {
      const { count } = await session.queries().inboundEvent.deleteMany({
        where: { receivedAt: { lt: new Date(before) } },
      })
      return count
    },
  }
}

const nameOf = ({ adapter, eventId }: Pick<Claim, "adapter" | "eventId">) => `${adapter} ${eventId}`

const INSERT = `
  INSERT INTO "inbound_event" ("adapter", "event_id", "received_at")
  SELECT "a"::"adapter_id", "e", "r"::timestamptz FROM unnest($1::text[], $2::text[], $3::text[]) AS "claim" ("a", "e", "r")
  ON CONFLICT DO NOTHING
  RETURNING "adapter"::text AS "adapter", "event_id" AS "eventId"`

/** The names of those that nobody had claimed. */
async function insert(session: Session, claims: readonly Claim[]): Promise<Set<string>> {
  const inserted = await session.query(INSERT, [
    claims.map(({ adapter }) => adapter),
    claims.map(({ eventId }) => eventId),
    claims.map(({ receivedAt }) => receivedAt),
  ])
  return new Set(inserted.map(({ adapter, eventId }) => `${adapter} ${eventId}`))
}
