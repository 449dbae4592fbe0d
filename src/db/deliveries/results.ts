import type { DeliveryRepository } from "../../ports/repositories/deliveries.ts"
import type { Session } from "../base/client.ts"
import { isUuid, jsonOf, storable } from "../base/values.ts"
import { writeBatch } from "../base/write-batch.ts"

interface Held {
  readonly id: string
  readonly lease: string
}
interface Part extends Held {
  readonly receipt: string
}
interface End extends Held {
  readonly state: string
  readonly reason: string | null
  readonly finishedAt: string | null
}

/** Only what is being sent has a lease. Its state is not asked for: the index of that state is no way to find it. */
const RECORD_PARTS = `
  UPDATE "delivery" SET "receipts" = "receipts" || "part"."receipt"::jsonb
  FROM unnest($1::text[], $2::text[], $3::text[]) AS "part" ("id", "lease", "receipt")
  WHERE "delivery"."id" = "part"."id"::uuid AND "delivery"."lease" = "part"."lease"::uuid
  RETURNING "delivery"."id"::text AS "id"`

const FINISH = `
  UPDATE "delivery" SET
    "state" = "end"."state"::"delivery_state", "reason" = "end"."reason",
    "finished_at" = "end"."finished_at"::timestamptz, "lease" = NULL, "lease_until" = NULL, "keeps_turn" = false
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
    AS "end" ("id", "lease", "state", "reason", "finished_at")
  WHERE "delivery"."id" = "end"."id"::uuid AND "delivery"."lease" = "end"."lease"::uuid
  RETURNING "delivery"."id"::text AS "id"`

/**
 * What each send writes down, under its lease. A round sends to many channels at once and their results arrive
 * together, so they are stored together; each caller is answered after its own is stored, as if it were alone.
 */
export function deliveryResults(session: Session): Pick<DeliveryRepository, "recordPart" | "finish"> {
  const idOf = ({ id }: Held) => id
  const storeParts = (parts: readonly Part[]) =>
    changed(session, RECORD_PARTS, parts, (part) => [part.id, part.lease, part.receipt])
  const storeEnds = (ends: readonly End[]) =>
    changed(session, FINISH, ends, (end) => [end.id, end.lease, end.state, end.reason, end.finishedAt])
  const recordTogether = writeBatch(idOf, storeParts)
  const finishTogether = writeBatch(idOf, storeEnds)
  return {
    async recordPart(id, lease, receipt) {
      if (!isUuid(id) || !isUuid(lease)) return false
      const part = { id: id.toLowerCase(), lease, receipt: JSON.stringify(jsonOf([receipt])) }
      return session.inTransaction() ? (await storeParts([part]))[0] === true : recordTogether(part)
    },
    async finish(id, lease, state, reason, now) {
      if (!isUuid(id) || !isUuid(lease)) return false
      const end = {
        id: id.toLowerCase(),
        lease,
        state,
        reason: reason === null ? null : storable(reason),
        finishedAt: state === "uncertain" ? null : new Date(now).toISOString(),
      }
      return session.inTransaction() ? (await storeEnds([end]))[0] === true : finishTogether(end)
    },
  }
}

/** Of each, whether its lease still held. */
async function changed<T extends Held>(
  session: Session,
  sql: string,
  items: readonly T[],
  columnsOf: (item: T) => readonly (string | null)[],
): Promise<readonly boolean[]> {
  const rows = items.map(columnsOf)
  const columns = (rows[0] ?? []).map((_, i) => rows.map((row) => row[i] ?? null))
  const held = new Set((await session.query(sql, columns)).map(({ id }) => id))
  return items.map(({ id }) => held.has(id))
}
