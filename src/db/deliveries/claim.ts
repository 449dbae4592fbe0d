import type { ClaimedDelivery, DeliveryRepository } from "../../ports/repositories/deliveries.ts"
import type { Session } from "../base/client.ts"
import { deliveryOf } from "../base/rows.ts"

type ClaimOptions = Parameters<DeliveryRepository["claim"]>[0]

/** Any number that nothing else in this database locks. */
const CLAIM_LOCK = 1_530_246

/**
 * Claims are made one at a time across all workers: the lock is taken before the statement that looks, so each claim
 * sees what the one before took, and two workers never hold two messages of one destination. A claim takes a few
 * milliseconds and sending, which takes long, is outside of it.
 */
export function claimDeliveries(
  session: Session,
  options: ClaimOptions,
): Promise<readonly ClaimedDelivery[]> {
  if (options.adapters.length === 0 || options.limit <= 0) return Promise.resolve([])
  return session.deliveriesTransaction(async (db) => {
    await db.$executeRaw`SELECT pg_advisory_xact_lock(${CLAIM_LOCK})`
    const claimed = await takeHeads(db, options)
    if (claimed.length === 0) return []
    const rows = await db.delivery.findMany({
      where: { id: { in: claimed.map(({ id }) => id) } },
      orderBy: { sequence: "asc" },
    })
    const leases = new Map(claimed.map(({ id, lease }) => [id, lease]))
    return rows.map((row) => ({ ...deliveryOf(row), lease: leases.get(row.id) ?? "" }))
  })
}

/**
 * The first message of each destination that has nothing under way. Destinations are found by jumping through the
 * index from one to the next, so the cost follows the number of destinations, not the number of messages waiting.
 */
function takeHeads(
  db: ReturnType<Session["queries"]>,
  { now, leaseMs, limit, adapters, except = [] }: ClaimOptions,
): Promise<readonly { readonly id: string; readonly lease: string }[]> {
  const instant = new Date(now)
  const leaseUntil = new Date(instant.getTime() + leaseMs)
  return db.$queryRaw`
    WITH RECURSIVE "destination" AS (
      (SELECT "adapter", "workspace", "channel" FROM "delivery" WHERE "state" = 'pending'
        ORDER BY "adapter", "workspace", "channel" LIMIT 1)
      UNION ALL
      SELECT "next".* FROM "destination" AS "d" CROSS JOIN LATERAL (
        SELECT "adapter", "workspace", "channel" FROM "delivery"
        WHERE "state" = 'pending' AND ("adapter", "workspace", "channel") > ("d"."adapter", "d"."workspace", "d"."channel")
        ORDER BY "adapter", "workspace", "channel" LIMIT 1) AS "next"
    ), "head" AS (
      SELECT "first"."id" FROM "destination" AS "d" CROSS JOIN LATERAL (
        SELECT "id", "sequence", "not_before" FROM "delivery" AS "w"
        WHERE "w"."state" = 'pending' AND "w"."adapter" = "d"."adapter"
          AND "w"."workspace" = "d"."workspace" AND "w"."channel" = "d"."channel"
          AND ("w"."not_before" <= ${instant}::timestamptz OR "w"."keeps_turn")
          AND ("w"."expires_at" IS NULL OR "w"."expires_at" > ${instant}::timestamptz)
        ORDER BY "w"."sequence" LIMIT 1) AS "first"
      WHERE "d"."adapter" = ANY (${[...adapters]}::text[])
        AND ("d"."adapter", "d"."workspace") NOT IN (SELECT * FROM unnest(
          ${except.map(({ adapter }) => adapter)}::text[], ${except.map(({ workspace }) => workspace)}::text[]))
        AND "first"."not_before" <= ${instant}::timestamptz
        AND NOT EXISTS (SELECT FROM "delivery" AS "s" WHERE "s"."state" = 'sending' AND "s"."adapter" = "d"."adapter"
          AND "s"."workspace" = "d"."workspace" AND "s"."channel" = "d"."channel")
      ORDER BY "first"."sequence" LIMIT ${limit}
    ), "locked" AS (
      SELECT "id" FROM "delivery" WHERE "id" IN (SELECT "id" FROM "head") AND "state" = 'pending'
      FOR UPDATE SKIP LOCKED
    )
    UPDATE "delivery" SET
      "state" = 'sending', "attempts" = "attempts" + 1, "keeps_turn" = false,
      "lease" = gen_random_uuid(), "lease_until" = ${leaseUntil}::timestamptz
    FROM "locked" WHERE "delivery"."id" = "locked"."id"
    RETURNING "delivery"."id", "delivery"."lease"`
}
