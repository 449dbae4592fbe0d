import type { ClaimedDelivery, DeliveryRepository } from "../../ports/repositories/deliveries.ts"
import type { Session } from "../base/client.ts"
import { deliveryOf } from "../base/rows.ts"
import { type Destinations, destinationsOf, isSending, lookAt, lookAtWoken, nextOf } from "./destinations.ts"

/**
 * What was written last may be the most urgent, and another body's: so much is looked at before anything is taken. Each
 * look is at a thousand changes.
 */
const LOOKS_BEFORE = 20

type ClaimOptions = Parameters<DeliveryRepository["claim"]>[0]

/** Destinations of each adapter that have something to send, the most urgent first and bodies in turn. */
const HOLD = `
  SELECT "adapter", "workspace", "channel" FROM (
    SELECT "next".*, row_number() OVER (PARTITION BY "next"."adapter" ORDER BY "next"."priority", "next"."turn") AS "place"
    FROM unnest($1::text[], $2::text[]) AS "a" ("adapter", "room") CROSS JOIN LATERAL (
      SELECT "d"."adapter", "d"."workspace", "d"."channel", "d"."priority", "d"."turn"
      FROM "delivery_destination" AS "d" WHERE "d"."adapter" = "a"."adapter" AND "d"."turn" IS NOT NULL
        AND ("d"."adapter", "d"."workspace") NOT IN (SELECT * FROM unnest($4::text[], $5::text[]))
      ORDER BY "d"."priority", "d"."turn" LIMIT "a"."room"::int FOR UPDATE SKIP LOCKED) AS "next"
  ) AS "each" ORDER BY "priority", "place" LIMIT $3::int`

/**
 * The next message of each, which from here on is under way. It is found anew: what a destination's row says of it may
 * have changed. One that somebody is changing is left for later.
 */
const TAKE = `
  WITH "head" AS (
    SELECT "first"."id" FROM unnest($1::text[], $2::text[], $3::text[]) AS "h" ("adapter", "workspace", "channel")
    CROSS JOIN LATERAL (${nextOf('"h"', "$4")}) AS "first"
    WHERE "first"."not_before" <= $4::timestamptz AND NOT (${isSending('"h"')})
  ), "locked" AS (
    SELECT "id" FROM "delivery" WHERE "id" IN (SELECT "id" FROM "head") AND "state"::text = 'pending'
    FOR UPDATE SKIP LOCKED
  ), "taken" AS (
    UPDATE "delivery" AS "w" SET
      "state" = 'sending', "attempts" = "attempts" + 1, "keeps_turn" = false,
      "lease" = gen_random_uuid(), "lease_until" = $5::timestamptz
    FROM "locked" WHERE "w"."id" = "locked"."id"
    RETURNING "w"."id", "w"."lease", "w"."adapter", "w"."workspace", "w"."channel"
  ), "away" AS (
    UPDATE "delivery_destination" AS "d" SET "turn" = NULL, "priority" = NULL, "organo_id" = NULL, "head_due" = NULL
    FROM "taken" WHERE ("d"."adapter", "d"."workspace", "d"."channel")
      = ("taken"."adapter", "taken"."workspace", "taken"."channel")
  )
  SELECT "id"::text, "lease"::text, "adapter", "workspace", "channel" FROM "taken"`

/**
 * Takes from the destinations' own rows, so that its cost follows what it takes and not how many wait. Several workers
 * claim at once: a destination's row is locked while it is looked at, by one that finds all that was written before, and
 * the others go past it.
 */
export async function claimDeliveries(
  session: Session,
  options: ClaimOptions,
): Promise<readonly ClaimedDelivery[]> {
  if (options.adapters.length === 0 || options.limit <= 0) return []
  for (let looks = 1; ; looks += 1) {
    // Each time by itself: however much there is to look at, no transaction lasts long.
    const { claimed, more } = await session.transaction((db) =>
      takeNext(session, db, options, looks >= LOOKS_BEFORE),
    )
    if (claimed.length > 0 || !more) return claimed
  }
}

interface Taken {
  readonly claimed: readonly ClaimedDelivery[]
  /** Not all that changed was looked at. */
  readonly more: boolean
}

async function takeNext(
  session: Session,
  db: ReturnType<Session["queries"]>,
  { now, leaseMs, limit, adapters, room, except = [] }: ClaimOptions,
  hurry: boolean,
): Promise<Taken> {
  const leaseUntil = new Date(Date.parse(now) + leaseMs).toISOString()
  const rooms = adapters.map((adapter) => String(Math.max(0, Math.min(limit, room?.get(adapter) ?? limit))))
  const more = await lookAtWoken(session, now)
  if (more && !hurry) return { claimed: [], more }
  const closed = [except.map(({ adapter }) => adapter), except.map(({ workspace }) => workspace)]
  const held = destinationsOf(await session.query(HOLD, [adapters, rooms, String(limit), ...closed]))
  const taken = held[0].length > 0 ? await session.query(TAKE, [...held, now, leaseUntil]) : []
  if (taken.length < held[0].length) await lookAt(session, without(held, destinationsOf(taken)), now)
  const leases = new Map(taken.map(({ id, lease }) => [String(id), String(lease)]))
  if (leases.size === 0) return { claimed: [], more }
  const rows = await db.delivery.findMany({
    where: { id: { in: [...leases.keys()] } },
    orderBy: { sequence: "asc" },
  })
  return { claimed: rows.map((row) => ({ ...deliveryOf(row), lease: leases.get(row.id) ?? "" })), more }
}

/** Nothing left there after all: they are asleep again, or wait for who changes their message. */
function without(held: Destinations, taken: Destinations): Destinations {
  const name = (of: Destinations, i: number) => JSON.stringify(of.map((column) => column[i]))
  const gone = new Set(taken[0].map((_, i) => name(taken, i)))
  const left = held[0].flatMap((_, i) => (gone.has(name(held, i)) ? [] : [i]))
  const of = (column: readonly string[]) => left.map((i) => column[i] ?? "")
  return [of(held[0]), of(held[1]), of(held[2])]
}
