import type { SolicitudVinculacion } from "../../domain/tipos/directorio.ts"
import type { VinculacionRepository } from "../../ports/repositories/directorio.ts"
import type { Session } from "../base/client.ts"
import { instanteOf, instanteOrNull, storable } from "../base/values.ts"
import type * as row from "../generated/client.ts"

export function vinculacionRepository(session: Session): VinculacionRepository {
  const db = () => session.queries()
  return {
    async request({ workspace, user, creadaEn, ...rest }) {
      const cuenta = { adapter: rest.adapter, workspace: storable(workspace), user: storable(user) }
      await db().solicitudVinculacion.updateMany({
        where: { ...cuenta, organoId: rest.organoId, estado: "pendiente" },
        data: { estado: "sustituida", resueltaEn: new Date(creadaEn) },
      })
      const data = { ...rest, ...cuenta, estado: "pendiente", creadaEn: new Date(creadaEn) } as const
      return solicitudOf(await db().solicitudVinculacion.create({ data }))
    },
    async byNumero(organoId, numero) {
      const found = await db().solicitudVinculacion.findFirst({ where: { organoId, numero } })
      return found && solicitudOf(found)
    },
    async pendientes(organoId) {
      const rows = await db().solicitudVinculacion.findMany({
        where: { organoId, estado: "pendiente" },
        orderBy: { numero: "asc" },
      })
      return rows.map(solicitudOf)
    },
    async resolve(id, resuelta, now) {
      const { count } = await db().solicitudVinculacion.updateMany({
        where: { id, estado: "pendiente" },
        data: { ...resuelta, resueltaEn: new Date(now) },
      })
      return count === 1
    },
    async giveCode({ venceEn, ...rest }, now) {
      const creadoEn = new Date(now)
      await db().codigoPersonal.updateMany({
        where: { personaId: rest.personaId, cerradoEn: null },
        data: { cerradoEn: creadoEn },
      })
      await db().codigoPersonal.create({ data: { ...rest, venceEn: new Date(venceEn), creadoEn } })
    },
    async useCode(huella, now) {
      const [found] = await db().codigoPersonal.updateManyAndReturn({
        where: { huella, cerradoEn: null, venceEn: { gt: new Date(now) } },
        data: { cerradoEn: new Date(now) },
      })
      if (!found) return null
      const { id, personaId, organoId, venceEn } = found
      return { id, personaId, organoId, venceEn: instanteOf(venceEn) }
    },
  }
}

function solicitudOf({ creadaEn, resueltaEn, ...rest }: row.SolicitudVinculacion): SolicitudVinculacion {
  return { ...rest, creadaEn: instanteOf(creadaEn), resueltaEn: instanteOrNull(resueltaEn) }
}
