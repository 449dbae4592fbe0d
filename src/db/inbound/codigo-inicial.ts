import { INTENTOS } from "../../domain/comienzo/codigo-inicial.ts"
import type { CodigoInicialRepository } from "../../ports/comienzo/codigo-inicial.ts"
import type { Session } from "../base/client.ts"
import { instanteOf, storable } from "../base/values.ts"

/** There is one at most. */
const ID = 1

export function codigoInicialRepository(session: Session): CodigoInicialRepository {
  const db = () => session.queries()
  return {
    async ultimo() {
      const row = await db().codigoInicial.findUnique({ where: { id: ID } })
      if (row === null) return null
      const { adapter, workspace, user, intentos } = row
      const cuenta =
        adapter === null || workspace === null || user === null ? null : { adapter, workspace, user }
      return { creadoEn: instanteOf(row.creadoEn), venceEn: instanteOf(row.venceEn), intentos, cuenta }
    },
    async poner(huella, creadoEn, venceEn) {
      const fresh = {
        huella,
        creadoEn: new Date(creadoEn),
        venceEn: new Date(venceEn),
        intentos: 0,
        usadoEn: null,
        adapter: null,
        workspace: null,
        user: null,
      }
      await db().codigoInicial.upsert({ where: { id: ID }, create: { id: ID, ...fresh }, update: fresh })
    },
    async reclamar(huella, { adapter, workspace, user }, now) {
      const instant = new Date(now)
      // One statement: of two who claim at once the second finds it used.
      const { count } = await db().codigoInicial.updateMany({
        where: { id: ID, huella, usadoEn: null, intentos: { lt: INTENTOS }, venceEn: { gt: instant } },
        data: { usadoEn: instant, adapter, workspace: storable(workspace), user: storable(user) },
      })
      return count === 1
    },
    async contarFallido() {
      await db().codigoInicial.updateMany({
        where: { id: ID, usadoEn: null },
        data: { intentos: { increment: 1 } },
      })
    },
    async retirar() {
      await db().codigoInicial.deleteMany()
    },
  }
}
