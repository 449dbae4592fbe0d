import { CONSULTA } from "../../domain/mensaje/hechos.ts"
import type { News } from "../../ports/repositories/bitacora.ts"
import type { Queries } from "../base/client.ts"

/**
 * Reads the log by transactions, not by its sequence: numbers are given when a row is written and rows appear when their
 * transaction commits, so that the last number seen says nothing about the ones before it. Every transaction before
 * the snapshot's `xmin` has ended, and everything that those wrote is there.
 */
export async function readNews(db: Queries, reader: string): Promise<News> {
  const [at] = await db.$queryRaw<readonly { readonly from: bigint; readonly to: bigint }[]>`
    SELECT COALESCE((SELECT "transaccion" FROM "log_cursor" WHERE "reader" = ${reader}), 0) AS "from",
      (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint AS "to"`
  if (at === undefined) throw new Error("the database has no snapshot")
  const { from, to } = at
  // A cursor beyond the present belongs to another server: the data were moved, and there transactions count anew.
  const rows = await (from <= to
    ? db.$queryRaw<readonly Found[]>`SELECT DISTINCT "objeto", "organo_id"::text AS "organo" FROM "evento"
        WHERE "transaccion" >= ${from} AND "transaccion" < ${to} AND "tipo" <> ${CREATED}
          AND "objeto" NOT LIKE 'entrega:%' AND "objeto" NOT LIKE ${ASKED}`
    : db.$queryRaw<readonly Found[]>`SELECT DISTINCT "objeto", "organo_id"::text AS "organo" FROM "evento"
        WHERE ("transaccion" >= ${from} OR "transaccion" < ${to}) AND "tipo" <> ${CREATED}
          AND "objeto" NOT LIKE 'entrega:%' AND "objeto" NOT LIKE ${ASKED}`)
  const objetos = [...new Set(rows.map(({ objeto }) => objeto))]
  const organos = [...new Set(rows.flatMap(({ organo }) => organo ?? []))]
  return { objetos, organos, from, to }
}

/** Only from where it was read: whoever was faster has read at least as much. */
export async function markRead(db: Queries, reader: string, { from, to }: News): Promise<void> {
  if (from === to) return
  const { count } = await db.logCursor.updateMany({
    where: { reader, transaccion: from },
    data: { transaccion: to },
  })
  if (count > 0 || from !== 0n) return
  await db.logCursor.createMany({ data: [{ reader, transaccion: to }], skipDuplicates: true })
}

/** What somebody was told: the same as before. */
const ASKED = `${CONSULTA}%`
const CREATED = "importacion.alta"
interface Found {
  readonly objeto: string
  readonly organo: string | null
}
