import type { CanalRepository } from "../../ports/repositories/canal.ts"
import type { InhabilRepository } from "../../ports/repositories/inhabil.ts"
import { DE_TODOS } from "../base/canales.ts"
import type { Session } from "../base/client.ts"
import { canalOf, inhabilOf } from "../base/rows.ts"
import { dateOf, isUuid, storable } from "../base/values.ts"

export function canalRepository(session: Session): CanalRepository {
  const db = () => session.queries()
  return {
    async byId(id) {
      if (!isUuid(id)) return null
      const found = await db().canal.findUnique({ where: { id } })
      return found && canalOf(found)
    },
    async byPlace({ adapter, workspace, channel }) {
      const place = { adapter, workspace: storable(workspace), channel: storable(channel) }
      const found = await db().canal.findUnique({ where: { adapter_workspace_channel: place } })
      return found && canalOf(found)
    },
    async list(organoId) {
      return (await db().canal.findMany({ where: { organoId, ...DE_TODOS }, orderBy: { clave: "asc" } })).map(
        canalOf,
      )
    },
    async listAdapter(adapter) {
      return (await db().canal.findMany({ where: { adapter, ...DE_TODOS }, orderBy: { clave: "asc" } })).map(
        canalOf,
      )
    },
    async directo(organoId, { adapter, workspace, channel }) {
      const place = { adapter, workspace: storable(workspace), channel: storable(channel) }
      const found = await db().canal.upsert({
        where: { adapter_workspace_channel: place },
        create: {
          ...place,
          organoId,
          clave: `directo/${adapter}/${place.workspace}/${place.channel}`,
          nombre: `mensaje directo ${place.channel}`,
          audiencia: "persona",
          origen: "registro",
        },
        update: {},
      })
      return canalOf(found)
    },
    async create({ clave, nombre, workspace, channel, ...canal }) {
      const [created] = await db().canal.createManyAndReturn({
        data: [
          {
            ...canal,
            clave: storable(clave),
            nombre: storable(nombre),
            workspace: storable(workspace),
            channel: storable(channel),
          },
        ],
        skipDuplicates: true,
      })
      return created ? canalOf(created) : null
    },
    async update(id, { nombre, ...cambios }) {
      const data = { ...cambios, ...(nombre === undefined ? {} : { nombre: storable(nombre) }) }
      return canalOf(await db().canal.update({ where: { id }, data }))
    },
  }
}

export function inhabilRepository(session: Session): InhabilRepository {
  const db = () => session.queries()
  const orderBy = [{ fecha: "asc" }, { ambito: "asc" }] as const
  return {
    async between(desde, hasta, { organoId, institucionId }) {
      const rows = await db().diaInhabil.findMany({
        where: {
          fecha: { gte: dateOf(desde), lte: dateOf(hasta) },
          OR: [{ ambito: "base" }, { organoId }, ...(institucionId === null ? [] : [{ institucionId }])],
        },
        orderBy: [...orderBy],
      })
      return rows.map(inhabilOf)
    },
    async allBetween(desde, hasta) {
      const rows = await db().diaInhabil.findMany({
        where: { fecha: { gte: dateOf(desde), lte: dateOf(hasta) } },
        orderBy: [...orderBy],
      })
      return rows.map(inhabilOf)
    },
    async add(dias) {
      const data = dias.map(({ fecha, ...dia }) => ({ ...dia, fecha: dateOf(fecha) }))
      await db().diaInhabil.createMany({ data, skipDuplicates: true })
    },
    async remove(dias) {
      const cuales = dias.map(({ fecha, ambito, organoId, institucionId }) => ({
        fecha: dateOf(fecha),
        ambito,
        organoId,
        institucionId,
      }))
      await db().diaInhabil.deleteMany({ where: { OR: cuales } })
    },
  }
}
