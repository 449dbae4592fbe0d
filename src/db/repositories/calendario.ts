import type { CalendarioRepository, Suscripcion } from "../../ports/repositories/calendario.ts"
import type { Session } from "../base/client.ts"
import { conNivelDeSesion, puntoOf } from "../base/rows.ts"
import { readContenidoConvocatoria } from "../base/stored-json.ts"
import { instanteOf, instanteOrNull } from "../base/values.ts"
import type * as row from "../generated/client.ts"

export function calendarioRepository(session: Session): CalendarioRepository {
  const db = () => session.queries()
  return {
    async create({ creadaEn, ...rest }) {
      const data = { ...rest, creadaEn: new Date(creadaEn) }
      return suscripcionOf(await db().suscripcionCalendario.create({ data }))
    },
    async byHuella(huella) {
      const found = await db().suscripcionCalendario.findUnique({ where: { huella, revocadaEn: null } })
      return found && suscripcionOf(found)
    },
    async list(organoId) {
      const rows = await db().suscripcionCalendario.findMany({
        where: { organoId, sesionId: null, revocadaEn: null },
        orderBy: [{ creadaEn: "asc" }, { id: "asc" }],
      })
      return rows.map(suscripcionOf)
    },
    async revoke(id, instante) {
      const { count } = await db().suscripcionCalendario.updateMany({
        where: { id, revocadaEn: null },
        data: { revocadaEn: new Date(instante) },
      })
      return count === 1
    },
    async convocatorias(sesionIds) {
      const rows = await db().convocatoria.findMany({
        where: { sesionId: { in: [...sesionIds] } },
        select: { sesionId: true, version: true, motivo: true, contenido: true },
        orderBy: [{ sesionId: "asc" }, { version: "asc" }],
      })
      return rows.map(({ contenido, ...rest }) => ({
        ...rest,
        contenido: readContenidoConvocatoria(contenido),
      }))
    },
    async cambios(objetos) {
      const rows = await db().evento.groupBy({
        by: ["objeto"],
        where: { objeto: { in: [...objetos] } },
        _count: true,
      })
      return new Map(rows.map(({ objeto, _count }) => [objeto, _count]))
    },
    async puntos(sesionIds) {
      const rows = await db().puntoOrdenDia.findMany({
        where: { sesionId: { in: [...sesionIds] } },
        include: conNivelDeSesion,
        orderBy: [{ sesionId: "asc" }, { orden: "asc" }],
      })
      return rows.map(puntoOf)
    },
  }
}

function suscripcionOf({ huella: _, creadaEn, revocadaEn, ...rest }: row.SuscripcionCalendario): Suscripcion {
  return { ...rest, creadaEn: instanteOf(creadaEn), revocadaEn: instanteOrNull(revocadaEn) }
}
