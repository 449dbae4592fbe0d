import { eventually } from "./eventually.ts"
import { Sql } from "./sql.ts"

/**
 * Acts that really cross: while the rows that `lock` selects (`… FOR UPDATE`) are held, every act reads them as they are
 * and then waits to write; they are let go when all of them wait. Needs no luck and no pause.
 */
export async function aLaVez<T>(
  databaseUrl: string,
  lock: string,
  acts: readonly (() => Promise<T>)[],
): Promise<readonly T[]> {
  const holder = await Sql.connect(databaseUrl)
  const watcher = await Sql.connect(databaseUrl)
  try {
    await holder.run("BEGIN")
    await holder.rows(lock)
    const answers = Promise.all(acts.map((act) => act()))
    const waiting = () =>
      watcher.rows(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      )
    await Promise.race([eventually(waiting, (rows) => rows.length === acts.length), answers])
    await holder.run("COMMIT")
    return await answers
  } finally {
    await holder.close()
    await watcher.close()
  }
}
