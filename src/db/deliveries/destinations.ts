import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Session } from "../base/client.ts"

/** Where messages go, as three lists of the same length: adapters, workspaces and channels. */
export type Destinations = readonly [readonly string[], readonly string[], readonly string[]]

/** Looked at by one claim: more than it takes, so that a crowd is through soon, and few enough to be quick. */
const AT_ONCE = 1_000
/** How far down a destination's queue something urgent pulls it forward. */
const URGENT_WITHIN = 20

/**
 * A message of the destination `d` that waits and has not expired, at the instant of that parameter. States are written
 * out, or the indexes of what is not over would not serve.
 */
export const waitsFor = (d: string, now: string) => `
  "w"."state" = 'pending' AND "w"."adapter" = ${d}."adapter" AND "w"."workspace" = ${d}."workspace"
  AND "w"."channel" = ${d}."channel" AND ("w"."expires_at" IS NULL OR "w"."expires_at" > ${now}::timestamptz)`

/**
 * What goes next to the destination `d`, be it due or not: the first that is due, or before it one that keeps its turn.
 */
export const nextOf = (d: string, now: string) => `
  SELECT "w"."id", "w"."sequence", "w"."not_before", "w"."organo_id" FROM "delivery" AS "w"
  WHERE ${waitsFor(d, now)} AND ("w"."not_before" <= ${now}::timestamptz OR "w"."keeps_turn")
  ORDER BY "w"."sequence" LIMIT 1`

/** Asked for each by itself: read as a whole, that index has all that was ever under way and is not tidied up yet. */
export const isSending = (d: string) => `
  (SELECT true FROM "delivery" AS "s" WHERE "s"."state" = 'sending' AND "s"."adapter" = ${d}."adapter"
    AND "s"."workspace" = ${d}."workspace" AND "s"."channel" = ${d}."channel" LIMIT 1) IS NOT NULL`

/**
 * Those whose messages changed, and those that slept until now, locked. One that another claim holds is left to it, with
 * what was said of it: nobody waits, but for who makes the same new destination at this moment.
 */
const WAKE = `
  WITH "said" AS MATERIALIZED (SELECT * FROM "delivery_wake" ORDER BY "id" LIMIT ${AT_ONCE}),
  "made" AS (
    INSERT INTO "delivery_destination" ("adapter", "workspace", "channel")
    SELECT DISTINCT "adapter", "workspace", "channel" FROM "said" ORDER BY 1, 2, 3
    ON CONFLICT DO NOTHING RETURNING "adapter", "workspace", "channel"
  ), "known" AS (
    SELECT "adapter", "workspace", "channel" FROM "delivery_destination"
    WHERE ("adapter", "workspace", "channel") IN (SELECT "adapter", "workspace", "channel" FROM "said")
    FOR UPDATE SKIP LOCKED
  ), "slept" AS (
    SELECT "adapter", "workspace", "channel" FROM "delivery_destination"
    WHERE "turn" IS NULL AND "head_due" <= $1::timestamptz
    ORDER BY "head_due" LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
  ), "held" AS (SELECT * FROM "made" UNION SELECT * FROM "known"),
  "heard" AS (
    DELETE FROM "delivery_wake" AS "w" USING "said", "held" WHERE "w"."id" = "said"."id"
      AND ("said"."adapter", "said"."workspace", "said"."channel") = ("held"."adapter", "held"."workspace", "held"."channel")
  )
  SELECT "woken".*, (SELECT count(*) FROM "said")::int AS "said"
  FROM (SELECT * FROM "held" UNION SELECT * FROM "slept") AS "woken"`

/**
 * What each of them has to send. One that waits its turn keeps it, however much more arrives; a new one comes after all
 * of its own body, and no sooner than the one that is served now: with many bodies each is served in turn, whatever it has.
 */
const LOOK = `
  WITH "seen" AS MATERIALIZED (
    SELECT "h".*, ${isSending('"h"')} AS "busy"
    FROM unnest($1::text[], $2::text[], $3::text[]) AS "h" ("adapter", "workspace", "channel")
  ), "headed" AS (
    SELECT "seen".*, "first"."sequence", "first"."organo_id",
      coalesce("first"."not_before" <= $4::timestamptz, false) AS "ready"
    FROM "seen" LEFT JOIN LATERAL (${nextOf('"seen"', "$4")}) AS "first"
      ON NOT "seen"."busy"
  ), "ranked" AS (
    SELECT "headed".*,
      CASE WHEN "ready" THEN (SELECT min("priority") FROM (
        SELECT "w"."priority" FROM "delivery" AS "w"
        WHERE ${waitsFor('"headed"', "$4")} AND "w"."not_before" <= $4::timestamptz
        ORDER BY "w"."sequence" LIMIT ${URGENT_WITHIN}) AS "soon") END AS "priority",
      CASE WHEN NOT ("busy" OR "ready") THEN (
        SELECT min("w"."not_before") FROM "delivery" AS "w" WHERE ${waitsFor('"headed"', "$4")}
          AND ("headed"."sequence" IS NULL OR "w"."sequence" <= "headed"."sequence")) END AS "head_due"
    FROM "headed"
  ), "group" AS (
    SELECT "adapter", "priority", "organo_id", greatest(
      (SELECT min("q"."turn") - 1 FROM "delivery_destination" AS "q" WHERE "q"."turn" IS NOT NULL
        AND "q"."adapter" = "r"."adapter" AND "q"."priority" = "r"."priority"),
      (SELECT max("q"."turn") FROM "delivery_destination" AS "q" WHERE "q"."turn" IS NOT NULL
        AND "q"."adapter" = "r"."adapter" AND "q"."priority" = "r"."priority" AND "q"."organo_id" = "r"."organo_id"),
      0) AS "last"
    FROM "ranked" AS "r" WHERE "ready" GROUP BY 1, 2, 3
  )
  UPDATE "delivery_destination" AS "d" SET
    "organo_id" = CASE WHEN "r"."ready" THEN "r"."organo_id" END,
    "priority" = "r"."priority", "head_due" = "r"."head_due",
    "turn" = CASE WHEN NOT "r"."ready" THEN NULL
      WHEN "d"."turn" IS NOT NULL AND "d"."priority" = "r"."priority" AND "d"."organo_id" = "r"."organo_id"
        THEN "d"."turn"
      ELSE "r"."last" + "r"."place" END
  FROM (
    SELECT "ranked".*, "group"."last", row_number() OVER (
      PARTITION BY "ranked"."adapter", "ranked"."priority", "ranked"."organo_id" ORDER BY "ranked"."sequence") AS "place"
    FROM "ranked" LEFT JOIN "group" USING ("adapter", "priority", "organo_id")
  ) AS "r"
  WHERE ("d"."adapter", "d"."workspace", "d"."channel") = ("r"."adapter", "r"."workspace", "r"."channel")`

/** Looks at what changed or is due since the last time. `true`: perhaps not at all of it. */
export async function lookAtWoken(session: Session, now: Instante): Promise<boolean> {
  const woken = await session.query(WAKE, [now])
  await lookAt(session, destinationsOf(woken), now)
  return Math.max(woken.length, Number(woken[0]?.said ?? 0)) >= AT_ONCE
}

/** Of destinations that are locked: whoever locked them sees here all that was written until then. */
export async function lookAt(session: Session, destinations: Destinations, now: Instante): Promise<void> {
  if (destinations[0].length > 0) await session.query(LOOK, [...destinations, now])
}

export function destinationsOf(rows: readonly Readonly<Record<string, unknown>>[]): Destinations {
  return [
    rows.map(({ adapter }) => String(adapter)),
    rows.map(({ workspace }) => String(workspace)),
    rows.map(({ channel }) => String(channel)),
  ]
}
