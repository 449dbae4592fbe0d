import type { DeliveryRepository } from "../../ports/repositories/deliveries.ts"
import type { Session } from "../base/client.ts"

/**
 * The row says when the next send may leave. It is taken when it is time and not before, so that a process which dies has
 * kept nothing from the others. What nobody used is not saved up, but for one that leaves a little late: a second after a
 * pause takes no more than any other. `$3`: milliseconds between two; `$4`: how many.
 */
const TAKE = `
  WITH "taken" AS (
    INSERT INTO "send_budget" AS "b" ("adapter", "workspace", "free_at")
    VALUES ($1, $2, clock_timestamp() + $3::float8 * $4::int * interval '1 millisecond')
    ON CONFLICT ("adapter", "workspace") DO UPDATE SET
      "free_at" = greatest("b"."free_at", clock_timestamp() - $3::float8 * interval '1 millisecond')
        + $3::float8 * $4::int * interval '1 millisecond'
      WHERE "b"."free_at" <= clock_timestamp()
    RETURNING 1
  )
  SELECT EXISTS (SELECT FROM "taken") AS "taken", (
    SELECT extract(epoch FROM "free_at" - clock_timestamp()) * 1000 FROM "send_budget"
    WHERE "adapter" = $1 AND "workspace" = $2)::float8 AS "after"`

export function sendBudget(session: Session): Pick<DeliveryRepository, "takeSends"> {
  return {
    async takeSends({ adapter, workspace, everyMs, sends }) {
      const [row] = await session.query(TAKE, [adapter, workspace, String(everyMs), String(sends)])
      if (row?.taken === true) return { kind: "taken" }
      // What was read may be from before another took it: then it is that one's time that is told.
      return { kind: "wait", after: Math.max(Number(row?.after ?? 0), everyMs / 4) }
    },
  }
}
