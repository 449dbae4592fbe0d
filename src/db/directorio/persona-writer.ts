import type { DirectorioWriter } from "../../ports/repositories/directorio.ts"
import type { Session } from "../base/client.ts"
import { designacionOf, personaOf } from "../base/rows.ts"
import { dateOf, dateOrNull, instanteOf, isUuid, storable } from "../base/values.ts"

type PersonaWriter = Pick<
  DirectorioWriter,
  | "createPersona"
  | "updatePersona"
  | "personas"
  | "createDesignacion"
  | "endDesignacion"
  | "designaciones"
  | "designacion"
  | "puestos"
  | "link"
  | "suspender"
  | "cuentas"
>

export function personaWriter(session: Session): PersonaWriter {
  const db = () => session.queries()
  return {
    async createPersona(persona) {
      const [created] = await db().persona.createManyAndReturn({ data: [persona], skipDuplicates: true })
      return created ? personaOf(created) : null
    },
    async updatePersona(id, changes) {
      await db().persona.update({ where: { id }, data: changes })
    },
    async personas(deOrganos) {
      const where = deOrganos && {
        OR: [
          { designaciones: { some: { organoId: { in: [...deOrganos] } } } },
          { designaciones: { none: {} } },
        ],
      }
      const rows = await db().persona.findMany({
        ...(where ? { where } : {}),
        orderBy: [{ nombre: "asc" }, { clave: "asc" }],
      })
      return rows.map(personaOf)
    },
    async createDesignacion({ desde, hasta, ...rest }) {
      const data = { ...rest, desde: dateOf(desde), hasta: dateOrNull(hasta) }
      const [created] = await db().designacion.createManyAndReturn({ data: [data], skipDuplicates: true })
      return created ? designacionOf(created) : null
    },
    async endDesignacion(id, hasta) {
      await db().designacion.update({ where: { id }, data: { hasta: dateOf(hasta) } })
    },
    async designaciones(organoId) {
      const rows = await db().designacion.findMany({
        where: { organoId },
        orderBy: [{ desde: "asc" }, { id: "asc" }],
      })
      return rows.map(designacionOf)
    },
    async designacion(id) {
      if (!isUuid(id)) return null
      const found = await db().designacion.findUnique({ where: { id } })
      return found && designacionOf(found)
    },
    async puestos(personaId, desde) {
      const rows = await db().designacion.findMany({
        where: { personaId, OR: [{ hasta: null }, { hasta: { gte: dateOf(desde) } }] },
        orderBy: [{ desde: "asc" }, { id: "asc" }],
      })
      return rows.map(designacionOf)
    },
    async link({ adapter, workspace, user, personaId, vinculadaEn }) {
      const account = { adapter, workspace: storable(workspace), user: storable(user) }
      const { count } = await db().cuentaChat.createMany({
        data: [{ ...account, personaId, vinculadaEn: new Date(vinculadaEn) }],
        skipDuplicates: true,
      })
      return count === 1
    },
    async cuentas(personaId) {
      const rows = await db().cuentaChat.findMany({
        where: { personaId },
        orderBy: [{ vinculadaEn: "asc" }, { id: "asc" }],
      })
      return rows.map(({ vinculadaEn, suspendidaEn, id: _, ...rest }) => ({
        ...rest,
        vinculadaEn: instanteOf(vinculadaEn),
        suspendidaEn: suspendidaEn && instanteOf(suspendidaEn),
      }))
    },
    async suspender({ adapter, workspace, user }, desde) {
      const account = { adapter, workspace: storable(workspace), user: storable(user) }
      await db().cuentaChat.updateMany({ where: account, data: { suspendidaEn: desde && new Date(desde) } })
    },
  }
}
