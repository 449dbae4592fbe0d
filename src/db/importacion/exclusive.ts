import type { Queries, Session } from "../base/client.ts"

const ATTEMPTS = 3

/** A body with decades of sessions is read, compared and written in one go, also on a slow disk. */
const TIMEOUT_MS = 5 * 60_000

/** One import at a time: two at once would both find a record missing. Whoever only reads or refers to bodies goes on. */
export async function lockForImport(queries: Queries): Promise<void> {
  await queries.$executeRaw`LOCK TABLE "organo" IN SHARE ROW EXCLUSIVE MODE`
}

/** A transaction on a snapshot taken once no other import runs: what changes meanwhile is not written over, it fails. */
export async function exclusive<T>(session: Session, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await session.transaction(async (queries) => {
        await queries.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`
        // The snapshot is taken by the first statement that reads, and locking reads nothing.
        await lockForImport(queries)
        return await work()
      }, TIMEOUT_MS)
    } catch (error) {
      if (attempt === ATTEMPTS || !changedMeanwhile(error)) throw error
    }
  }
}

/** SQLSTATE 40001, serialization failure; P2034 where Prisma translates it. */
function changedMeanwhile(error: unknown): boolean {
  const code: unknown = Reflect.get(Object(error), "code")
  return code === "P2034" || /\b40001\b/.test(String(error))
}
