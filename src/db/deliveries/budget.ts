import type { DeliveryRepository } from "../../ports/repositories/deliveries.ts"
import type { Session } from "../base/client.ts"

/**
 * The row says when the next send may leave. What nobody used is not saved up, but for the one that is due now: a second
 * after a pause takes no more than any other. `$3`: milliseconds between two; `$4`: how many.
 */
const RESERVE = `
  INSERT INTO "send_budget" AS "b" ("adapter", "workspace", "free_at")
  VALUES ($1, $2, clock_timestamp() + $3::float8 * $4::int * interval '1 millisecond')
  ON CONFLICT ("adapter", "workspace") DO UPDATE SET
    "free_at" = greatest("b"."free_at", clock_timestamp() - $3::float8 * interval '1 millisecond')
      + $3::float8 * $4::int * interval '1 millisecond'
  RETURNING extract(epoch FROM "free_at" - clock_timestamp()) * 1000 - $3::float8 * $4::int AS "wait"`

export function sendBudget(session: Session): Pick<DeliveryRepository, "reserveSends"> {
  return {
    async reserveSends({ adapter, workspace, everyMs, sends }) {
      const [row] = await session.query(RESERVE, [adapter, workspace, String(everyMs), String(sends)])
      return Number(row?.wait)
    },
  }
}
