import { type DeliveryRepository, type NewDelivery, PRIORITIES } from "../../ports/repositories/deliveries.ts"
import type { Queries, Session } from "../base/client.ts"
import { deliveryOf } from "../base/rows.ts"
import { instanteOf, isUuid, jsonOf, storable } from "../base/values.ts"
import { Prisma } from "../generated/client.ts"
import { sendBudget } from "./budget.ts"
import { claimDeliveries } from "./claim.ts"
import { REPEATABLE, RESTORED } from "./restored.ts"
import { deliveryResults } from "./results.ts"
import { speakingOf } from "./subjects.ts"

const LOST = "Se interrumpió durante el envío; no se sabe si llegó."
const REPEATED = "Se interrumpió antes de la respuesta; se repite."
/** Why a message is no longer sent, by what it was for, and what to do. */
const EXPIRED = {
  edicion: "El mensaje ya es antiguo para actualizarlo en su lugar; queda como se envió.",
  recordatorio: "Pasó su día antes de poder enviarse; el siguiente recordatorio dirá cómo está todo.",
  resumen: "Pasó su momento antes de poder enviarse; reenvíelo para que la institución lo reciba.",
  aviso: "Pasó su momento antes de poder enviarse; si aún hace falta, avise por otro medio.",
  prueba: "La prueba no pudo enviarse a tiempo; repítala.",
} as const

/**
 * States are written out, or the indexes of what is not over would not serve; as text where something is found by its id
 * or key, or one of those indexes might be taken for a shorter way.
 */
const SWEEP = `
  UPDATE "delivery" SET "lease" = NULL, "lease_until" = NULL,
    "keeps_turn" = ${REPEATABLE},
    "state" = CASE WHEN ${REPEATABLE} THEN 'pending' ELSE 'uncertain' END::"delivery_state",
    "reason" = CASE WHEN ${REPEATABLE} THEN $2 ELSE $3 END
  WHERE "state" = 'sending' AND "lease_until" <= $1::timestamptz
  RETURNING "id"::text AS "id"`
const UNCERTAIN = `
  SELECT "id"::text AS "id" FROM "delivery" WHERE "state" = 'uncertain' AND "adapter" = ANY ($2::text[])
  ORDER BY "looked_at" NULLS FIRST, "sequence" LIMIT $1::int`

/** The page that waits for the same person stands for this one too: as urgent as it is, and of use for as long. */
async function waitsAs(
  db: Queries,
  {
    to: { adapter, workspace, channel },
    expiresAt,
    priority,
  }: Required<Pick<NewDelivery, "to" | "expiresAt" | "priority">>,
): Promise<void> {
  const hasta = expiresAt === null ? null : new Date(expiresAt)
  await db.$executeRaw`
    UPDATE "delivery" SET "priority" = least("priority", ${PRIORITIES.indexOf(priority)}::int),
      "expires_at" = CASE WHEN "expires_at" IS NOT NULL AND ${hasta}::timestamptz IS NOT NULL
        THEN greatest("expires_at", ${hasta}::timestamptz) END
    WHERE "forma" = 'portada' AND "state" = 'pending' AND "attempts" = 0
      AND "adapter" = ${adapter} AND "workspace" = ${storable(workspace)} AND "channel" = ${storable(channel)}`
}

export function deliveryRepository(session: Session): DeliveryRepository {
  const db = () => session.queries()
  return {
    async enqueue(
      {
        to,
        card,
        notBefore,
        expiresAt,
        why,
        asuntos,
        modelo,
        editsId,
        pinsId,
        lookSince,
        forma,
        priority,
        ...delivery
      },
      now,
    ) {
      const doubtful = lookSince
        ? ({ state: "uncertain", reason: RESTORED, lookSince: new Date(lookSince) } as const)
        : {}
      const { count } = await db().delivery.createMany({
        data: [
          {
            ...delivery,
            ...doubtful,
            ...to,
            key: storable(delivery.key),
            card: jsonOf(card),
            notBefore: new Date(notBefore),
            expiresAt: expiresAt === null ? null : new Date(expiresAt),
            why: storable(why),
            asuntos: [...new Set(asuntos)],
            editsId: editsId ?? null,
            pinsId: pinsId ?? null,
            forma: forma ?? "mensaje",
            priority: PRIORITIES.indexOf(priority ?? "respuesta"),
            modelo: modelo ? jsonOf(modelo) : Prisma.DbNull,
            createdAt: new Date(now),
          },
        ],
        skipDuplicates: true,
      })
      if (count === 1) return "created"
      if (forma === "portada") await waitsAs(db(), { to, expiresAt, priority: priority ?? "respuesta" })
      return "exists"
    },

    claim: (options) => claimDeliveries(session, options),

    ...deliveryResults(session),
    ...sendBudget(session),

    async rewrite(id, lease, { card, modelo }) {
      if (!isUuid(lease)) return false
      const { count } = await db().delivery.updateMany({
        where: { id, lease, state: "sending", receipts: { equals: [] } },
        data: { card: jsonOf(card), modelo: modelo === null ? Prisma.DbNull : jsonOf(modelo) },
      })
      return count === 1
    },

    async amendWaiting(key, change) {
      // Whoever claims skips what is locked, and finds it changed afterwards.
      const [locked] = await session.query(
        `SELECT "id" FROM "delivery" WHERE "key" = $1 AND "state"::text = 'pending' AND "receipts" = '[]' FOR UPDATE`,
        [storable(key)],
      )
      const found = locked && (await db().delivery.findUnique({ where: { key: storable(key) } }))
      if (!found) return false
      const { card, modelo } = change(deliveryOf(found))
      const data = { card: jsonOf(card), modelo: modelo ? jsonOf(modelo) : Prisma.DbNull }
      await db().delivery.update({ where: { id: found.id }, data })
      return true
    },

    async postpone(id, lease, notBefore, reason, turn = "yield") {
      if (!isUuid(lease)) return false
      const changed = await db().$executeRaw`
        UPDATE "delivery" SET
          "state" = 'pending', "lease" = NULL, "lease_until" = NULL,
          "not_before" = ${new Date(notBefore)}::timestamptz, "reason" = ${storable(reason)},
          "keeps_turn" = (${turn === "keep"} OR "receipts" <> '[]'::jsonb),
          "attempts" = "attempts" - ${turn === "yield" ? 1 : 0}::int
        WHERE "id" = ${id}::uuid AND "lease" = ${lease}::uuid`
      return changed === 1
    },

    async sweepLostLeases(now) {
      const lost = (await session.query(SWEEP, [now, REPEATED, LOST])).map(({ id }) => String(id))
      if (lost.length === 0) return []
      const rows = await db().delivery.findMany({ where: { id: { in: lost }, state: "uncertain" } })
      return rows.map(deliveryOf)
    },

    async expire(now) {
      const instant = new Date(now)
      return db().$executeRaw`
        UPDATE "delivery" SET
          "state" = 'expired', "finished_at" = ${instant}::timestamptz,
          "lease" = NULL, "lease_until" = NULL, "keeps_turn" = false,
          "reason" = CASE WHEN "edits_id" IS NOT NULL THEN ${EXPIRED.edicion}
            ELSE ${EXPIRED}::jsonb ->> "purpose"::text END
        WHERE "state" = 'pending' AND "expires_at" <= ${instant}::timestamptz`
    },

    async uncertain(limit, adapters) {
      const ids = (await session.query(UNCERTAIN, [String(limit), adapters])).map(({ id }) => String(id))
      if (ids.length === 0) return []
      const rows = await db().delivery.findMany({
        where: { id: { in: ids }, state: "uncertain" },
        orderBy: { sequence: "asc" },
      })
      return rows.map(deliveryOf)
    },

    async lookedFor(id, now) {
      await db().$executeRaw`
        UPDATE "delivery" SET "looked_at" = ${new Date(now)}::timestamptz,
          "first_looked_at" = coalesce("first_looked_at", ${new Date(now)}::timestamptz)
        WHERE "id" = ${id}::uuid AND "state"::text = 'uncertain'`
    },

    async resolveUncertain(id, result, now) {
      if (!isUuid(id)) return false
      const ended = result.kind === "found" && result.last
      const more = result.kind === "found" && !result.last
      const found = JSON.stringify(jsonOf(result.kind === "found" ? [result.receipt] : []))
      const instant = new Date(now)
      const changed = await db().$executeRaw`
        UPDATE "delivery" SET
          "receipts" = "receipts" || ${found}::jsonb,
          "state" = CASE WHEN ${ended} THEN 'accepted' WHEN ${more} AND "look_since" IS NOT NULL THEN 'uncertain'
            ELSE 'pending' END::"delivery_state",
          "finished_at" = CASE WHEN ${ended} THEN ${instant}::timestamptz END,
          "not_before" = CASE WHEN ${ended} THEN "not_before" ELSE ${instant}::timestamptz END,
          "first_looked_at" = NULL, "looked_at" = NULL,
          "reason" = CASE WHEN ${more} AND "look_since" IS NOT NULL THEN "reason" END,
          "look_since" = CASE WHEN ${more} THEN "look_since" END
        WHERE "id" = ${id}::uuid AND "state"::text = 'uncertain'`
      return changed === 1
    },

    async restored() {
      const last = await db().restauracion.findFirst({ orderBy: { restauradoEn: "desc" } })
      return last && { since: instanteOf(last.tomadoEn), at: instanteOf(last.restauradoEn) }
    },

    async list({ states, organoId, limit }) {
      const rows = await db().delivery.findMany({
        where: {
          ...(states !== undefined && { state: { in: [...states] } }),
          ...(organoId !== undefined && { organoId }),
        },
        orderBy: { sequence: "desc" },
        take: limit,
      })
      return rows.map(deliveryOf)
    },

    async byKey(key) {
      const found = await db().delivery.findUnique({ where: { key: storable(key) } })
      return found && deliveryOf(found)
    },

    async byId(id) {
      if (!isUuid(id)) return null
      const found = await db().delivery.findUnique({ where: { id } })
      return found && deliveryOf(found)
    },

    async edits(id) {
      const rows = await db().delivery.findMany({ where: { editsId: id }, orderBy: { sequence: "asc" } })
      return rows.map(deliveryOf)
    },

    async enCalendarios(organoId) {
      const where = { organoId, forma: "evento" }
      return (await db().delivery.findMany({ where, orderBy: { sequence: "asc" } })).map(deliveryOf)
    },

    speakingOf: (asuntos, since) => speakingOf(session, asuntos, since),
  }
}
