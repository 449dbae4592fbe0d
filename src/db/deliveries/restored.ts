import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { SqlConnection } from "../engine/migrate.ts"

export const RESTORED =
  "Se restauró un respaldo y pudo haberse enviado después de tomarlo: se busca en su plataforma antes de enviarlo."

/** What may leave twice without harm: it leaves as it is the thing that was there already. */
export const REPEATABLE = `("edits_id" IS NOT NULL OR "pins_id" IS NOT NULL OR "forma" <> 'mensaje')`

/**
 * A backup does not know what left after it was taken. Whatever was due by now is in doubt: it is looked for where it
 * should be, part by part, and leaves only if it is certainly not there; where nobody can look, the Secretaría Técnica
 * decides. What is due later has not left, and an edit, a pin, a page or an event, which is looked for before it is made, may be repeated. Returns how many are in doubt.
 */
export async function doubtDeliveries(
  connection: SqlConnection,
  { since, now }: { readonly since: Instante; readonly now: Instante },
): Promise<number> {
  const rows = await connection.rows(
    `UPDATE "delivery" SET
       "state" = 'uncertain', "reason" = $3, "lease" = NULL, "lease_until" = NULL, "keeps_turn" = false,
       "look_since" = CASE WHEN "state" = 'uncertain' THEN "created_at" ELSE $1::timestamptz END
     WHERE ("state" IN ('sending', 'uncertain') OR ("state" = 'pending' AND "not_before" <= $2::timestamptz))
       AND NOT ${REPEATABLE}
     RETURNING "id"`,
    [since, now, RESTORED],
  )
  return rows.length
}
