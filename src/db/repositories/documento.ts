import type { Documento } from "../../domain/sesion/documento.ts"
import { nivelDeSesion, nivelEfectivo } from "../../domain/visibilidad/nivel.ts"
import type { DocumentoRepository, InvitacionRepository } from "../../ports/repositories/documento.ts"
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

const DE_SU_SESION = { punto: { select: { sesionId: true } } } as const

export function invitacionRepository(session: Session): InvitacionRepository {
  const db = () => session.queries().invitacion
  const read = async (where: Prisma.InvitacionWhereInput) => {
    const orderBy = [{ creadaEn: "asc" }, { id: "asc" }] as const
    const rows = await db().findMany({ where, include: DE_SU_SESION, orderBy: [...orderBy] })
    return rows.map(({ punto, creadaEn, ...rest }) => ({
      ...rest,
      sesionId: punto.sesionId,
      creadaEn: instanteOf(creadaEn),
    }))
  }
  return {
    list: (sesionId) => read({ punto: { sesionId } }),
    de: (organoId, institucionIds) =>
      read({ punto: { sesion: { organoId } }, institucionId: { in: [...institucionIds] } }),
    async invitar({ creadaEn, ...rest }) {
      const data = [{ ...rest, creadaEn: new Date(creadaEn) }]
      return (await db().createMany({ data, skipDuplicates: true })).count === 1
    },
    async retirar(puntoId, institucionId) {
      return (await db().deleteMany({ where: { puntoId, institucionId } })).count === 1
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
