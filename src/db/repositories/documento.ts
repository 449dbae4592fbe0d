import type { Documento } from "../../domain/sesion/documento.ts"
import { nivelDeSesion, nivelEfectivo } from "../../domain/visibilidad/nivel.ts"
import type { DocumentoRepository } from "../../ports/repositories/documento.ts"
import type { Session } from "../base/client.ts"
import { conNivelDePunto, nivelDePunto } from "../base/rows.ts"
import { instanteOf, isUuid, storable } from "../base/values.ts"
import type { Prisma } from "../generated/client.ts"

export function documentoRepository(session: Session): DocumentoRepository {
  const db = () => session.queries()
  return {
    async list(sesionId) {
      const rows = await db().documento.findMany({
        where: { sesionId },
        include: conNivelDePunto,
        orderBy: [{ registradoEn: "asc" }, { id: "asc" }],
      })
      return rows.map(documentoOf)
    },
    async add({ nombre, registradoEn, ...rest }) {
      const data = { ...rest, nombre: storable(nombre), registradoEn: new Date(registradoEn) }
      const [created] = await db().documento.createManyAndReturn({
        data: [data],
        skipDuplicates: true,
        include: conNivelDePunto,
      })
      return created ? documentoOf(created) : null
    },
    async byId(id) {
      if (!isUuid(id)) return null
      const found = await db().documento.findUnique({ where: { id }, include: conNivelDePunto })
      return found && documentoOf(found)
    },
    async difundir(id, difusion) {
      return documentoOf(
        await db().documento.update({ where: { id }, data: { difusion }, include: conNivelDePunto }),
      )
    },
  }
}

function documentoOf({
  registradoEn,
  sesion,
  punto,
  ...rest
}: Prisma.DocumentoGetPayload<{ include: typeof conNivelDePunto }>): Documento {
  const difusion = nivelEfectivo(nivelDeSesion(sesion), nivelDePunto(punto), rest.difusion)
  return { ...rest, difusion, registradoEn: instanteOf(registradoEn) }
}
