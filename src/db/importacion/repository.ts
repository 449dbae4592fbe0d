import type { ImportRepository } from "../../ports/repositories/importacion.ts"
import type { Session } from "../base/client.ts"
import { applyDocument } from "./apply.ts"
import { exclusive } from "./exclusive.ts"
import { readExisting } from "./existing.ts"
import { exportDocument } from "./export.ts"

/** Whole documents in and out, each in one transaction. */
export function createImportRepository(session: Session): ImportRepository {
  return {
    async exclusive(work) {
      const done = await exclusive(session, work)
      // On its snapshot it could not see the last link of the chain.
      await session.query(`SELECT "sellar_pendientes"()`, [])
      return done
    },
    apply: (documento, now) =>
      session.transaction((queries) => applyDocument(queries, documento, { now, origen: session.origen() })),
    export: () => session.transaction((queries) => exportDocument(queries)),
    existing: (documento) => session.transaction((queries) => readExisting(queries, documento)),
  }
}
