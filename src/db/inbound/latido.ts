import type { LatidoRepository } from "../../ports/diagnostico.ts"
import type { Session } from "../base/client.ts"

/** By the database's clock alone: those of several machines need not agree. */
export function latidoRepository(session: Session): LatidoRepository {
  return {
    async latir() {
      await session.query(
        `INSERT INTO "latido" ("id", "en") VALUES (1, now()) ON CONFLICT ("id") DO UPDATE SET "en" = now()`,
        [],
      )
    },
    async edad() {
      const [row] = await session.query(
        `SELECT extract(epoch FROM now() - "en") * 1000 AS "ms" FROM "latido"`,
        [],
      )
      return row === undefined ? null : Number(row.ms)
    },
  }
}
