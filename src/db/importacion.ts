import type { ImportRepository } from "../ports/importacion.ts"
import type { Session } from "./client.ts"
import { applyDocument } from "./importacion/apply.ts"
import { exportDocument } from "./importacion/export.ts"

/** Whole documents in and out, each in one transaction. */
export function createImportRepository(session: Session): ImportRepository {
  return {
    apply: (documento, now) => session.transaction((queries) => applyDocument(queries, documento, now)),
    export: () => session.transaction((queries) => exportDocument(queries)),
    async known() {
      const queries = session.queries()
      const [organos, instituciones, personas] = [
        await queries.organo.findMany({ select: { clave: true } }),
        await queries.institucion.findMany({ select: { siglas: true } }),
        await queries.persona.findMany({ select: { clave: true } }),
      ]
      return {
        organos: organos.map(({ clave }) => clave),
        instituciones: instituciones.map(({ siglas }) => siglas),
        personas: personas.map(({ clave }) => clave),
      }
    },
  }
}
