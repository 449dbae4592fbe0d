import type { ChannelFailure, ChannelHealthRepository } from "../../ports/repositories/canal.ts"
import type { Session } from "../base/client.ts"
import { instanteOf, storable } from "../base/values.ts"

interface BrokenRow {
  readonly id: string
  readonly desde: Date
  readonly motivo: string
  readonly alcance: ChannelFailure["scope"]
}

/** Rows are locked in the order of their ids, so that two that mark the same workspace wait for each other. */
export function channelHealthRepository(session: Session): ChannelHealthRepository {
  const db = () => session.queries()
  return {
    async broken() {
      const rows = await db().$queryRaw<readonly BrokenRow[]>`
        SELECT "id", "falla_desde" AS "desde", "falla_motivo" AS "motivo", "falla_alcance"::text AS "alcance"
        FROM "canal" WHERE "falla_desde" IS NOT NULL ORDER BY "clave"`
      return rows.map(failureOf)
    },

    async markBroken({ adapter, workspace = "", channel = "" }, { scope, reason }, now) {
      const marked = await db().$queryRaw<readonly { readonly id: string }[]>`
        WITH "locked" AS (
          SELECT "id" FROM "canal"
          WHERE "adapter" = ${adapter} AND "activo"
            AND (${scope === "platform"} OR "workspace" = ${storable(workspace)})
            AND (${scope !== "destination"} OR "channel" = ${storable(channel)})
          ORDER BY "id" FOR UPDATE
        )
        UPDATE "canal" SET "falla_desde" = ${new Date(now)}::timestamptz, "falla_motivo" = ${storable(reason)},
          "falla_alcance" = ${scope}::"falla_alcance"
        FROM "locked" WHERE "canal"."id" = "locked"."id"
          AND ("falla_desde" IS NULL OR (${scope === "workspace"} AND "falla_alcance" <> 'workspace'))
        RETURNING "canal"."id"`
      return marked.map(({ id }) => id)
    },

    async markWorking({ adapter, workspace = "", channel = "" }) {
      const rows = await db().$queryRaw<readonly BrokenRow[]>`
        WITH "locked" AS (
          SELECT "id", "falla_desde" AS "desde", "falla_motivo" AS "motivo", "falla_alcance"::text AS "alcance"
          FROM "canal"
          WHERE "adapter" = ${adapter} AND "falla_desde" IS NOT NULL
            AND ("falla_alcance" = 'platform' OR ("workspace" = ${storable(workspace)}
              AND ("channel" = ${storable(channel)} OR "falla_alcance" IN ('workspace', 'connection'))))
          ORDER BY "id" FOR UPDATE
        )
        UPDATE "canal" SET "falla_desde" = NULL, "falla_motivo" = NULL, "falla_alcance" = NULL
        FROM "locked" WHERE "canal"."id" = "locked"."id"
        RETURNING "locked".*`
      return rows.map(failureOf)
    },
  }
}

function failureOf({ id, desde, motivo, alcance }: BrokenRow): ChannelFailure {
  return { canalId: id, since: instanteOf(desde), reason: motivo, scope: alcance }
}
