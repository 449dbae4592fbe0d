import type { Documento } from "../../domain/sesion/documento.ts"
import type { DocumentoRepository } from "../../ports/repositories/documento.ts"
import type { Session } from "../base/client.ts"
import { instanteOf, storable } from "../base/values.ts"
import type * as row from "../generated/client.ts"

export function documentoRepository(session: Session): DocumentoRepository {
  const db = () => session.queries()
  return {
    async list(sesionId) {
      const rows = await db().documento.findMany({
        where: { sesionId },
        orderBy: [{ registradoEn: "asc" }, { id: "asc" }],
      })
      return rows.map(documentoOf)
    },
    async add({ nombre, registradoEn, ...rest }) {
      const data = { ...rest, nombre: storable(nombre), registradoEn: new Date(registradoEn) }
      const [created] = await db().documento.createManyAndReturn({ data: [data], skipDuplicates: true })
      return created ? documentoOf(created) : null
    },
  }
}

function documentoOf({ registradoEn, ...rest }: row.Documento): Documento {
  return { ...rest, registradoEn: instanteOf(registradoEn) }
}
