import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Delivery } from "../../ports/repositories/deliveries.ts"
import type { Session } from "../base/client.ts"
import { deliveryOf } from "../base/rows.ts"
import { storable } from "../base/values.ts"
import { Prisma } from "../generated/client.ts"

/** Subjects looked for at once: an import may change many thousands. */
const CHUNK = 500

export async function speakingOf(
  session: Session,
  asuntos: readonly string[],
  since: Instante,
): Promise<readonly Delivery[]> {
  const found = new Map<bigint, Delivery>()
  for (let from = 0; from < asuntos.length; from += CHUNK) {
    const rows = await session.queries().delivery.findMany({
      where: {
        editsId: null,
        modelo: { not: Prisma.DbNull },
        asuntos: { hasSome: asuntos.slice(from, from + CHUNK).map(storable) },
        OR: [
          { state: "accepted", finishedAt: { gte: new Date(since) } },
          { state: { in: ["sending", "uncertain"] } },
          { state: "pending", NOT: { receipts: { equals: [] } } },
        ],
      },
    })
    for (const row of rows) found.set(row.sequence, deliveryOf(row))
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, delivery]) => delivery)
}
