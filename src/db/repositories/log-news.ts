import type { Session } from "../client.ts"

/** Any number that nothing else in this database locks. */
const NEWS_LOCK = 1_530_247

/**
 * Reads the log by transactions, not by its sequence: numbers are given when a row is written and rows appear when their
 * transaction commits, so that the last number seen says nothing about the ones before it. Every transaction before
 * the snapshot's `xmin` has ended; those are read, each exactly once. A cursor beyond it belongs to another server
 * (the data were moved, and there transactions are counted anew): what lies past the cursor is read as well.
 */
export function readNews(session: Session, reader: string): Promise<readonly string[]> {
  return session.transaction(async (db) => {
    await db.$executeRaw`SELECT pg_advisory_xact_lock(${NEWS_LOCK}, hashtext(${reader}))`
    const [at] = await db.$queryRaw<readonly { readonly horizon: bigint; readonly read: bigint }[]>`
      SELECT (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint AS "horizon",
        COALESCE((SELECT "transaccion" FROM "log_cursor" WHERE "reader" = ${reader}), 0) AS "read"`
    if (at === undefined) return []
    const rows = await db.$queryRaw<readonly { readonly objeto: string }[]>`
      SELECT DISTINCT "objeto" FROM "evento" WHERE
        ("transaccion" >= ${at.read} AND "transaccion" < ${at.horizon})
        OR (${at.read > at.horizon} AND ("transaccion" >= ${at.read} OR "transaccion" < ${at.horizon}))`
    // Reading the same nothing again costs nothing; writing it down every time would.
    if (rows.length === 0 && at.read <= at.horizon) return []
    await db.logCursor.upsert({
      where: { reader },
      create: { reader, transaccion: at.horizon },
      update: { transaccion: at.horizon },
    })
    return rows.map(({ objeto }) => objeto)
  })
}
