import type {
  DeliveryReviewRepository,
  LiveDeliveries,
  ReviewedState,
} from "../../ports/repositories/delivery-review.ts"
import type { Session } from "../base/client.ts"
import { deliveryOf } from "../base/rows.ts"
import { instanteOf, instanteOrNull, isUuid, storable } from "../base/values.ts"
import { Prisma } from "../generated/client.ts"

/** A reference that fits more than these is of no use to anybody. */
const MAX_SAME_ENDING = 5
/** How many of the latest deliveries tell when a platform last took one. */
const LATEST = 2_000
const WAITING_FOR = `
  SELECT "adapter", "workspace", min("not_before") AS "since" FROM "delivery"
  WHERE "state" = 'pending' AND "not_before" <= $1::timestamptz GROUP BY 1, 2`
/** In two, since a state that is written out by itself has an index of what is in it. */
const WAITING = `
  SELECT "adapter", sum("n")::int AS "waiting", min("oldest") AS "oldest" FROM (
    SELECT "adapter", count(*) AS "n", min("not_before") AS "oldest" FROM "delivery"
    WHERE "state" = 'pending' AND "not_before" <= $1::timestamptz
      AND ("adapter", "workspace") NOT IN (SELECT * FROM unnest($2::text[], $3::text[])) GROUP BY 1
    UNION ALL
    SELECT "adapter", count(*), min("not_before") FROM "delivery"
    WHERE "state" = 'sending' AND "not_before" <= $1::timestamptz
      AND ("adapter", "workspace") NOT IN (SELECT * FROM unnest($2::text[], $3::text[])) GROUP BY 1
  ) AS "each" GROUP BY 1`

const LIVE: readonly LiveDeliveries["state"][] = ["pending", "sending", "uncertain", "rejected"]
const OF_LIVE = LIVE.map(
  (state) => `
  SELECT '${state}' AS "state", "adapter", "workspace", count(*)::int AS "count", min("not_before") AS "oldest"
  FROM "delivery" WHERE "state" = '${state}' AND "not_before" <= $1::timestamptz
    ${state === "rejected" ? `AND "forma" <> 'portada'` : ""} GROUP BY 2, 3`,
).join(" UNION ALL ")

export function deliveryReviewRepository(session: Session): DeliveryReviewRepository {
  const db = () => session.queries()
  return {
    async page({ organoId, any, offset, limit }) {
      const counts = await Promise.all(
        any.map((one) => db().delivery.count({ where: { organoId, ...REVIEWED, ...whereOf(one) } })),
      )
      const rows: Parameters<typeof deliveryOf>[0][] = []
      let skip = offset
      for (const [i, one] of any.entries()) {
        const count = counts[i] ?? 0
        const take = limit - rows.length
        if (take > 0 && skip < count) {
          const where = { organoId, ...REVIEWED, ...whereOf(one) }
          rows.push(...(await db().delivery.findMany({ where, orderBy: { sequence: "desc" }, skip, take })))
        }
        skip = Math.max(0, skip - count)
      }
      return { total: counts.reduce((sum, count) => sum + count, 0), deliveries: rows.map(deliveryOf) }
    },

    async byEnding(organoId, ending) {
      const found = await db().$queryRaw<readonly { readonly id: string }[]>`
        SELECT "id" FROM "delivery"
        WHERE right("id"::text, 6) = right(${ending}, 6) AND right("id"::text, length(${ending})) = ${ending}
          AND "organo_id" = ${organoId}::uuid AND "forma" <> 'portada'
        LIMIT ${MAX_SAME_ENDING}`
      const rows = await db().delivery.findMany({ where: { id: { in: found.map(({ id }) => id) } } })
      return rows.map(deliveryOf)
    },

    async lock(id) {
      if (!isUuid(id)) return null
      await db().$queryRaw`SELECT "id" FROM "delivery" WHERE "id" = ${id}::uuid FOR UPDATE`
      const found = await db().delivery.findUnique({ where: { id } })
      return found && deliveryOf(found)
    },

    async resend(id, from, { to, fromTheStart, expiresAt }, now) {
      if (!isUuid(id)) return false
      const changed = await db().$executeRaw`
        UPDATE "delivery" SET
          "state" = 'pending', "attempts" = 0, "reason" = NULL, "finished_at" = NULL, "look_since" = NULL,
          "not_before" = ${new Date(now)}::timestamptz,
          "expires_at" = ${expiresAt === null ? null : new Date(expiresAt)}::timestamptz,
          "adapter" = ${to.adapter}, "workspace" = ${to.workspace}, "channel" = ${to.channel},
          "receipts" = CASE WHEN ${fromTheStart} THEN '[]'::jsonb ELSE "receipts" END,
          "keeps_turn" = ("receipts" <> '[]'::jsonb AND NOT ${fromTheStart}),
          "first_looked_at" = NULL, "looked_at" = NULL
        WHERE "id" = ${id}::uuid AND "state" = ${from}::"delivery_state"`
      return changed === 1
    },

    async discard(id, from, reason, now) {
      if (!isUuid(id)) return false
      const { count } = await db().delivery.updateMany({
        where: { id, state: from },
        data: { state: "cancelled", keepsTurn: false, reason: storable(reason), finishedAt: new Date(now) },
      })
      return count === 1
    },

    async discardWaiting({ adapter, workspace, channel }, reason, now) {
      const place = Prisma.sql`"adapter" = ${adapter} AND "workspace" = ${storable(workspace)}
        AND "channel" = ${storable(channel)} AND "edits_id" IS NULL AND "pins_id" IS NULL
        AND "forma" = 'mensaje'`
      const over = Prisma.sql`UPDATE "delivery" SET "state" = 'cancelled', "keeps_turn" = false,
        "reason" = ${storable(reason)}, "finished_at" = ${new Date(now)}::timestamptz`
      const waiting = await db().$executeRaw`${over} WHERE "state" = 'pending' AND ${place}`
      return waiting + (await db().$executeRaw`${over} WHERE "state" = 'uncertain' AND ${place}`)
    },

    async byAdapter(now, except = []) {
      const [waiting, accepted] = await Promise.all([
        session.query(WAITING, [
          now,
          except.map(({ adapter }) => adapter),
          except.map(({ workspace }) => workspace),
        ]),
        // By number, newest first: finished deliveries are many, and this is asked every few seconds.
        db().$queryRaw<readonly { readonly adapter: string; readonly last: Date }[]>`
          SELECT "adapter", max("finished_at") AS "last" FROM (
            SELECT "adapter", "finished_at", "state" FROM "delivery" ORDER BY "sequence" DESC LIMIT ${LATEST}
          ) AS "latest" WHERE "state" = 'accepted' GROUP BY "adapter"`,
      ])
      const last = new Map(accepted.map((row) => [row.adapter, instanteOf(row.last)]))
      const due = new Map(waiting.map((row) => [String(row.adapter), row]))
      return new Map(
        [...new Set([...last.keys(), ...due.keys()])].map((adapter) => [
          adapter,
          {
            waiting: Number(due.get(adapter)?.waiting ?? 0),
            oldestDue: instanteOrNull((due.get(adapter)?.oldest ?? null) as Date | null),
            lastAccepted: last.get(adapter) ?? null,
          },
        ]),
      )
    },

    async pageRefused(since) {
      const found = await db().delivery.findFirst({
        where: { state: "rejected", forma: "portada", finishedAt: { gte: new Date(since) } },
        orderBy: { finishedAt: "desc" },
        select: { reason: true },
      })
      return found?.reason ?? null
    },

    async live(now) {
      const rows = await session.query(OF_LIVE, [now])
      return rows.map(({ state, adapter, workspace, count, oldest }) => ({
        // The question was for these alone.
        state: state as LiveDeliveries["state"],
        adapter: String(adapter),
        workspace: String(workspace),
        count: Number(count),
        oldest: instanteOf(oldest as Date),
      }))
    },

    async waitingFor(now) {
      const rows = await session.query(WAITING_FOR, [now])
      return rows.map(({ adapter, workspace, since }) => ({
        adapter: String(adapter),
        workspace: String(workspace),
        since: instanteOf(since as Date),
      }))
    },

    async lastAccepted(canalIds) {
      const rows = await db().delivery.groupBy({
        by: ["canalId"],
        where: { canalId: { in: [...canalIds] }, state: "accepted" },
        _max: { finishedAt: true },
      })
      return new Map(
        rows.flatMap(({ canalId, _max }) =>
          _max.finishedAt ? [[canalId, instanteOf(_max.finishedAt)]] : [],
        ),
      )
    },
  }
}

/** A person's own page concerns nobody else, and the next one makes up for it. */
const REVIEWED = { forma: { not: "portada" } } as const

function whereOf({ state, since, due, canalIds }: ReviewedState): Prisma.DeliveryWhereInput {
  return {
    state,
    ...(since !== undefined && { finishedAt: { gte: new Date(since) } }),
    ...(due !== undefined && { notBefore: { lte: new Date(due) } }),
    ...(canalIds !== undefined && { canalId: { in: [...canalIds] } }),
  }
}
