import type { ImportRepository } from "../ports/importacion.ts"
import type { Session } from "./client.ts"
import { applyDocument } from "./importacion/apply.ts"
import { readExisting } from "./importacion/existing.ts"
import { exportDocument } from "./importacion/export.ts"

/** Whole documents in and out, each in one transaction. */
export function createImportRepository(session: Session): ImportRepository {
  return {
    apply: (documento, now) => session.transaction((queries) => applyDocument(queries, documento, now)),
    export: () => session.transaction((queries) => exportDocument(queries)),
    existing: (documento) => session.transaction((queries) => readExisting(queries, documento)),
  }
}
