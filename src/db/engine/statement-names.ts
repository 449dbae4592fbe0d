import type { SqlQuery } from "@prisma/driver-adapter-utils"

/** What the program asks again and again has fewer shapes; each connection keeps the plan of each. */
const MOST = 400
/** Shapes remembered as asked once. */
const MOST_SEEN = 2_000

/**
 * Names for the statements that are prepared: the server reads and plans a named one once on each connection, which is
 * half of what a short question costs it. Only what is asked a second time gets one, as a list of ids makes a shape of its
 * own for each length; without a name (`undefined`) a statement is planned for that time alone.
 */
export function statementNames(most = MOST): (query: Pick<SqlQuery, "sql">) => string | undefined {
  const names = new Map<string, string>()
  const seen = new Set<string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined || names.size >= most) return known
    if (!seen.delete(sql)) {
      if (seen.size >= MOST_SEEN) seen.clear()
      seen.add(sql)
      return undefined
    }
    const name = `plenaria_${names.size}`
    names.set(sql, name)
    return name
  }
}
