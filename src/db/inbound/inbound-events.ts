import type { AdapterId } from "../../domain/tipos/canal.ts"
import type { InboundEventRepository } from "../../ports/repositories/inbound-events.ts"
import type { Session } from "../base/client.ts"
import { storable } from "../base/values.ts"
import { writeBatch } from "../base/write-batch.ts"

interface Claim {
  readonly adapter: AdapterId
  readonly eventId: string
  readonly receivedAt: string
}

/**
 * Every question begins with a claim, the only thing it writes. `heard`: told of the number of changes to who is who that
 * the database has counted, before the caller goes on.
 */
export function inboundEventRepository(
  session: Session,
  heard: (revision: string) => void,
): InboundEventRepository {
  const store = (claims: readonly Claim[]) => insert(session, claims, heard)
  const claimTogether = writeBatch(nameOf, store)
  return {
    async claim(adapter, eventId, receivedAt) {
      const claim = { adapter, eventId: storable(eventId), receivedAt: new Date(receivedAt).toISOString() }
      return session.inTransaction() ? (await store([claim]))[0] === true : claimTogether(claim)
    },
    async catchUp() {
      const [row] = await session.query(REVISION, [])
      heard(String(row?.revision))
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

const REVISION = `SELECT "n"::text AS "revision" FROM "revision_identidad"`

const INSERT = `
  WITH "claimed" AS (
  INSERT INTO "inbound_event" ("adapter", "event_id", "received_at")
  SELECT "a", "e", "r"::timestamptz FROM unnest($1::text[], $2::text[], $3::text[]) AS "claim" ("a", "e", "r")
  ON CONFLICT DO NOTHING
  RETURNING "adapter" || ' ' || "event_id" AS "name")
  SELECT "name", NULL AS "revision" FROM "claimed"
  UNION ALL SELECT NULL, "n"::text FROM "revision_identidad"`

/** Of each, whether nobody had claimed it. */
async function insert(
  session: Session,
  claims: readonly Claim[],
  heard: (revision: string) => void,
): Promise<readonly boolean[]> {
  const inserted = await session.query(INSERT, [
    claims.map(({ adapter }) => adapter),
    claims.map(({ eventId }) => eventId),
    claims.map(({ receivedAt }) => receivedAt),
  ])
  for (const { revision } of inserted) if (revision !== null) heard(String(revision))
  const fresh = new Set(inserted.map(({ name }) => name))
  return claims.map((claim) => fresh.has(nameOf(claim)))
}
