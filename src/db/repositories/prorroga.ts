import type { ProrrogaRepository } from "../../ports/repositories/compromiso.ts"
import type { Session } from "../base/client.ts"
import { prorrogaOf } from "../base/rows.ts"
import { dateOf, dateOrNull, isUuid, storable } from "../base/values.ts"

export function prorrogaRepository(session: Session): ProrrogaRepository {
  const db = () => session.queries()
  return {
    async create({ rige, propuesta, motivo, pedidaEn, ...prorroga }) {
      const data = {
        ...prorroga,
        rige: dateOf(rige),
        propuesta: dateOf(propuesta),
        motivo: storable(motivo),
        pedidaEn: new Date(pedidaEn),
        estado: "pedida" as const,
      }
      await db().prorroga.create({ data, select: { id: true } })
    },
    async list(compromisoIds) {
      const rows = await db().prorroga.findMany({
        where: { compromisoId: { in: compromisoIds.filter(isUuid) } },
        orderBy: [{ pedidaEn: "desc" }, { id: "desc" }],
      })
      return rows.map(prorrogaOf)
    },
    async pedida(compromisoId) {
      if (!isUuid(compromisoId)) return null
      const found = await db().prorroga.findFirst({ where: { compromisoId, estado: "pedida" } })
      return found && prorrogaOf(found)
    },
    async responder(id, { concedida, respuesta, resueltaEn, ...dicho }) {
      const data = {
        ...dicho,
        concedida: dateOrNull(concedida),
        respuesta: respuesta === null ? null : storable(respuesta),
        resueltaEn: new Date(resueltaEn),
      }
      await db().prorroga.update({ where: { id, estado: "pedida" }, data, select: { id: true } })
    },
  }
}
